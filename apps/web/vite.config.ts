import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The page knows where the English words lie before it wants them (src/i18n/pair.ts). */
const addressOfEnglish: Plugin = {
  name: 'address-of-english',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const words = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === 'english');
      if (!words) throw new Error('the build has laid the English words nowhere');
      return [{ tag: 'meta', attrs: { name: 'english', content: `/${words.fileName}` }, injectTo: 'head' }];
    },
  },
};

/** There is one sheet of styles and nothing is preloaded: what Vite wraps each import of a piece in would do nothing, in 1 kB. */
const importsAsTheyAre: Plugin = {
  name: 'imports-as-they-are',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

export default defineConfig({
  root: import.meta.dirname,
  // What a React of before 18 would need for it is left out.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
  plugins: [importsAsTheyAre, react(), tailwindcss(), addressOfEnglish],
  build: {
    outDir: join(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    // The server's policy is `default-src 'self'`: nothing may be inlined.
    assetsInlineLimit: 0,
    // The first load would carry the names of all pieces, 1.5 kB; a page costs one look more, the first time it is opened.
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What comes with the page comes in one piece: each piece has headers of its own, and is packed worse.
            { name: 'board', tags: ['$initial'], priority: 1 },
            // Whoever only reads a case fills in nothing; whoever fills in needs all of it.
            {
              name: 'fields',
              includeDependenciesRecursively: false,
              test: /node_modules\/react-hook-form\/|\/src\/forms\/(drafts\/(draft-keeper|draft-view|use-draft)|choices|error-summary|form-field|form-frame|lookups?|use-command-form)\.|\/src\/ui\/text-area\./,
            },
            // What is said beyond boards, whichever context says it.
            { name: 'japanese', test: /(words\.ja|facts)\.ts$/ },
            // The words of the other language, all at once, for whoever wants them.
            { name: 'english', test: /[./]en\.ts$/ },
          ],
        },
      },
    },
  },
});

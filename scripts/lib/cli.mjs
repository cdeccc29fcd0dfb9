import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure.mjs';

/**
 * Runs the command line in this very process. A child would need every signal passed on exactly once, while Ctrl-C
 * reaches the whole group by itself and npm sends it again; and `kill -9` of this process would leave the child behind.
 */
export async function runCli(args) {
  const main = join(root, 'dist/apps/cli/main.js');
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], main, ...args];
  await import(pathToFileURL(main).href);
}

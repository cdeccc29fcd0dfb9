// Usage: node scripts/build.mjs [--server | --web]     without a flag both
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compressAssets } from './lib/compress-assets.mjs';
import { ensureInstalled, ensureNode, hasWeb, rememberBuild, root, sourceStamps } from './lib/ensure.mjs';

ensureNode();
ensureInstalled();
const stamps = sourceStamps();
const only = process.argv[2];

if (only !== '--web') {
  tool('@nestjs/cli/bin/nest.js', ['build', 'api']);
  rememberBuild('server', stamps.server);
}
if (only !== '--server' && hasWeb()) {
  const web = join(root, 'apps/web');
  tool(
    'vite/bin/vite.js',
    ['build', web, '--outDir', join(root, 'dist/web'), '--emptyOutDir', '--logLevel', 'warn'],
    web,
  );
  await compressAssets(join(root, 'dist/web/assets'));
  rememberBuild('web', stamps.web);
}

function tool(script, args, cwd = root) {
  const { status, signal } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.stderr.write(`${script} ended with ${signal ?? status}.\n`);
    process.exit(status || 1);
  }
}

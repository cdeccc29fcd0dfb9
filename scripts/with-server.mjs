// Usage: node scripts/with-server.mjs <script.mjs> [args]    runs a script with BASE_URL of a fresh demo region
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady, root } from './lib/ensure.mjs';
import { freePort, startServer } from './lib/running.mjs';

ensureReady({ web: true });
const dataDir = mkdtempSync(join(tmpdir(), 'tsunagi-web-'));
const server = startServer({ dataDir, port: await freePort() });
let code = 1;
try {
  await server.ready;
  const child = spawn(process.execPath, process.argv.slice(2), {
    cwd: root,
    env: { ...process.env, BASE_URL: server.baseUrl },
    stdio: 'inherit',
  });
  code = await new Promise((done) => child.once('exit', (c) => done(c ?? 1)));
} catch (error) {
  console.error(error.message);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

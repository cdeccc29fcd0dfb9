import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from './ensure.mjs';

export const freePort = () =>
  new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

/** Runs `npm start` on its own port and data folder. `ready` resolves when it says so, and rejects when it ends before. */
export function startServer({ dataDir, port, args = [], env = {} }) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  const ready = new Promise((ok, no) => {
    const hear = (chunk) => {
      output += chunk;
      if (output.includes(' is ready in ')) ok();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(({ code }) => no(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  ready.catch(() => undefined);
  return {
    child,
    ready,
    ended,
    baseUrl: `http://127.0.0.1:${port}`,
    output: () => output,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

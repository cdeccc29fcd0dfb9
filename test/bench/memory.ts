import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../apps/project-root.js';

const READY_MS = 300_000;

export interface Memory {
  readonly name: string;
  readonly residentMb: number;
  readonly mostMb: number;
}

/** What `npm start` keeps in memory with the demo region: node alone, its PostgreSQL is a process of its own. */
export async function memory(): Promise<Memory[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-bench-demo-'));
  chmodSync(folder, 0o755);
  try {
    return [await start(folder, 'first start, the demo’s past played'), await start(folder, 'started again')];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(dataDir: string, name: string): Promise<Memory> {
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()) };
  delete env['DATABASE_URL'];
  delete env['REDIS_URL'];
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/apps/cli/main.js'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await ready(child.stdout, ended);
    await pause(5_000);
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const mb = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
    return { name, residentMb: mb('VmRSS'), mostMb: mb('VmHWM') };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function ready(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<void> {
  let said = '';
  const announced = new Promise<void>((resolve) => {
    output.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('is ready')) resolve();
    });
  });
  const failed = ended.then(() => Promise.reject(new Error(`the demo does not start: ${said}`)));
  const late = pause(READY_MS, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('the demo takes too long')),
  );
  await Promise.race([announced, failed, late]);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

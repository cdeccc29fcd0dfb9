import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, readlinkSync, realpathSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../../../scripts/lib/ensure.mjs';

const START_MS = 60_000;
const STOP_MS = 30_000;

/** The system as a person starts it, in a process of its own that can be killed. */
export class Server {
  /** Every moment it was not there, by this computer's clock, which is the database's too. */
  outages = [];
  ready = false;
  /** Processes that ended without being told to. */
  unexpected = [];

  constructor(folder, port, env = {}) {
    this.folder = folder;
    this.port = port;
    this.env = env;
    this.log = join(folder, 'server.log');
    this.dataDir = join(folder, 'data/postgres');
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves with how long it took. */
  async start() {
    const began = Date.now();
    const { NODE_OPTIONS: _options, DATABASE_URL: _url, REDIS_URL: _redis, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(root, 'dist/apps/cli/main.js'), 'start', '--empty'], {
      cwd: root,
      env: {
        ...inherited,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DATA_DIR: join(this.folder, 'data'),
        LOG_LEVEL: 'warn',
        REQUESTS_PER_MINUTE: '0',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
        appendFileSync(this.log, data);
      });
    child.once('exit', (code, signal) => {
      this.ready = false;
      if (!child.expected) this.unexpected.push(`ended by itself with ${signal ?? code}`);
    });
    while (!said.includes('is ready in')) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server did not start:\n${said}`);
      if (Date.now() - began > START_MS)
        throw new Error(`the server was not ready after ${START_MS / 1000} s:\n${said}`);
      await pause(10);
    }
    this.ready = true;
    const last = this.outages.at(-1);
    if (last && last.to === undefined) last.to = Date.now();
    return Date.now() - began;
  }

  /** kill -9 of Node, and with `all` of every PostgreSQL process of its data folder too, at the same moment. */
  async kill(all) {
    const postgres = all ? this.postgresProcesses() : [];
    this.outages.push({ from: Date.now(), to: undefined });
    this.child.expected = true;
    this.ready = false;
    this.child.kill('SIGKILL');
    for (const pid of postgres) kill(pid);
    await this.ended;
    // A child that was being made at that moment has escaped the list.
    if (all)
      for (let left = this.postgresProcesses(); left.length > 0; left = this.postgresProcesses()) {
        for (const pid of left) kill(pid);
        await pause(10);
      }
    return postgres.length;
  }

  /** As Ctrl-C does it: Node and PostgreSQL both end. */
  async stop() {
    this.child.expected = true;
    this.child.kill('SIGTERM');
    const late = await Promise.race([this.ended.then(() => false), pause(STOP_MS, true, { ref: false })]);
    if (late) {
      this.child.kill('SIGKILL');
      this.unexpected.push(`did not stop within ${STOP_MS / 1000} s`);
    } else if (this.child.exitCode !== 0) this.unexpected.push(`stopped with ${this.child.exitCode}`);
  }

  /** The postmaster first: it would make new ones. */
  postgresProcesses() {
    const folder = realpathSync(this.dataDir);
    const postmaster = Number(lockOf(this.dataDir)?.[0]);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && standsIn(name, folder))
      .map(Number)
      .toSorted((a, b) => Number(b === postmaster) - Number(a === postmaster));
  }

  /** The superuser, through the socket. */
  async database() {
    const lock = lockOf(this.dataDir);
    const client = new pg.Client({ host: lock[4], port: Number(lock[3]), user: 'postgres', database: 'tsunagi' });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('SET TimeZone = UTC');
    return client;
  }
}

export function lockOf(dataDir) {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function standsIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

// Usage: npm test [-- <options of jest>]     runs the tests on a PostgreSQL (and a Redis) of their own
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureReady, root, say } from './lib/ensure.mjs';
import { startTestPostgres, startTestRedis } from './lib/test-servers.mjs';

const servers = [];
let jest;
let interrupted;

// In place before anything is started: whatever ends this run, its servers end with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted ??= signal;
    jest?.kill(signal);
  });
}

ensureReady();
let code = 1;
try {
  const env = await testEnvironment();
  if (interrupted === undefined) code = await runJest(env);
} catch (error) {
  say(error.message);
} finally {
  await Promise.allSettled(servers.map((server) => server.stop()));
}
process.exit(interrupted === undefined ? code : 128 + constants.signals[interrupted]);

async function testEnvironment() {
  const env = { ...process.env };
  if (!env.TEST_DATABASE_HOST) {
    const postgres = await startTestPostgres();
    servers.push(postgres);
    env.TEST_DATABASE_HOST = postgres.host;
    env.TEST_DATABASE_USER = postgres.user;
    // Of a server that is thrown away, a migrated database may be left behind to copy from.
    env.TEST_DATABASE_TEMPLATE = 'test_template';
  }
  if (!env.TEST_REDIS_URL) {
    const redis = env.REDIS_URL ? { url: env.REDIS_URL, stop: async () => {} } : await startTestRedis();
    if (redis !== undefined) {
      servers.push(redis);
      env.TEST_REDIS_URL = redis.url;
    } else if (env.CI === 'true') {
      throw new Error('CI tests the queues on Redis too: install redis-server, or set REDIS_URL.');
    } else {
      say(
        'The tests of the queues on Redis are not run: there is no redis-server on the PATH, and REDIS_URL is not set.',
      );
    }
  }
  return env;
}

function runJest(env) {
  const program = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = ['--config', join(root, 'test/jest.config.js'), ...process.argv.slice(2)];
  return new Promise((resolve, reject) => {
    jest = spawn(process.execPath, [...flags, program, ...args], { cwd: root, env, stdio: 'inherit' });
    jest.once('error', reject);
    jest.once('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal]));
  });
}

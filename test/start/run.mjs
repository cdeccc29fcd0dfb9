// Starts Tsunagi as a newcomer does, again and again, and looks at what it leaves.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';
import { freePort, startServer } from '../../scripts/lib/running.mjs';

ensureReady({ web: true });
const folder = mkdtempSync(join(tmpdir(), 'tsunagi-start-'));
const dataDir = join(folder, 'd'.repeat(150));
mkdirSync(dataDir);
let passed = 0;
let failed = 0;
const check = (name, ok, more = '') => {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} ${ok && more.includes('\n') ? '' : more}`);
};
const processesOf = (text) =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text) && !line.includes('ps -eo'));
const eventsOf = async ({ baseUrl }) => {
  const accounts = await (await fetch(`${baseUrl}/api/v1/demo-accounts`)).json();
  const admin = accounts.find(({ role }) => role === 'admin');
  const opened = await fetch(`${baseUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: admin.userId }),
  });
  const cookie = opened.headers.get('set-cookie').split(';')[0];
  const replay = await fetch(`${baseUrl}/api/v1/events?after=0&limit=1000`, { headers: { cookie } });
  return (await replay.json()).events.map(({ eventId }) => eventId);
};

const cli = (data, args, env = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: data, ...env },
  });
  return { code: status, said: stdout + stderr, lines: stderr.trim().split('\n').length };
};

try {
  const port = await freePort();
  const first = startServer({ dataDir, port });
  await first.ready;
  check('the first start is ready, in a folder of 150 characters', true);
  const before = await eventsOf(first);
  const second = startServer({ dataDir, port });
  const taken = await second.ended;
  check(
    'a taken port is one clear line and exit code 1',
    taken.code === 1 && /port \d+ is in use/.test(second.output()),
  );
  const { code } = await first.stop('SIGINT');
  check('Ctrl-C ends it with exit code 0', code === 0, `(${code})`);
  check('no process is left behind', processesOf(dataDir.slice(-40)).length === 0);

  const began = performance.now();
  const again = startServer({ dataDir, port });
  await again.ready;
  console.log(`     the second start took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const after = await eventsOf(again);
  check('the second start keeps the data', JSON.stringify(after) === JSON.stringify(before) && before.length > 900);
  again.child.kill('SIGKILL');
  await again.ended;
  const third = startServer({ dataDir, port });
  await third.ready;
  check('it starts again after kill -9', (await eventsOf(third)).length === before.length);
  const kept = join(folder, 'kept');
  const backup = cli(dataDir, ['backup', kept]);
  check('a backup is made while it runs', backup.code === 0 && existsSync(join(kept, 'manifest.json')), backup.said);
  await third.stop('SIGTERM');
  check('no process is left behind after that', processesOf(dataDir.slice(-40)).length === 0);

  const empty = startServer({ dataDir: join(folder, 'empty'), port: await freePort(), args: ['--empty'] });
  await empty.ready;
  const elsewhere = join(folder, 'elsewhere');
  const keyless = cli(elsewhere, ['restore', kept]);
  check(
    'without its key it is not restored, which is one line',
    keyless.code === 1 && keyless.lines === 1,
    keyless.said,
  );
  cpSync(join(dataDir, 'keys'), join(elsewhere, 'keys'), { recursive: true });
  const restored = cli(elsewhere, ['restore', kept]);
  check('it is restored in another folder', restored.code === 0, restored.said);
  const verified = cli(elsewhere, ['verify']);
  check('and verified there', verified.code === 0 && /\d+ events, 0 faults/.test(verified.said), verified.said);
  const twice = cli(elsewhere, ['restore', kept]);
  check('but not over what is there, which is one line', twice.code === 1 && twice.lines === 1, twice.said);
  const keyFile = join(elsewhere, 'keys/master.key');
  const [oldKey, sealed] = [readFileSync(keyFile, 'utf8'), join(elsewhere, 'keys/elsewhere.key')];
  const rotated = cli(elsewhere, ['rotate-keys']);
  check('its keys are rotated', rotated.code === 0 && readFileSync(keyFile, 'utf8') !== oldKey, rotated.said);
  renameSync(keyFile, sealed);
  const lost = startServer({ dataDir: elsewhere, port });
  const { code: withoutKey } = await lost.ended;
  check(
    'without the master key it does not start, which is one line, and makes no other',
    withoutKey === 1 && lost.output().trim().split('\n').length === 1 && !existsSync(keyFile),
    lost.output(),
  );
  renameSync(sealed, keyFile);
  const fourth = startServer({ dataDir: elsewhere, port });
  await fourth.ready;
  check(
    'it runs there, with sign-in and the same events',
    JSON.stringify(await eventsOf(fourth)) === JSON.stringify(before),
  );
  await fourth.stop();

  const nothing = cli(join(folder, 'nothing'), ['sign-in-link']);
  check('a link for a database that is not there is one line', nothing.code === 1 && nothing.lines === 1, nothing.said);
  const production = { NODE_ENV: 'production', SEALING_KEY: '', MASTER_KEY: '' };
  const refused = startServer({ dataDir: join(folder, 'real'), port, env: production });
  const { code: refusal } = await refused.ended;
  check(
    'in production neither the demo nor a missing key is started with, which is one line, and nothing is made',
    refusal === 1 && refused.output().trim().split('\n').length === 1 && !existsSync(join(folder, 'real/postgres')),
    refused.output(),
  );

  const accounts = await fetch(`${empty.baseUrl}/api/v1/demo-accounts`);
  check('--empty starts without the demo region and without its sign-in', accounts.status === 404);
  await empty.stop();
} catch (error) {
  check(`no error: ${error.message}`, false);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

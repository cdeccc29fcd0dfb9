// Starts Tsunagi as a newcomer does, again and again, and looks at what it leaves.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady } from '../../scripts/lib/ensure.mjs';
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
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} ${more}`);
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
  await third.stop('SIGTERM');
  check('no process is left behind after that', processesOf(dataDir.slice(-40)).length === 0);

  const empty = startServer({ dataDir: join(folder, 'empty'), port: await freePort(), args: ['--empty'] });
  await empty.ready;
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

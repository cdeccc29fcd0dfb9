// Starts Tsunagi as a newcomer does, again and again, and looks at what it leaves.
import { randomUUID } from 'node:crypto';
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
const signIn = async ({ baseUrl }, role) => {
  const accounts = await (await fetch(`${baseUrl}/api/v1/demo-accounts`)).json();
  const { userId } = accounts.find((account) => account.role === role);
  const opened = await fetch(`${baseUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
  return opened.headers.get('set-cookie').split(';')[0];
};
/** Offers that ring at the physician's who signs in just now, and how he declines them. */
const ringingAt = async ({ baseUrl }) => {
  const cookie = await signIn({ baseUrl }, 'secondary_physician');
  const { rows } = await (await fetch(`${baseUrl}/api/v1/board`, { headers: { cookie } })).json();
  const offers = rows.filter(({ step, mine }) => step === 'offer' && mine);
  const decline = async ({ about }) => {
    const { status } = await fetch(`${baseUrl}/api/v1/backup-requests/${about.id}/declines`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ reason: 'on_another_visit' }),
    });
    if (status !== 201) throw new Error(`declining was answered with ${status}`);
  };
  return { offers, decline };
};
const eventsOf = async ({ baseUrl }) => {
  const cookie = await signIn({ baseUrl }, 'admin');
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
  const [one, other] = await Promise.all([ringingAt(third), ringingAt(third)]);
  check(
    'one offer rings at the physician’s who signs in, also where two do',
    one.offers.length === 1 && other.offers.length === 1,
  );
  for (const offer of one.offers) await one.decline(offer);
  const { offers: next } = await ringingAt(third);
  check('another rings when he signs in again', next.length === 1 && next[0].id !== one.offers[0].id);
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

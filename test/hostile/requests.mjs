// Usage: node test/hostile/requests.mjs [--seed 1] [--count 20000] [--clients 8]
// A region in the middle of its work, the system as a person starts it, and requests built from its own OpenAPI
// document: some that mean well, some hostile. None may break it, make it slow, or leave the log or the rows unsound.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';

const REST_MS = 60_000;
/** After so many requests the ids are looked up anew: the system itself makes issues, obligations and new states. */
const REFRESH = 500;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    clients: { type: 'string', default: '8' },
  },
});
const [seed, count, clients] = [values.seed, values.count, values.clients].map(Number);

ensureReady();
const { Report } = await import('../faults/lib/report.mjs');
const { freePort, lockOf, Server } = await import('../faults/lib/server.mjs');
const { untilAtRest } = await import('../faults/lib/silence.mjs');
const { built } = await import('../faults/lib/region.mjs');
const { Faults } = await import('./lib/answers.mjs');
const { Client } = await import('./lib/client.mjs');
const { Generator } = await import('./lib/generator.mjs');
const { otherKindFault, toOtherKinds } = await import('./lib/other-kinds.mjs');
const { Pool } = await import('./lib/pool.mjs');
const { idsOf, setUpRegion } = await import('./lib/region.mjs');

const began = Date.now();
const report = new Report();
const folder = mkdtempSync(join(tmpdir(), 'tsunagi-hostile-'));
// As root, PostgreSQL runs under another account, which has to pass.
chmodSync(folder, 0o755);
const server = new Server(folder, await freePort());
report.say(`${count} requests from the OpenAPI document, seed ${seed}, in ${folder}`);
try {
  const people = await setUpRegion(server.dataDir);
  await server.start();
  report.say(`  ready after ${since(began)} s`);
  const client = new Client(server.port, clients);
  try {
    await attack(client, people);
  } finally {
    client.close();
  }
  const database = await server.database();
  const rest = await untilAtRest(database, REST_MS).finally(() => database.end());
  report.check(
    'at the end nothing is due and every follower has read the whole log',
    rest.due === 0 && rest.behind === 0 ? [] : [`${rest.due} due, ${rest.behind} followers behind`],
  );
  report.check('the server logged no error', errorsIn(server.log));
  await server.stop();
  for (const command of ['verify', 'rebuild']) report.check(`cli ${command} finds nothing wrong`, cli(command));
  report.check('the server did not end by itself', server.unexpected);
} catch (error) {
  report.check('the run itself', [error.stack]);
} finally {
  const runs = server.child && server.child.exitCode === null && server.child.signalCode === null;
  if (runs || (existsSync(server.dataDir) && lockOf(server.dataDir))) await server.kill(true);
}
report.say(`\n${since(began)} s in all`);
process.exitCode = report.end();
if (process.exitCode === 0 && !process.env.KEEP) rmSync(folder, { recursive: true, force: true });
else report.say(`Everything is kept in ${folder}; run it again with --seed ${seed}.`);

async function attack(client, people) {
  const database = await server.database();
  try {
    await attackKnowing(client, people, database);
  } finally {
    await database.end();
  }
}

async function attackKnowing(client, people, database) {
  const document = JSON.parse((await client.send({ method: 'GET', path: '/api/openapi.json' })).text);
  const areas = JSON.parse(readFileSync(join(root, 'data/hokkaido-home-care-areas.json'), 'utf8'));
  const { prefecture, homeCareAreas } = areas;
  const pool = new Pool(await idsOf(database));
  const { handoverDocument } = await built('apps/cli/demo/handover-text.js');
  const generator = new Generator({
    document,
    pool,
    people,
    seed,
    areas: { prefecture, homeCareAreas },
    handoverDocument: handoverDocument('宛先', '差出人'),
  });
  report.say(
    `  ${pool.known.size} ids of ${pool.kinds.length} kinds, ${people.length} people, ${generator.operations.length} operations`,
  );

  const faults = new Faults();
  const start = Date.now();
  for (let n = 0; n < count; n += clients) {
    if (n > 0 && n % REFRESH < clients) for (const one of await idsOf(database)) pool.add(one);
    // In waves, and learned from in their order: who answers first does not change what is asked next.
    const wave = Array.from({ length: Math.min(clients, count - n) }, (_, i) => generator.request(n + i));
    const answers = await Promise.all(wave.map((request) => client.send(request)));
    for (const [i, answer] of answers.entries()) {
      faults.note(wave[i], answer);
      generator.learn(wave[i], answer);
    }
  }
  const statuses = [...faults.statuses].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  report.say(
    `  ${faults.sent} requests in ${since(start)} s: ${statuses.map(([status, n]) => `${n} x ${status}`).join(', ')}`,
  );
  report.say(
    `  slowest: ${faults.slowest.map(({ ms, line }) => `${Math.round(ms)} ms ${line.slice(0, 100)}`).join('\n           ')}`,
  );
  const { well, through } = generator.meant;
  report.say(`  of ${well} that meant well, ${through} went through`);
  const never = generator.operations.filter(
    ({ method, id, parameters }) => method === 'POST' && parameters.length > 0 && !generator.succeeded.has(id),
  );
  report.say(`  commands that never went through: ${never.map(({ id }) => id).join(', ') || 'none'}`);
  await commandsToOtherKinds(client, generator, faults);
  writeFileSync(join(folder, 'faults.txt'), faults.all().join('\n'));
  report.check('no answer is 5xx', faults.of('5xx'));
  report.check('every request is answered', faults.of('no answer'));
  report.check('no answer takes more than 2 s', faults.of('slow'));
  report.check(
    'every answer is JSON, every refusal a problem with a code, in Japanese and English',
    faults.of('problem'),
  );
  report.check('no answer shows the insides', faults.of('insides'));
}

async function commandsToOtherKinds(client, generator, faults) {
  const start = Date.now();
  let sent = 0;
  for (const requests of wavesOf(toOtherKinds(generator, count))) {
    const answers = await Promise.all(requests.map((request) => client.send(request)));
    for (const [i, answer] of answers.entries()) {
      const request = requests[i];
      sent++;
      faults.note(request, answer);
      const wrong = otherKindFault(request, answer, generator.succeeded.has(request.operation.id));
      if (wrong)
        faults.add('other kind', `${request.operation.id}: ${answer.status}`, `${wrong} ${answer.text?.slice(0, 120)}`);
    }
  }
  report.say(`  ${sent} commands to things of other kinds in ${since(start)} s`);
  report.check('every command to the id of a thing of another kind is answered with 404', faults.of('other kind'));
}

function* wavesOf(requests) {
  let wave = [];
  for (const request of requests) {
    wave.push(request);
    if (wave.length < clients) continue;
    yield wave;
    wave = [];
  }
  if (wave.length > 0) yield wave;
}

/** What a command of the program says against the data; nothing when it exits with 0. */
function cli(command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', command], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dirname(server.dataDir) },
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`exit ${status}: ${stdout}${stderr}`];
}

/** Each error of the server's log once, with where it comes from. */
function errorsIn(file) {
  const found = new Map();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (!line.startsWith('{')) continue;
    const { level, msg, error } = JSON.parse(line);
    if (level < 50) continue;
    const where = error?.stack?.split('\n').find((at) => at.includes('/libs/') || at.includes('/apps/'));
    const key = `${msg}: ${error?.message ?? ''} ${error?.code ?? ''} ${where?.trim() ?? ''}`.replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      '…',
    );
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return [...found].toSorted(([, a], [, b]) => b - a).map(([key, n]) => `${n} x ${key}`);
}

function since(moment) {
  return ((Date.now() - moment) / 1_000).toFixed(1);
}

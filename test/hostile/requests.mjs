// Usage: node test/hostile/requests.mjs [--seed 1] [--count 20000] [--clients 8]
// A region in the middle of its work, the system as a person starts it, and requests that fast-check makes from its own
// OpenAPI document: some that mean well, some hostile. None may break it, make it slow, make it grow, be answered otherwise
// than described, or leave the log or the rows unsound. What goes wrong is made as simple as it goes, and can be sent again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';

/** After so many requests the ids are looked up anew: the system itself makes issues, obligations and new states. */
const REFRESH = 500;
/** So often it is looked at what the server holds, and not before it has warmed up. */
const LOOKS = 12;
/** What goes wrong is made simpler, of so many kinds and in so many tries each. */
const SIMPLIFIED = 8;
const TRIES = 120;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    clients: { type: 'string', default: '8' },
  },
});
const [seed, count, clients] = [values.seed, values.count, values.clients].map(Number);

ensureReady();
const { built } = await import('../faults/lib/region.mjs');
const { contractFault, faultOf, Faults, foreignFault, lineOf } = await import('./lib/answers.mjs');
const { Client } = await import('./lib/client.mjs');
const { Generator } = await import('./lib/generator.mjs');
const { Heap, MOST_GROWTH } = await import('./lib/heap.mjs');
const { intended, simplest } = await import('./lib/intents.mjs');
const { otherKindFault, toOtherKinds } = await import('./lib/other-kinds.mjs');
const { Pool } = await import('./lib/pool.mjs');
const { idsOf, setUpRegion } = await import('./lib/region.mjs');
const { asCurl } = await import('./lib/row-requests.mjs');
const { attacked, since } = await import('./lib/run.mjs');
const { Contract } = await built('test/open-api.js');

await attacked({
  what: `${count} requests from the OpenAPI document, seed ${seed}`,
  setUp: setUpRegion,
  attack: async (run) => {
    const client = new Client(run.server.port, clients);
    const database = await run.server.database();
    try {
      await attack({ ...run, client, database });
    } finally {
      client.close();
      await database.end();
    }
  },
});

async function attack({ server, people, report, folder, client, database }) {
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

  const contract = new Contract(document);
  const faults = new Faults((request, answer) => [
    faultOf(request, answer) ?? contractFault(contract, request, answer),
    foreignFault(pool, request, answer),
  ]);
  const heap = new Heap(server);
  const start = Date.now();
  let wave = [];
  let sent = 0;
  for (const one of intended(seed, count)) {
    wave.push(one);
    if (wave.length < clients && one.ordinal < count - 1) continue;
    // In waves, and learned from in their order: who answers first does not change what is asked next.
    const requests = wave.map(({ intent, ordinal }) => generator.request(intent, ordinal));
    for (const request of requests) pool.hear(request);
    const answers = await Promise.all(requests.map((request) => client.send(request)));
    for (const [i, answer] of answers.entries()) {
      const found = faults.note(requests[i], answer);
      generator.learn(requests[i], answer);
      for (const fault of found.slice(0, SIMPLIFIED - faults.simple.length))
        faults.simple.push(await madeSimple(fault, wave[i], requests[i], { generator, client, faults }));
    }
    const before = sent;
    sent += wave.length;
    wave = [];
    if (crosses(before, sent, REFRESH)) for (const id of await idsOf(database)) pool.add(id);
    if (crosses(before, sent, Math.floor(count / (LOOKS + 1)))) await heap.look(sent);
  }
  tell(report, faults, generator, start);
  await commandsToOtherKinds({ client, generator, faults, report });
  writeFileSync(join(folder, 'faults.txt'), [...faults.simple, ...faults.all()].join('\n'));
  for (const line of faults.simple) report.say(`  simplest: ${line}`);
  report.check('no answer is 5xx', faults.of('5xx'));
  report.check('every request is answered', faults.of('no answer'));
  report.check('no answer takes more than 2 s', faults.of('slow'));
  report.check(
    'every answer is JSON, every refusal a problem with a code, in Japanese and English',
    faults.of('problem'),
  );
  report.check('every answer is as the OpenAPI document describes it', faults.of('contract'));
  report.check('no answer shows the insides', faults.of('insides'));
  report.check('nobody is answered with anything of another prefecture', faults.of('foreign'));
  report.check(
    `the last third holds at most ${MOST_GROWTH} times what the first held (${heap.growth.toFixed(2)}; MB after collection: ${heap})`,
    heap.faults,
  );
}

function crosses(before, after, every) {
  return Math.floor(before / every) < Math.floor(after / every);
}

/** One line: what goes wrong, the simplest request found that still does, and how it is found again. */
async function madeSimple({ kind, group }, { seed: at, path }, request, { generator, client, faults }) {
  let tries = 0;
  let last = request;
  const found = await simplest({ seed: at, path }, TRIES, async (intent) => {
    const again = generator.request(intent, `${request.ordinal}.${tries++}`);
    const isWrong = faults
      .found(again, await client.send(again))
      .some((one) => one.kind === kind && one.group === group);
    if (isWrong) last = again;
    return isWrong;
  });
  const how = found ? `after ${tries} tries` : 'did not go wrong again';
  return `${kind}, ${group} (chunk ${at}, path ${found?.path ?? path}, ${how}): ${asCurl(last)} as ${lineOf(last).match(/ as (\S+)/)?.[1]}`;
}

function tell(report, faults, generator, start) {
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
}

/** Somebody whose leaving was recorded is signed out, as he should be: he says nothing about the rights of others. */
async function whoeverIsStillSignedIn({ client, generator, report }) {
  const { people } = generator;
  const statuses = await Promise.all(
    people.map(async ({ token }) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await client.send({ method: 'GET', path: '/api/v1/me', headers })).status;
    }),
  );
  generator.people = people.filter((_one, i) => statuses[i] !== 401);
  const gone = people.length - generator.people.length;
  report.check(
    `nearly all of ${people.length} people are signed in still`,
    gone > people.length / 10 ? [`${gone}`] : [],
  );
}

async function commandsToOtherKinds({ client, generator, faults, report }) {
  await whoeverIsStillSignedIn({ client, generator, report });
  const start = Date.now();
  let sent = 0;
  for (const requests of wavesOf(toOtherKinds(generator, count))) {
    const answers = await Promise.all(requests.map((request) => client.send(request)));
    for (const [i, answer] of answers.entries()) {
      const request = requests[i];
      sent++;
      faults.note(request, answer);
      const wrong = otherKindFault(request, answer, (generator.succeeded.get(request.operation.id)?.length ?? 0) > 0);
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

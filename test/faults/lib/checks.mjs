import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { built, openGraph, PREFECTURE } from './region.mjs';

const PAGE = 5_000;
const MOST_SILENT_MS = 10_000;
const EPOCH = '1970-01-01T00:00:00.000Z';

/** Every check on what stands in the database at the end, each with the first few that break it. */
export async function checkAll({ server, load, report }) {
  const database = await server.database();
  try {
    const log = await readLog(database);
    await checkAnswers(database, log, load, report);
    await checkChain(database, log, server, report);
    await checkHeads(database, log, server, report);
    await checkLeaks(database, server, report);
    return { events: log.rows.length };
  } finally {
    await database.end();
  }
}

/** What names a person of this region, or was written of one: killed as it may be, it stands under that person's key alone. */
const OF_PERSONS = ['架空', 'カクウ', '故障試験の'];

async function checkLeaks(database, { folder }, report) {
  const { rows: tables } = await database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`,
  );
  const leaks = [];
  for (const { name } of tables) {
    const { rows } = await database.query(`SELECT count(*)::int AS n FROM ${name} AS t WHERE t::text LIKE ANY ($1)`, [
      OF_PERSONS.map((one) => `%${one}%`),
    ]);
    if (rows[0].n > 0) leaks.push(`${name}: ${rows[0].n} rows`);
  }
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.log'));
  for (const file of logs) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (OF_PERSONS.some((one) => text.includes(one))) leaks.push(file);
  }
  report.check(`no person is named in ${tables.length} tables and ${logs.length} logs`, leaks);
}

/** The log by stream, in its order. */
async function readLog(database) {
  const { EVENT_COLUMNS } = await built('libs/platform/index.js');
  const streams = new Map();
  const effects = new Map();
  const log = [];
  for (let after = 0; ;) {
    const { rows } = await database.query(
      `SELECT ${EVENT_COLUMNS}, recorded_at::text AS batch
         FROM event WHERE prefecture = $1 AND position > $2 ORDER BY position LIMIT ${PAGE}`,
      [PREFECTURE, after],
    );
    for (const row of rows) {
      row.position = Number(row.position);
      log.push(row);
      if (!streams.has(row.stream)) {
        streams.set(row.stream, []);
        count(effects, causeOf(row.stream));
      }
      streams.get(row.stream).push(row);
      count(effects, causeOf(row.event_id));
    }
    if (rows.length < PAGE) return { rows: log, streams, effects };
    after = log.at(-1).position;
  }
}

/** The part of an id that says what caused it; the rest is when (kernel/ids.ts). */
const causeOf = (id) => id.slice(14);
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

async function checkAnswers(database, { streams, effects }, load, report) {
  const { idFrom } = await built('libs/kernel/index.js');
  const { rows } = await database.query(
    'SELECT user_id, key, answer, position::int FROM command_answer WHERE prefecture = $1',
    [PREFECTURE],
  );
  const stored = new Map(rows.map((row) => [`${row.user_id}:${row.key}`, row]));
  const people = load.region.people;
  const fault = { lost: [], other: [], changed: [], ghost: [], unanswered: [], doubled: [], refused: [] };
  const sent = new Set();
  let cut = 0;
  for (const { who, key, of, status, answer, answers, path } of load.requests) {
    const user = people[who].id;
    sent.add(`${user}:${key}`);
    const kept = stored.get(`${user}:${key}`);
    const said = `${path} under ${key}`;
    const times = of
      ? effectOf(effects, idFrom(EPOCH, `${key}:${of}`, path.startsWith('obligations/') ? 'promise' : 'event:0'))
      : effectOf(effects, idFrom(EPOCH, `${user}:${key}`, 'case'));
    if (times > 1) fault.doubled.push(`${said}: ${times} effects`);
    if (answers.some((one) => one.cut !== undefined || one.status >= 500)) cut++;
    if (status === undefined) fault.unanswered.push(`${said}: ${JSON.stringify(answers.at(-1))}`);
    else if (status === 401) fault.refused.push(said);
    else if (status >= 300) {
      if (kept || times > 0) fault.ghost.push(`${said}: refused with ${status}, yet it is in the log`);
    } else {
      const { id, state, version, position } = answer;
      const fact = streams.get(id)?.find(({ seq }) => seq === version);
      if (!kept || times !== 1 || !fact || fact.position > position)
        fault.lost.push(
          `${said}: ${JSON.stringify({ kept: kept !== undefined, times, fact: fact?.position, answer })}`,
        );
      else if (!isDeepStrictEqual(kept.answer, { id, state, version }) || kept.position !== position)
        fault.other.push(`${said}: ${JSON.stringify({ answer, kept })}`);
    }
    const clear = answers.filter((one) => one.status < 500);
    if (clear.some((one) => one.status !== status || !isDeepStrictEqual(one.body, answer)))
      if (status < 300) fault.changed.push(`${said}: ${JSON.stringify(clear.map((one) => [one.status, one.body]))}`);
  }
  const loaders = new Set(Object.values(people).map(({ id }) => id));
  const unsent = rows.filter((row) => loaders.has(row.user_id) && !sent.has(`${row.user_id}:${row.key}`));
  const setUp = 3; // two arrangements and the roster
  const acknowledged = load.acknowledged.length;
  report.check(`every one of ${acknowledged} commands answered with 2xx is in the log with its answer`, fault.lost);
  report.check('the stored answer is the one that was given', fault.other);
  report.check('a key sent again got the same answer', fault.changed);
  report.check(`each key had at most one effect, ${cut} that were cut off in between among them`, fault.doubled);
  report.check('a refused command left nothing', fault.ghost);
  report.check('every command got a clear answer in the end, and nobody was signed out', [
    ...fault.unanswered,
    ...fault.refused,
  ]);
  report.check(
    'nothing is in the log that nobody sent',
    unsent.slice(setUp).map(({ user_id: user, key }) => `${user}:${key}`),
  );
  report.check('one of two that accepted at the same moment has it', load.wrong);
}

const effectOf = (effects, id) => effects.get(causeOf(id)) ?? 0;

async function checkChain(database, { rows: { length: events } }, server, report) {
  const { CHAIN_HASH_SQL, readAnchors, verifyLog } = await built('libs/platform/index.js');
  const { rows } = await database.query(
    `SELECT count(*)::int AS n, coalesce(min(position), 1)::int AS first, coalesce(max(position), 0)::int AS last,
            (SELECT position::int FROM log_head WHERE prefecture = $1) AS head
       FROM event WHERE prefecture = $1`,
    [PREFECTURE],
  );
  const { n, first, last, head } = rows[0];
  report.check(
    `positions run from 1 to ${events} without a gap`,
    n === events && first === 1 && last === n && head === n ? [] : [JSON.stringify(rows[0])],
  );
  const broken = await database.query(
    `SELECT position::int FROM (
       SELECT e.*, lag(hash, 1, '\\x00'::bytea) OVER (ORDER BY "position") AS before FROM event e WHERE prefecture = $1
     ) chained WHERE hash IS DISTINCT FROM ${CHAIN_HASH_SQL} ORDER BY position`,
    [PREFECTURE],
  );
  const anchors = await readAnchors(join(server.folder, 'data/anchors.jsonl'));
  const { faults } = await verifyLog(database, PREFECTURE, anchors);
  report.check(`the chain of hashes holds to its end, and with it the ${anchors.length} anchors of every start`, [
    ...broken.rows.map(({ position }) => `position ${position}`),
    ...faults.map(({ position, what }) => `position ${position}: ${what}`),
    ...(anchors.length > server.outages.length ? [] : ['a start left no anchor']),
  ]);
  const mixed = await database.query(
    `SELECT count(*)::int AS n FROM (
       SELECT kind, seq, row_number() OVER w AS nth, lag(seq, 1, 0) OVER w AS before
         FROM event WHERE prefecture = $1 WINDOW w AS (PARTITION BY stream ORDER BY position)
     ) s WHERE CASE kind WHEN 'obligation' THEN seq <= before ELSE seq <> nth END`,
    [PREFECTURE],
  );
  report.check(
    'the facts of each stream stand in their order',
    mixed.rows[0].n === 0 ? [] : [`${mixed.rows[0].n} do not`],
  );
}

/** Heads, obligations and messages follow from the log: folded anew by the system's own deciders, they are the same. */
async function checkHeads(database, { rows: log }, server, report) {
  const { evolveObligation, People, restored } = await built('libs/obligations/index.js');
  const { headOf, Kinds, told } = await built('libs/cases/index.js');
  const { rows: heads } = await database.query(
    'SELECT stream, kind, version, state, status FROM stream_head WHERE prefecture = $1',
    [PREFECTURE],
  );
  const { rows: obligations } = await database.query(
    'SELECT id, seq, body, next_at, state, level FROM obligation WHERE prefecture = $1',
    [PREFECTURE],
  );
  const { rows: messages } = await database.query(
    'SELECT key, to_user, template, level, about, step FROM message WHERE prefecture = $1',
    [PREFECTURE],
  );
  const { host, port, user } = database;
  const app = await openGraph({ host, port, user, appUser: 'tsunagi_app', database: 'tsunagi' });
  try {
    const kinds = app.get(Kinds, { strict: false });
    const streams = byStream(told(kinds, log.map(withMoments)), log);
    const expected = [];
    const faults = { heads: [], obligations: [], twice: [], messages: [], late: [] };
    const known = new Map(heads.map((head) => [head.stream, head]));
    const rows = new Map(obligations.map((row) => [row.id, row]));
    const notices = [];
    let silence = 0;

    for (const [stream, facts] of streams) {
      if (facts[0].kind === 'obligation') {
        const row = rows.get(stream);
        const folded = foldObligation(facts, evolveObligation, server.outages);
        if (!row || row.seq !== facts.length || !isDeepStrictEqual(plain(restored(row.body)), plain(folded.obligation)))
          faults.obligations.push(`${stream}: seq ${row?.seq} of ${facts.length} facts`);
        expected.push(...folded.messages);
        silence = Math.max(silence, ...folded.silences);
        for (const ms of folded.silences) if (ms > MOST_SILENT_MS) faults.late.push(`${stream}: ${ms} ms`);
        rows.delete(stream);
        continue;
      }
      const kind = kinds.find(facts[0].kind);
      const decider = kind?.decider;
      const head = known.get(stream);
      known.delete(stream);
      if (!decider) {
        faults.heads.push(`nobody knows how to fold ${facts[0].kind}`);
        continue;
      }
      let state = decider.initial;
      for (const group of byCommit(facts)) {
        state = group.reduce((s, fact) => decider.evolve(s, fact, fact.occurred_at), state);
        for (const notice of decider.notices?.(group, state) ?? []) notices.push({ about: stream, ...notice });
      }
      const { state: kept } = headOf(kind, PREFECTURE, { stream, base: 0, version: facts.length, state });
      if (head?.version !== facts.length || !isDeepStrictEqual(head.state, plain(kept)))
        faults.heads.push(`${facts[0].kind} ${stream}: version ${head?.version} of ${facts.length} facts`);
    }
    for (const stream of known.keys()) faults.heads.push(`${stream} has a head and no facts`);
    for (const id of rows.keys()) faults.obligations.push(`${id} has a row and no facts`);

    const behind = await app.get(People, { strict: false }).behind(
      PREFECTURE,
      notices.flatMap(({ to }) => to),
    );
    const wanted = new Map();
    for (const { about, template, to, step = null } of notices)
      for (const person of behind(to)) count(wanted, [about, template, step, person].join(' '));
    const chased = new Set(expected.map(({ key }) => key));
    for (const [key, n] of countOf(expected.map((message) => message.key)))
      if (n > 1) faults.twice.push(`${key}: told ${n} times by the log`);
    const keys = countOf(messages.map(({ key }) => key));
    for (const [key, n] of keys) if (n > 1) faults.twice.push(`${key}: ${n} messages`);
    for (const key of chased) if (!keys.has(key)) faults.messages.push(`no message ${key}`);
    const noticed = countOf(
      messages
        .filter(({ key }) => !chased.has(key))
        .map(({ about, template, step, to_user: person }) => [about, template, step, person].join(' ')),
    );
    for (const key of new Set([...wanted.keys(), ...noticed.keys()]))
      if (wanted.get(key) !== noticed.get(key))
        faults.messages.push(`${key}: ${noticed.get(key) ?? 0} notices for ${wanted.get(key) ?? 0}`);

    report.check(`the heads of ${heads.length} cases are the fold of their facts`, faults.heads);
    report.check(`the rows of ${obligations.length} obligations are the fold of their facts`, faults.obligations);
    report.check(`none of ${messages.length} messages is doubled`, faults.twice);
    report.check('each addressee of each step and of each notice has a message, and nobody else', faults.messages);
    report.check(
      `no step was silent for more than 10 s, outages apart (longest ${(silence / 1_000).toFixed(1)} s)`,
      faults.late,
    );
    report.note({ messages: messages.length, obligations: obligations.length, silence });
  } finally {
    await app.close();
  }
}

/** Moments as the system reads them. */
const withMoments = (row) => ({
  ...row,
  occurred_at: new Date(row.occurred_at).toISOString(),
  recorded_at: new Date(row.recorded_at).toISOString(),
});

/** The log with what follows from it, by stream. */
function byStream(facts, log) {
  const batchOf = new Map(log.map(({ position, batch }) => [position, batch]));
  const streams = new Map();
  for (const { aggregate, type, payload, occurredAt, recordedAt, position } of facts) {
    const { kind, id, seq } = aggregate;
    if (!streams.has(id)) streams.set(id, []);
    const batch = batchOf.get(position);
    streams.get(id).push({ kind, seq, type, payload, occurred_at: occurredAt, recorded_at: recordedAt, batch });
  }
  for (const one of streams.values()) one.sort((a, b) => a.seq - b.seq);
  return streams;
}

const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
const countOf = (list) => {
  const counted = new Map();
  for (const one of list) count(counted, one);
  return counted;
};

/** A batch holds at most one commit of a stream, so that one moment of one stream is one commit. */
function byCommit(facts) {
  const groups = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last && last[0].batch === fact.batch) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

/** What its chases had to say, and how long each had been due while the system was there. */
function foldObligation(facts, evolve, outages) {
  let obligation;
  const messages = [];
  const silences = [];
  for (const { type, payload, occurred_at: at, recorded_at: recorded } of facts) {
    const due = obligation?.rungs.find(({ level }) => level === payload.level)?.at;
    const key = (level, user) => `${obligation.id}:${level}:${obligation.dueVersion}:${user}`;
    if (type === 'ObligationChased') {
      messages.push(...payload.to.map((user) => ({ key: key(payload.level, user) })));
      if (due) silences.push(silent(Date.parse(due), Date.parse(recorded), outages));
    }
    // A step of the case itself, as an offer that lapsed: the context acted.
    const acted = type === 'ObligationMissed' || type === 'ObligationWindowClosed';
    if (acted && obligation?.actAt) silences.push(silent(Date.parse(obligation.actAt), Date.parse(recorded), outages));
    if (type === 'ObligationUnattended') messages.push(...payload.to.map((user) => ({ key: key('unattended', user) })));
    obligation = evolve(obligation, { type, payload }, at);
  }
  return { obligation, messages, silences };
}

/** From the moment it was due, or from the end of the last outage after that. */
function silent(due, heard, outages) {
  const back = outages.filter(({ from, to }) => to > due && from < heard).map(({ to }) => to);
  return Math.max(0, heard - Math.max(due, ...back));
}

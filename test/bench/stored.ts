import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { NestFactory } from '@nestjs/core';
import { obligationId } from '#obligations';
import { PinoLogger, verifyLog, type Connection } from '#platform';
import { AllInOneModule } from '../../apps/cli/all-in-one.module.js';
import { bringToThisVersion } from '../../apps/cli/bring-to-this-version.js';
import { Progress } from '../../apps/cli/progress.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { asThatVersionHadIt, restore } from '../stored/restore.js';
import { asSuperuser } from './sql.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

/** The oldest log that is kept, before texts were kept as they were written and each event had a digest. */
const FILE = '2026-11-25.jsonl.gz';
const PREFECTURE = '01';
/** Cases that are appended in one call. */
const SET = 40;
/** All three together, of a million events, take no longer. */
const GOAL_S = 600;

interface Row {
  readonly [column: string]: unknown;
}
interface Owed extends Row {
  readonly id: string;
  readonly body: { readonly plan: { readonly step: string; readonly instance: string } };
}
/** A case as that version stored it. */
interface Pattern {
  readonly id: string;
  readonly events: readonly (Row & { readonly event_id: string; readonly stream: string; readonly kind: string })[];
  readonly heads: readonly Row[];
  readonly obligations: readonly Owed[];
}

export interface Stored {
  readonly events: number;
  readonly steps: readonly { readonly name: string; readonly seconds: number; readonly found: string }[];
  readonly sound: boolean;
}

/** A log of an earlier version, made long by that version's own append, is brought to this one, verified and rebuilt. */
export async function stored(server: BenchServer, { storedEvents }: Extent): Promise<Stored> {
  const connection = server.database('bench_stored');
  await asThatVersionHadIt(connection, FILE);
  const events = await asSuperuser(connection, async (db) => {
    await restore(db, FILE);
    return lengthen(db, storedEvents);
  });
  const progress = new Progress();
  const steps: Stored['steps'][number][] = [];
  const timed = async (name: string, work: () => Promise<string>) => {
    const began = performance.now();
    const found = await work();
    progress.clear();
    steps.push({ name, seconds: (performance.now() - began) / 1000, found });
  };
  await timed('migrate', async () => {
    await bringToThisVersion(connection, progress);
    return '';
  });
  await timed('verify', async () => {
    const { faults } = await asSuperuser(connection, (db) =>
      verifyLog(db, PREFECTURE, [], progress.counting('verify', events, 'events')),
    );
    return `${faults.length} faults`;
  });
  await timed('rebuild', () => rebuilt(connection, progress));
  return { events, steps, sound: steps.every(({ found }) => !/DIFFERENT|[1-9]\d* faults/.test(found)) };
}

async function rebuilt(connection: Connection, progress: Progress): Promise<string> {
  const options = { connection, queue: { kind: 'none' }, queuePrefix: connection.database, driven: true } as const;
  const app = await NestFactory.createApplicationContext(AllInOneModule.of(options), {
    logger: new PinoLogger('error'),
  });
  try {
    const tables = await rebuild(app, undefined, progress.stages('events'));
    const different = tables.filter(({ same }) => !same).map(({ table }) => table);
    return different.length === 0 ? `${tables.length} tables identical` : `DIFFERENT: ${different.join(', ')}`;
  } finally {
    await app.close();
  }
}

/** Appends copies of its cases, under ids of their own, until there are so many events. */
async function lengthen(db: pg.Client, wanted: number): Promise<number> {
  await db.query('SET synchronous_commit = off');
  const patterns = await patternsOf(db);
  const { rows } = await db.query<{ position: number }>('SELECT position::int FROM log_head WHERE prefecture = $1', [
    PREFECTURE,
  ]);
  let events = rows[0]?.position ?? 0;
  for (let n = 0; events < wanted;) {
    const batch = { events: [] as Row[], heads: [] as Row[], obligations: [] as Row[] };
    for (let m = 0; m < SET; m++, n++) {
      const copy = copyOf(patterns[n % patterns.length] as Pattern);
      batch.events.push(...copy.events.map((row) => ({ ...row, m })));
      batch.heads.push(...copy.heads.map((row) => ({ ...row, m, base: 0 })));
      batch.obligations.push(...copy.obligations.map((row) => ({ ...row, m, base: 0 })));
    }
    await db.query('SELECT app.append($1, $2)', [PREFECTURE, JSON.stringify(batch)]);
    events += batch.events.length;
  }
  // Nobody measures how reactions hear what was never done: they stand at the end.
  await db.query('UPDATE follower f SET position = h.position FROM log_head h WHERE h.prefecture = f.prefecture');
  await db.query('VACUUM ANALYZE');
  return events;
}

/** Consultations: no other case refers to them, and nothing is claimed by them. */
async function patternsOf(db: pg.Client): Promise<Pattern[]> {
  const { rows } = await db.query<Pattern>(
    `SELECT h.stream AS id, json_build_array(h) AS heads,
            (SELECT json_agg(e ORDER BY e.position) FROM event e WHERE e.correlation_id = h.stream) AS events,
            (SELECT coalesce(json_agg(o), '[]') FROM obligation o WHERE o.case_id = h.stream) AS obligations
       FROM stream_head h WHERE h.prefecture = $1 AND h.kind = 'consultation'`,
    [PREFECTURE],
  );
  return rows.filter(({ id, events }) => events.every(({ kind, stream }) => kind === 'obligation' || stream === id));
}

function copyOf(pattern: Pattern): Pattern {
  const id = randomUUID();
  const renamed = new Map<string, string>([[pattern.id, id]]);
  for (const { id: owed, body } of pattern.obligations) renamed.set(owed, obligationId(id, body.plan));
  for (const { event_id } of pattern.events) renamed.set(event_id, randomUUID());
  const text = JSON.stringify(pattern).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (found) => renamed.get(found) ?? found);
  return JSON.parse(text) as Pattern;
}

export const storedLines = ({ events, steps, sound }: Stored): string[] => {
  const all = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const judged = !sound
    ? 'NOT THE SAME'
    : all * (1_000_000 / events) <= GOAL_S
      ? `holds (≤ ${GOAL_S} s of a million)`
      : `above ${GOAL_S} s of a million`;
  return [
    `| ${events.toLocaleString('en')} events | s | events/s | found | |`,
    '|---|---:|---:|---|---|',
    ...steps.map(
      ({ name, seconds, found }) =>
        `| ${name} | ${seconds.toFixed(1)} | ${Math.round(events / seconds)} | ${found} | |`,
    ),
    `| all | ${all.toFixed(1)} | ${Math.round(events / all)} | | ${judged} |`,
  ];
};

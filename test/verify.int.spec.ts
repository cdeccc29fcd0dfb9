import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CHAIN_HASH_SQL, verifyLog, type Anchor } from '#platform';
import { testServer } from '#test/server.js';
import { Play } from '../apps/cli/scenario/play.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { World } from '../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../migrations/run.js';

const CHANGES = 200;

/** What a superuser could do to the log; each takes a position and keeps all constraints satisfied. */
const TAMPERINGS: Readonly<Record<string, (position: number) => readonly string[]>> = {
  'edits a payload': (n) => [`UPDATE event SET payload = payload::jsonb || '{"edited": true}' WHERE position = ${n}`],
  'edits a moment': (n) => [
    `UPDATE event SET occurred_at = occurred_at + interval '1 microsecond' WHERE position = ${n}`,
  ],
  'edits an actor': (n) => [`UPDATE event SET actor = '{"system": "worker", "job": "nobody"}' WHERE position = ${n}`],
  'edits a form': (n) => [`UPDATE event SET form = 3 - form WHERE position = ${n}`],
  'names a form that nobody knows': (n) => [`UPDATE event SET form = 9 WHERE position = ${n}`],
  'edits a hash': (n) => [`UPDATE event SET hash = set_byte(hash, 7, 255 - get_byte(hash, 7)) WHERE position = ${n}`],
  'removes one': (n) => [`DELETE FROM event WHERE position = ${n}`],
  'removes one and closes the gap': (n) => [
    `DELETE FROM event WHERE position = ${n}`,
    `UPDATE event SET position = -position WHERE position > ${n}`,
    `UPDATE event SET position = -position - 1 WHERE position < 0`,
    `UPDATE log_head SET position = position - 1`,
  ],
  'inserts one': (n) => [
    `UPDATE event SET position = -position WHERE position > ${n}`,
    `UPDATE event SET position = -position + 1 WHERE position < 0`,
    `INSERT INTO event SELECT prefecture, ${n} + 1, gen_random_uuid(), type, schema_version, occurred_at, recorded_at, kind,
            gen_random_uuid(), 1, area, other_areas, actor, correlation_id, causation_id, rule_set, patient_ref, payload, hash, form
       FROM event WHERE position = ${n}`,
    `UPDATE log_head SET position = position + 1`,
  ],
  'swaps two neighbors': (n) => [
    `UPDATE event SET position = 0 WHERE position = ${n}`,
    `UPDATE event SET position = ${n} WHERE position = ${n} + 1`,
    `UPDATE event SET position = ${n} + 1 WHERE position = 0`,
  ],
  'cuts off the end': (n) => [
    `DELETE FROM event WHERE position >= ${n}`,
    `UPDATE log_head SET position = ${n} - 1, hash = coalesce((SELECT hash FROM event WHERE position = ${n} - 1), '\\x00')`,
  ],
  'edits one and forges the whole chain after it': (n) => [
    `UPDATE event SET payload = payload::jsonb || '{"forged": true}' WHERE position = ${n}`,
    `DO $$ DECLARE e record; before bytea := coalesce((SELECT hash FROM event WHERE position = ${n} - 1), '\\x00'); BEGIN
       FOR e IN SELECT x.position AS at FROM event x WHERE x.position >= ${n} ORDER BY x.position LOOP
         SELECT ${CHAIN_HASH_SQL} INTO before FROM event x WHERE x.position = e.at;
         UPDATE event x SET hash = before WHERE x.position = e.at;
       END LOOP;
       UPDATE log_head SET hash = before;
     END $$`,
  ],
};

describe('verify', () => {
  const connection = { ...testServer(), database: `verify_${process.pid}` };
  let client: pg.Client;
  let anchors: Anchor[];

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    const scenario = readScenario(readFileSync(new URL('scenarios/missed-handover.json', import.meta.url), 'utf8'));
    const world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'v', start: scenario.clock });
    await new Play(world, scenario, 'verify').all();
    await world.close();
    client = new pg.Client(connection);
    await client.connect();
    const { rows } = await client.query<Anchor>(
      `SELECT prefecture, position::int, encode(hash, 'hex') AS hash, now() AS at FROM log_head`,
    );
    anchors = rows;
  });
  afterAll(async () => {
    await client.end();
    await dropDatabase(connection);
  });

  it('finds nothing on an untouched log', async () => {
    const { faults, events, anchoredThrough } = await verifyLog(client, '01', anchors);
    expect(faults).toEqual([]);
    expect(anchoredThrough).toBe(events);
  });

  it.each([1, 7, 10_000])(
    'finds nothing either, and says how far it is, where it looks at %i at a time',
    async (stretch) => {
      const seen: number[] = [];
      const { faults, events } = await verifyLog(client, '01', anchors, (done) => seen.push(done), stretch);
      expect(faults).toEqual([]);
      expect(seen).toHaveLength(Math.ceil(events / stretch));
      expect(seen[0]).toBe(Math.min(stretch, events));
      expect(seen.at(-1)).toBe(events);
    },
  );

  it('finds an event of one kind in a stream of another', async () => {
    const { rows } = await client.query<{ stream: string; seq: number }>(
      `SELECT stream, max(seq) AS seq FROM event WHERE kind = 'discharge_case' GROUP BY stream LIMIT 1`,
    );
    const [first] = rows;
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO event (prefecture, position, event_id, type, schema_version, occurred_at, recorded_at, kind, stream, seq,
                          actor, correlation_id, payload, hash, form)
       SELECT prefecture, position + 1, gen_random_uuid(), 'AgendaItemScheduled', 1, now(), now(), 'agenda_item', $1, $2,
              '{}', $1, '{}', '\\x00', 2 FROM log_head`,
      [first?.stream, (first?.seq ?? 0) + 1],
    );
    const { faults } = await verifyLog(client, '01', []);
    await client.query('ROLLBACK');
    expect(faults.map(({ what }) => what)).toContain('it is an event of agenda_item in a stream of discharge_case');
  });

  it(`finds each of ${CHANGES} random changes by the superuser before the last anchor`, async () => {
    const last = anchors[0]?.position ?? 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(TAMPERINGS)),
        fc.integer({ min: 1, max: last - 1 }),
        fc.constantFrom(1, 7, last, 10_000),
        async (kind, position, stretch) => {
          await client.query('BEGIN');
          // The superuser's way past the triggers.
          await client.query('SET LOCAL session_replication_role = replica');
          for (const statement of TAMPERINGS[kind]?.(position) ?? []) await client.query(statement);
          const { faults } = await verifyLog(client, '01', anchors, undefined, stretch);
          await client.query('ROLLBACK');
          expect({ kind, position, stretch, found: faults.length > 0 }).toEqual({
            kind,
            position,
            stretch,
            found: true,
          });
        },
      ),
      { numRuns: CHANGES, endOnFailure: true },
    );
  });
});

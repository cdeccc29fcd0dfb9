import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { Cases } from '#cases';
import { issueSignalKind } from '#issues';
import { Followers } from '#platform';
import { clientOf, freshDatabase } from '#test/database.js';
import { rebuild, type Rebuilt } from '../apps/cli/rebuild.js';
import { Play } from '../apps/cli/scenario/play.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { World } from '../apps/cli/scenario/world.js';

const DERIVED = [
  'stream_head',
  'obligation',
  'discharge_outcome',
  'counted_consultation',
  'issue_signal',
  'issue_standing',
  'issue_share',
  'issue_tally',
  'issue_node',
  'issue_alias',
  'search_case',
  'search_name',
  'search_text',
];
/** So small that streams go on from one page to the next. */
const PAGE = 3;

/** What happens to derived rows, in which table. Each leaves the log alone. */
const DAMAGES: readonly (readonly [what: string, table: string, sql: string])[] = [
  ['all heads lost', 'stream_head', 'DELETE FROM stream_head'],
  [
    'a head that no fact made',
    'stream_head',
    `INSERT INTO stream_head (prefecture, stream, kind, base, version, state_version, status, relations, state)
     SELECT prefecture, gen_random_uuid(), kind, base, version, state_version, status, relations, state FROM stream_head LIMIT 1`,
  ],
  ['an older state', 'stream_head', `UPDATE stream_head SET state = state - 'area' WHERE kind = 'discharge_case'`],
  [
    'a number written otherwise',
    'stream_head',
    `UPDATE stream_head SET state = state || '{"episode": 1.0}' WHERE kind = 'regional_issue'`,
  ],
  ['all obligations lost', 'obligation', 'DELETE FROM obligation'],
  [
    'the last obligation lost',
    'obligation',
    'DELETE FROM obligation WHERE id = (SELECT max(id::text)::uuid FROM obligation)',
  ],
  ['an alarm that never rings', 'obligation', `UPDATE obligation SET next_at = NULL WHERE next_at IS NOT NULL`],
  ['an obligation that went over to another case', 'obligation', `UPDATE obligation SET case_id = gen_random_uuid()`],
  ['a signal that was withdrawn', 'issue_signal', 'UPDATE issue_signal SET withdrawn_at = now()'],
  ['a municipality that counts for nothing', 'issue_share', 'DELETE FROM issue_share'],
  ['a case counted twice', 'issue_tally', 'UPDATE issue_tally SET n = n + 1'],
  ['an outcome lost', 'discharge_outcome', 'DELETE FROM discharge_outcome'],
  ['a name under which nobody is found', 'search_name', 'DELETE FROM search_name'],
  ['a text that somebody else may find', 'search_text', `UPDATE search_text SET seers = '{1}'`],
];

describe('rebuild', () => {
  let world: World;
  let client: pg.Client;
  let drop: () => Promise<void>;
  let sound: unknown;

  const rowsOf = async (...tables: readonly string[]): Promise<unknown> => {
    const found: Record<string, unknown> = {};
    for (const table of tables)
      found[table] = (await client.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY t::text`)).rows;
    return found;
  };
  const different = (tables: readonly Rebuilt[]) => tables.filter(({ same }) => !same).map(({ table }) => table);

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    const file = new URL('scenarios/recurring-issue-with-leak.json', import.meta.url);
    const scenario = readScenario(readFileSync(file, 'utf8'));
    world = await World.open({ ...fresh, queue: { kind: 'none' }, queuePrefix: 'r', start: scenario.clock });
    await new Play(world, scenario, 'rebuild').all();
    client = await clientOf(fresh.connection);
    sound = await rowsOf(...DERIVED);
  });
  afterAll(async () => {
    await client.end();
    await world.close();
    await drop();
  });

  it('finds every row identical, and leaves rows, leases and the log as they stand', async () => {
    await client.query(`UPDATE obligation SET fence = 3, attempts = 2, lease_until = now()`);
    const before = await rowsOf(...DERIVED, 'event', 'log_head', 'follower', 'message', 'command_answer', 'claim');
    const tables = await rebuild(world.app);
    expect(tables.map(({ table }) => table).toSorted()).toEqual(DERIVED.toSorted());
    for (const { table, rows } of tables) {
      const { rows: counted } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      expect({ table, rows }).toEqual({ table, rows: Number(counted[0]?.count) });
    }
    expect(different(tables)).toEqual([]);
    expect(await rowsOf(...DERIVED, 'event', 'log_head', 'follower', 'message', 'command_answer', 'claim')).toEqual(
      before,
    );
    await client.query(`UPDATE obligation SET fence = 0, attempts = 0, lease_until = NULL`);
    sound = await rowsOf(...DERIVED);
  });

  it.each(DAMAGES)('says so and makes it good: %s', async (_what, table, sql) => {
    const { rowCount } = await client.query(sql);
    expect(rowCount).toBeGreaterThan(0);
    expect(different(await rebuild(world.app, PAGE))).toEqual([table]);
    expect(different(await rebuild(world.app, PAGE))).toEqual([]);
  });

  it('writes nothing where nothing differs', async () => {
    const versions = () =>
      client.query('SELECT xmin, ctid FROM stream_head UNION ALL SELECT xmin, ctid FROM obligation');
    const { rows: before } = await versions();
    await rebuild(world.app, PAGE);
    expect((await versions()).rows).toEqual(before);
  });

  it('comes from damaged rows to the very rows there were', async () => {
    const withoutBase = (tables: unknown) =>
      JSON.parse(JSON.stringify(tables), (key, value: unknown) => (key === 'base' ? 0 : value)) as unknown;
    for (const table of DERIVED) await client.query(`DELETE FROM ${table}`);
    await rebuild(world.app);
    expect(withoutBase(await rowsOf(...DERIVED))).toEqual(withoutBase(sound));
  });
});

describe('rebuild of a log in which a signal was withdrawn', () => {
  it('leaves it withdrawn, though what raised it is played again', async () => {
    const { connection, drop } = await freshDatabase();
    const file = new URL('scenarios/backup-exhausted.json', import.meta.url);
    const scenario = readScenario(readFileSync(file, 'utf8'));
    const world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'w', start: scenario.clock });
    const client = await clientOf(connection);
    try {
      await new Play(world, scenario, 'withdrawn').all();
      const { rows } = await client.query<{ prefecture: string; id: string }>(
        'SELECT prefecture, id FROM issue_signal WHERE severity = 2',
      );
      const [signal] = rows as [{ prefecture: string; id: string }];
      await world.app.get(Cases).work(issueSignalKind, {
        ...signal,
        command: { type: 'WithdrawIssueSignal' },
        job: 'test',
        key: randomUUID(),
      });
      while (await world.app.get(Followers).catchUp());
      const log = () => client.query('SELECT position, type FROM event ORDER BY prefecture, position');
      const { rows: before } = await log();
      expect(before).toContainEqual(expect.objectContaining({ type: 'IssueSignalWithdrawn' }));
      const tables = await rebuild(world.app);
      expect(tables.filter(({ same }) => !same)).toEqual([]);
      expect((await log()).rows).toEqual(before);
    } finally {
      await client.end();
      await world.close();
      await drop();
    }
  });
});

import {
  array,
  asyncProperty,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  record as recordOf,
  type Arbitrary,
} from 'fast-check';
import type pg from 'pg';
import { idOf, instantOf, type Instant, type Recorded } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import { AreaNodes, type AreaStructure } from '../domain/area-nodes.js';
import type { Signal } from '../domain/counts.js';
import type { IssueSignalRaised } from '../domain/issue-signal.events.js';
import { ISSUE_RULES } from '../domain/issue.rules.js';
import { countingOf, news, rollUp, rollUpCounted, type RulesInForce } from '../domain/roll-up.js';
import { addSignal, countsOf, recount, removeSignal, type KeyCount } from './issue-counts.rows.js';
import * as rows from './issue-signal.rows.js';

const PREFECTURE = '01';
const KEY = 'sudden_change|night_cover';
const RULES: RulesInForce = { ref: { id: 'default', version: 1 }, values: ISSUE_RULES };
const rules = () => RULES;

/** Two secondary areas; one home-care area of a single town, one that is its secondary area, one town that is everything. */
const AREAS: readonly (readonly [id: string, level: string, parent: string | null])[] = [
  [PREFECTURE, 'prefecture', null],
  ['t', 'tertiary_area', PREFECTURE],
  ['s1', 'secondary_area', 't'],
  ['h1', 'home_care_area', 's1'],
  ['m1', 'municipality', 'h1'],
  ['m2', 'municipality', 'h1'],
  ['h2', 'home_care_area', 's1'],
  ['m3', 'municipality', 'h2'],
  ['s2', 'secondary_area', 't'],
  ['h3', 'home_care_area', 's2'],
  ['m4', 'municipality', 'h3'],
  ['m5', 'municipality', 'h3'],
  ['s3', 'secondary_area', 't'],
  ['h4', 'home_care_area', 's3'],
  ['m6', 'municipality', 'h4'],
];
const tree: AreaStructure = {
  prefecture: PREFECTURE,
  areas: Object.fromEntries(AREAS.map(([id, level, parent]) => [id, { id, level, parent }])),
};
const nodes = new AreaNodes(tree);
const MUNICIPALITIES = AREAS.flatMap(([id, level]) => (level === 'municipality' ? [id] : []));
const day = (n: number): Instant => instantOf(Date.parse('2021-01-04T00:00:00Z') + n * 86_400_000);

type Step =
  | { readonly do: 'raise'; readonly signal: Omit<Signal, 'id'> }
  | { readonly do: 'withdraw'; readonly nth: number }
  | { readonly do: 'close' | 'dismiss' | 'escalate'; readonly nth: number; readonly on: number };

const signal: Arbitrary<Omit<Signal, 'id'>> = recordOf({
  municipality: constantFrom(...MUNICIPALITIES),
  caseKey: constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  reporter: constantFrom(idOf('x'), idOf('y'), null),
  severity: constantFrom(1, 1, 1, 1, 1, 2, 3),
  escalationReason: constantFrom(null, null, null, null, 'E2'),
  otherMunicipalities: constantFrom<readonly string[]>([], [], [], ['m2'], ['m4'], ['elsewhere']),
  // Over four years, in any order: most are late.
  occurredAt: integer({ min: 0, max: 130 }).map((n) => day(n * 11)),
});
const step: Arbitrary<Step> = oneof(
  { weight: 8, arbitrary: recordOf({ do: constant('raise' as const), signal }) },
  { weight: 2, arbitrary: recordOf({ do: constant('withdraw' as const), nth: integer({ min: 0, max: 100 }) }) },
  {
    weight: 2,
    arbitrary: recordOf({
      do: constantFrom('close' as const, 'dismiss' as const, 'escalate' as const),
      nth: integer({ min: 0, max: 100 }),
      on: integer({ min: 0, max: 1_430 }),
    }),
  },
);

describe('the roll-up, signal by signal', () => {
  let tx: pg.Client;
  let drop: () => Promise<void>;
  let position = 0;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    tx = await clientOf(fresh.connection);
  });
  afterAll(async () => {
    await tx.end();
    await drop();
  });

  const count = async (): Promise<KeyCount & { standing: Awaited<ReturnType<typeof rows.standingOf>> }> => {
    const standing = await rows.standingOf(tx, PREFECTURE, KEY);
    const counting = countingOf({ key: KEY, nodes, standing, rules });
    return { prefecture: PREFECTURE, key: KEY, nodes, counting, standing, rules: () => ISSUE_RULES };
  };

  const raised = ({ municipality, ...one }: Omit<Signal, 'id'>, id: string) =>
    ({
      prefecture: PREFECTURE,
      position: ++position,
      occurredAt: one.occurredAt,
      recordedAt: day(2_000),
      aggregate: { kind: 'issue_signal', id, seq: 1 },
      payload: {
        key: KEY,
        source: 'manual',
        sourceId: id,
        caseKey: one.caseKey,
        scene: 'sudden_change',
        issueType: 'night_cover',
        severity: one.severity,
        ...(one.reporter !== null && { reporterOrganization: one.reporter }),
        ...(one.escalationReason !== null && { escalationReason: one.escalationReason }),
        otherAreas: one.otherMunicipalities.map((municipalityId) => ({ municipalityId })),
        area: {
          municipalityId: municipality,
          homeCareAreaId: idOf('h'),
          secondaryAreaId: idOf('s'),
          tertiaryAreaId: idOf('t'),
        },
      },
    }) as unknown as Recorded<IssueSignalRaised>;

  /** One step, as the follower takes it; answers the areas that are judged after it. */
  const take = async (one: Step, signals: Map<string, Signal>) => {
    if (one.do === 'raise') {
      const id = idOf('signal', position);
      const made = { ...one.signal, id };
      await rows.insertSignal(tx, raised(one.signal, id), KEY);
      await addSignal(tx, await count(), made);
      signals.set(id, made);
      return nodes.above(made.municipality);
    }
    if (one.do === 'withdraw') {
      const gone = [...signals.values()][one.nth % Math.max(signals.size, 1)];
      if (!gone) return [];
      const event = { prefecture: PREFECTURE, aggregate: { id: gone.id }, recordedAt: day(2_000) } as Recorded;
      const found = await rows.withdrawSignal(tx, event);
      if (found) await removeSignal(tx, await count(), found);
      signals.delete(gone.id);
      return nodes.above(gone.municipality);
    }
    const { standing } = await count();
    const [id, issue] = [...standing][one.nth % Math.max(standing.size, 1)] ?? [];
    if (id === undefined || !issue) return [];
    const how = {
      close: rows.closeStanding,
      dismiss: rows.dismissStanding,
      escalate: rows.escalateStanding,
    }[one.do];
    await how(tx, PREFECTURE, id, day(one.on));
    if (one.do !== 'escalate') await recount(tx, await count());
    return nodes.from(nodes.at(issue.level, issue.areaId));
  };

  it('comes to what all signals together come to, in whatever order they are written down, withdrawn and judged', async () => {
    await assert(
      asyncProperty(array(step, { maxLength: 30 }), async (steps) => {
        for (const table of ['issue_signal', 'issue_standing', 'issue_share', 'issue_tally', 'issue_node'])
          await tx.query(`DELETE FROM ${table}`);
        const signals = new Map<string, Signal>();
        for (const one of steps) {
          const places = await take(one, signals);
          const at = await count();
          const counted = await countsOf(tx, PREFECTURE, KEY);
          expect(counted).toEqual(at.counting.whole([...signals.values()]));

          const input = { key: KEY, rules, asOf: day(1_500), standing: at.standing };
          const asked = news(rollUpCounted({ ...input, nodes, counts: counted }, places), at.standing);
          // Nothing beside the areas that are judged has become different.
          expect(asked).toEqual(news(rollUp({ ...input, tree, signals: [...signals.values()] }), at.standing));
          for (const wanted of asked) await rows.remember(tx, PREFECTURE, wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads no other signal for one that closes a window, however many there are', async () => {
    await tx.query('DELETE FROM issue_signal; DELETE FROM issue_standing; DELETE FROM issue_share');
    await tx.query('DELETE FROM issue_tally; DELETE FROM issue_node');
    const asked: string[] = [];
    const watched: pg.ClientBase = Object.assign(Object.create(tx) as pg.Client, {
      query: (statement: pg.QueryConfig) => {
        asked.push(statement.name ?? statement.text);
        return tx.query(statement);
      },
    });
    const reporters = ['x', 'x', 'x', 'x', 'y', 'y'];
    for (const [i, reporter] of reporters.entries()) {
      const one = {
        municipality: 'm1',
        caseKey: `case-${i}`,
        reporter: idOf(reporter),
        severity: 1,
        escalationReason: null,
        otherMunicipalities: [],
        occurredAt: day(i),
      } as const;
      const id = idOf('in order', i);
      await rows.insertSignal(tx, raised(one, id), KEY);
      await addSignal(watched, await count(), { ...one, id });
    }
    const shares = (await countsOf(tx, PREFECTURE, KEY)).get('m1')?.shares.get('m1');
    expect(shares).toMatchObject({ signals: 6, recurredAt: day(4) });
    expect(asked).not.toContain('issue-signals-of-municipality');
    expect(asked.filter((name) => name === 'issue-window')).toHaveLength(5);
  });
});

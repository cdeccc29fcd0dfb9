import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { AreaNode, AreaNodes } from '../domain/area-nodes.js';
import type { Counting, Counts, NodeCounts, Share, Signal } from '../domain/counts.js';
import type { IssueRules } from '../domain/issue.rules.js';
import { plusWholeDays, quarterOf } from '../domain/recurrence.js';
import { signalsOf } from './issue-signal.rows.js';

/** How the signals of one key are counted, in the follower's own transaction. */
export interface KeyCount {
  readonly prefecture: string;
  readonly key: string;
  readonly nodes: AreaNodes;
  readonly counting: Counting;
  readonly rules: (node: AreaNode) => IssueRules;
}

type Thing = readonly [node: string, what: 'case' | 'organization', thing: string];

export const countsOf = async (tx: Queryable, prefecture: string, key: string): Promise<Counts> =>
  (await countsByKey(tx, prefecture, [key])).get(key) ?? new Map();

export async function countsByKey(
  tx: Queryable,
  prefecture: string,
  keys: readonly string[],
): Promise<Map<string, Counts>> {
  const { rows: shares } = await tx.query<Share & { key: string; node: string }>({
    name: 'issue-shares-by-key',
    text: `SELECT key, node, municipality, signals, plain, escalated, crossing, crossing_area AS "crossingArea",
                  first_at AS "firstAt", last_at AS "lastAt", recurred_at AS "recurredAt"
             FROM issue_share WHERE prefecture = $1 AND key = ANY ($2::text[]) ORDER BY key, node, municipality`,
    values: [prefecture, keys],
  });
  const { rows: nodes } = await tx.query<{ key: string; node: string; cases: number; organizations: number }>({
    name: 'issue-nodes-by-key',
    text: `SELECT key, node, cases, organizations FROM issue_node
            WHERE prefecture = $1 AND key = ANY ($2::text[]) ORDER BY key, node`,
    values: [prefecture, keys],
  });
  const found = new Map<string, Map<string, NodeCounts & { shares: Map<string, Share> }>>();
  for (const { key, node, cases, organizations } of nodes) {
    const counts = found.get(key) ?? new Map<string, NodeCounts & { shares: Map<string, Share> }>();
    found.set(key, counts.set(node, { cases, organizations, shares: new Map() }));
  }
  for (const { key, node, ...share } of shares) found.get(key)?.get(node)?.shares.set(share.municipality, share);
  return found;
}

/** One more. Its cost grows with the areas that hold it and not with the key; what is written down late may cost a look. */
export async function addSignal(tx: Queryable, count: KeyCount, signal: Signal): Promise<void> {
  const { counting, nodes } = count;
  if (!nodes.knows(signal.municipality)) return;
  const own = nodes.municipality(signal.municipality);
  const holding = nodes.above(signal.municipality).filter((node) => counting.counts(node, signal.occurredAt));
  await tally(tx, count, own, holding, signal, 1);
  const before = await sharesAt(tx, count, signal.municipality);
  const recurred = await recurredAfter(tx, count, signal, before);
  // Nodes that do not count it may still compare a season with it.
  const told = nodes.above(signal.municipality).filter((node) => holding.includes(node) || before.has(node.id));
  const shares = told.map((node) => {
    const share = before.get(node.id);
    const counted = holding.includes(node);
    return {
      node: node.id,
      ...(counted ? counting.contribution(node, signal) : NO_CONTRIBUTION),
      signals: counted ? 1 : 0,
      at: counted ? signal.occurredAt : (share?.lastAt ?? signal.occurredAt),
      recurredAt: recurred(node, share),
    };
  });
  await tx.query({
    name: 'issue-share-more',
    text: `INSERT INTO issue_share AS s (prefecture, key, municipality, node, signals, plain, escalated, crossing,
             crossing_area, first_at, last_at, recurred_at)
           SELECT $1, $2, $3, n.node, n.signals, n.plain, n.escalated, n.crossing, n.crossing_area, n.at, n.at, n.recurred_at
             FROM unnest($4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::timestamptz[],
                         $11::timestamptz[])
                  AS n(node, signals, plain, escalated, crossing, crossing_area, at, recurred_at)
           ON CONFLICT (prefecture, key, node, municipality) DO UPDATE
             SET signals = s.signals + EXCLUDED.signals, plain = s.plain + EXCLUDED.plain,
                 escalated = s.escalated + EXCLUDED.escalated, crossing = s.crossing + EXCLUDED.crossing,
                 crossing_area = s.crossing_area + EXCLUDED.crossing_area,
                 first_at = least(s.first_at, EXCLUDED.first_at), last_at = greatest(s.last_at, EXCLUDED.last_at),
                 recurred_at = EXCLUDED.recurred_at`,
    values: [
      count.prefecture,
      count.key,
      signal.municipality,
      shares.map(({ node }) => node),
      shares.map(({ signals }) => signals),
      shares.map(({ plain }) => plain),
      shares.map(({ escalated }) => escalated),
      shares.map(({ crossing }) => crossing),
      shares.map(({ crossingArea }) => crossingArea),
      shares.map(({ at }) => at),
      shares.map(({ recurredAt }) => recurredAt),
    ],
  });
}

const NO_CONTRIBUTION = { plain: 0, escalated: 0, crossing: 0, crossingArea: 0 };

/** One less: what is left of its municipality is read. */
export async function removeSignal(tx: Queryable, count: KeyCount, signal: Signal): Promise<void> {
  const { counting, nodes, prefecture, key } = count;
  if (!nodes.knows(signal.municipality)) return;
  const own = nodes.municipality(signal.municipality);
  const above = nodes.above(signal.municipality);
  const left = await signalsOf(tx, prefecture, key, signal.municipality);
  const holding = above.filter((node) => counting.counts(node, signal.occurredAt));
  await tally(tx, count, own, holding, signal, -1);
  await tx.query({
    name: 'issue-tally-last',
    text: `UPDATE issue_tally SET last_at = CASE what WHEN 'case' THEN $4::timestamptz ELSE $5::timestamptz END
            WHERE prefecture = $1 AND key = $2 AND node = $3
              AND (what = 'case' AND thing = $6 OR what = 'organization' AND thing = $7)`,
    values: [
      prefecture,
      key,
      own.id,
      left.findLast(({ caseKey }) => caseKey === signal.caseKey)?.occurredAt,
      left.findLast(({ reporter }) => reporter === signal.reporter)?.occurredAt,
      signal.caseKey,
      signal.reporter ?? '',
    ],
  });
  await tx.query({
    name: 'issue-shares-forgotten',
    text: 'DELETE FROM issue_share WHERE prefecture = $1 AND key = $2 AND municipality = $3',
    values: [prefecture, key, signal.municipality],
  });
  await insertShares(
    tx,
    count,
    above.flatMap((node) => {
      const share = counting.share(node, left);
      return share ? [{ node: node.id, ...share }] : [];
    }),
  );
}

/** Everything of the key from its signals, as when an episode ends and other signals count than before. */
export async function recount(tx: Queryable, count: KeyCount): Promise<void> {
  const { prefecture, key, counting, nodes } = count;
  const signals = (await signalsOf(tx, prefecture, key)).filter(({ municipality }) => nodes.knows(municipality));
  for (const table of ['issue_share', 'issue_tally', 'issue_node'])
    await tx.query({
      name: `${table}-forgotten`,
      text: `DELETE FROM ${table} WHERE prefecture = $1 AND key = $2`,
      values: [prefecture, key],
    });
  const tallies = new Map<string, { thing: Thing; n: number; lastAt: Instant | null }>();
  for (const signal of signals) {
    const own = nodes.municipality(signal.municipality).id;
    for (const node of nodes.above(signal.municipality)) {
      if (!counting.counts(node, signal.occurredAt)) continue;
      for (const thing of thingsOf(node, signal)) {
        const name = thing.join('\u001f');
        const n = (tallies.get(name)?.n ?? 0) + 1;
        tallies.set(name, { thing, n, lastAt: node.id === own ? signal.occurredAt : null });
      }
    }
  }
  const all = [...tallies.values()];
  await tx.query({
    name: 'issue-tallies-anew',
    text: `INSERT INTO issue_tally (prefecture, key, node, what, thing, n, last_at)
           SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[])`,
    values: [
      prefecture,
      key,
      all.map(({ thing }) => thing[0]),
      all.map(({ thing }) => thing[1]),
      all.map(({ thing }) => thing[2]),
      all.map(({ n }) => n),
      all.map(({ lastAt }) => lastAt),
    ],
  });
  const counts = counting.whole(signals);
  await tx.query({
    name: 'issue-nodes-anew',
    text: `INSERT INTO issue_node (prefecture, key, node, cases, organizations)
           SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::int[])`,
    values: [
      prefecture,
      key,
      [...counts.keys()],
      [...counts.values()].map(({ cases }) => cases),
      [...counts.values()].map(({ organizations }) => organizations),
    ],
  });
  await insertShares(
    tx,
    count,
    [...counts].flatMap(([node, { shares }]) => [...shares.values()].map((share) => ({ node, ...share }))),
  );
}

const thingsOf = (node: AreaNode, { caseKey, reporter }: Signal): Thing[] => [
  [node.id, 'case', caseKey],
  ...(reporter === null ? [] : [[node.id, 'organization', reporter] as const]),
];

/** Counts a signal's case and organization in or out of the nodes, and how many distinct ones each then has. */
async function tally(
  tx: Queryable,
  { prefecture, key }: KeyCount,
  own: AreaNode,
  holding: readonly AreaNode[],
  signal: Signal,
  by: 1 | -1,
): Promise<void> {
  const things = holding.flatMap((node) => thingsOf(node, signal));
  const { rows } = await tx.query<{ node: string; what: Thing[1]; n: number }>({
    name: 'issue-tally',
    text: `INSERT INTO issue_tally AS t (prefecture, key, node, what, thing, n, last_at)
           SELECT $1, $2, w.node, w.what, w.thing, $6::int, CASE w.node WHEN $7 THEN $8::timestamptz END
             FROM unnest($3::text[], $4::text[], $5::text[]) AS w(node, what, thing)
           ON CONFLICT (prefecture, key, node, what, thing)
             DO UPDATE SET n = t.n + EXCLUDED.n, last_at = greatest(t.last_at, EXCLUDED.last_at)
           RETURNING node, what, n`,
    values: [
      prefecture,
      key,
      things.map(([node]) => node),
      things.map(([, what]) => what),
      things.map(([, , thing]) => thing),
      by,
      own.id,
      signal.occurredAt,
    ],
  });
  const turned = rows.filter(({ n }) => n === (by === 1 ? 1 : 0));
  const changed = (node: AreaNode, what: Thing[1]) =>
    turned.some((row) => row.node === node.id && row.what === what) ? by : 0;
  await tx.query({
    name: 'issue-node',
    text: `INSERT INTO issue_node AS o (prefecture, key, node, cases, organizations)
           SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::int[])
           ON CONFLICT (prefecture, key, node)
             DO UPDATE SET cases = o.cases + EXCLUDED.cases, organizations = o.organizations + EXCLUDED.organizations`,
    values: [
      prefecture,
      key,
      holding.map(({ id }) => id),
      holding.map((node) => changed(node, 'case')),
      holding.map((node) => changed(node, 'organization')),
    ],
  });
  if (by === 1) return;
  await tx.query({
    name: 'issue-tally-none',
    text: `DELETE FROM issue_tally WHERE prefecture = $1 AND key = $2 AND node = ANY ($3) AND n = 0`,
    values: [prefecture, key, holding.map(({ id }) => id)],
  });
  await tx.query({
    name: 'issue-node-none',
    text: `DELETE FROM issue_node WHERE prefecture = $1 AND key = $2 AND node = ANY ($3) AND cases = 0`,
    values: [prefecture, key, holding.map(({ id }) => id)],
  });
}

async function sharesAt(
  tx: Queryable,
  { prefecture, key, nodes }: KeyCount,
  municipality: string,
): Promise<Map<string, { recurredAt: Instant | null; lastAt: Instant }>> {
  const { rows } = await tx.query<{ node: string; recurredAt: Instant | null; lastAt: Instant }>({
    name: 'issue-shares-at',
    text: `SELECT node, recurred_at AS "recurredAt", last_at AS "lastAt" FROM issue_share
            WHERE prefecture = $1 AND key = $2 AND node = ANY ($3) AND municipality = $4`,
    values: [prefecture, key, nodes.above(municipality).map(({ id }) => id), municipality],
  });
  return new Map(rows.map(({ node, ...share }) => [node, share]));
}

type Recurred = (node: AreaNode, before: { recurredAt: Instant | null } | undefined) => Instant | null;

/**
 * R0 with one signal more. What recurred before it stays as it is. The newest of all is compared with the window that it
 * closes; only one that was written down late, or a season that can be compared, has the others read again.
 */
async function recurredAfter(
  tx: Queryable,
  count: KeyCount,
  signal: Signal,
  before: ReadonlyMap<string, { recurredAt: Instant | null; lastAt: Instant }>,
): Promise<Recurred> {
  const { prefecture, key, nodes, counting } = count;
  const { municipality, occurredAt } = signal;
  const own = nodes.municipality(municipality);
  const rules = count.rules(own);
  const above = nodes.above(municipality);
  const open = above.filter(({ id }) => {
    const recurred = before.get(id)?.recurredAt ?? null;
    return recurred === null || occurredAt <= recurred;
  });
  if (open.length === 0) return (_node, share) => share?.recurredAt ?? null;

  const last = before.get(own.id)?.lastAt;
  const late =
    !counting.counts(own, occurredAt) ||
    (last !== undefined && occurredAt < last) ||
    open.some(({ id }) => before.get(id)?.recurredAt != null);
  if (late || (await hasSeasons(tx, count, signal, rules))) {
    const all = await signalsOf(tx, prefecture, key, municipality);
    return (node, share) =>
      open.includes(node) ? (counting.share(node, all)?.recurredAt ?? null) : (share?.recurredAt ?? null);
  }
  const closes = new Map<string, boolean>();
  for (const node of open) {
    const from = counting.from(node, municipality);
    const name = from ?? '';
    if (!closes.has(name)) closes.set(name, await closesWindow(tx, count, own, signal, from));
  }
  return (node, share) => {
    if (!open.includes(node)) return share?.recurredAt ?? null;
    return closes.get(counting.from(node, municipality) ?? '') ? occurredAt : null;
  };
}

/** Whether the window that ends with the newest signal holds enough cases and organizations. */
async function closesWindow(
  tx: Queryable,
  { prefecture, key, rules }: KeyCount,
  own: AreaNode,
  { occurredAt, severity }: Signal,
  after: Instant | null,
): Promise<boolean> {
  const { windowDays, cases, organizations, aloneAtSeverity } = rules(own);
  if (severity >= aloneAtSeverity) return true;
  const recent = (what: Thing[1], limit: string) =>
    `(SELECT count(*) FROM (SELECT FROM issue_tally WHERE prefecture = $1 AND key = $2 AND node = $3 AND what = '${what}'
        AND last_at >= $4 AND ($5::timestamptz IS NULL OR last_at > $5) LIMIT ${limit}) AS recent)::int`;
  const { rows } = await tx.query<{ cases: number; organizations: number }>({
    name: 'issue-window',
    text: `SELECT ${recent('case', '$6::bigint')} AS cases, ${recent('organization', '$7::bigint')} AS organizations`,
    values: [prefecture, key, own.id, plusWholeDays(occurredAt, -windowDays), after, cases, organizations],
  });
  return rows.every((found) => found.cases >= cases && found.organizations >= organizations);
}

/** Whether it has been heard of for long enough that a season can be compared. */
async function hasSeasons(
  tx: Queryable,
  { prefecture, key }: KeyCount,
  { municipality, occurredAt }: Signal,
  { seasonYears }: IssueRules,
): Promise<boolean> {
  const { rows } = await tx.query<{ first: Instant | null }>({
    name: 'issue-first-heard',
    text: `SELECT min(occurred_at) AS first FROM issue_signal
            WHERE prefecture = $1 AND key = $2 AND municipality_id = $3 AND withdrawn_at IS NULL`,
    values: [prefecture, key, municipality],
  });
  const first = rows[0]?.first ?? null;
  return first !== null && quarterOf(first) <= quarterOf(occurredAt) - 4 * seasonYears;
}

const insertShares = (tx: Queryable, { prefecture, key }: KeyCount, shares: readonly (Share & { node: string })[]) =>
  tx.query({
    name: 'issue-shares-anew',
    text: `INSERT INTO issue_share (prefecture, key, node, municipality, signals, plain, escalated, crossing, crossing_area,
             first_at, last_at, recurred_at)
           SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[],
             $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])`,
    values: [
      prefecture,
      key,
      shares.map(({ node }) => node),
      shares.map(({ municipality }) => municipality),
      shares.map(({ signals }) => signals),
      shares.map(({ plain }) => plain),
      shares.map(({ escalated }) => escalated),
      shares.map(({ crossing }) => crossing),
      shares.map(({ crossingArea }) => crossingArea),
      shares.map(({ firstAt }) => firstAt),
      shares.map(({ lastAt }) => lastAt),
      shares.map(({ recurredAt }) => recurredAt),
    ],
  });

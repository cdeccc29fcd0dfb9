import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Cases } from '#cases';
import { issueReviewId, issueReviewKind, issueSignalKind } from '#issues';
import { Followers, type Connection } from '#platform';
import { areaTreeId, areaTreeKind } from '#directory';
import { areasOf } from '../../apps/cli/scenario/play.js';
import { PREFECTURE } from './region.js';
import { asSuperuser } from './sql.js';

/** How many signals, spread over all municipalities and so many kinds of trouble, over four years. */
export interface Heard {
  readonly signals: number;
  readonly keys: number;
}

/** Signals as they stand in the follower's rows, as if the log had said them. Each key is heard of everywhere. */
export async function hear(connection: Connection, { signals, keys }: Heard): Promise<void> {
  await asSuperuser(connection, async (db) => {
    await db.query(
      `INSERT INTO issue_signal (prefecture, id, position, since, tagged, key, source, scene, issue_type, subject, municipality_id,
         home_care_area_id, secondary_area_id, tertiary_area_id, other_municipalities, case_key, reporter, severity,
         escalation_reason, occurred_at, recorded_at)
       SELECT $1, md5('signal' || g)::uuid, g, g, k.key, k.key, 'manual', 'daily_care', 'staffing',
              'trouble_' || g % $3, m.id, (m.area ->> 'home')::uuid, (m.area ->> 'secondary')::uuid,
              (m.area ->> 'tertiary')::uuid, '{}', 'case ' || (g * 7919) % 5003, md5('office' || (g * 31) % 97)::uuid,
              1 + (g % 5003 = 0)::int * 2, NULL, app.now() - (g * 7 % 1460) * interval '1 day', app.now()
         FROM generate_series(1, $2::int) g
        CROSS JOIN LATERAL (SELECT 'daily_care|staffing|trouble_' || g % $3 AS key) k
         JOIN (SELECT a.key AS id, row_number() OVER (ORDER BY a.key) AS n, count(*) OVER () AS of,
                      jsonb_build_object('home', h.key, 'secondary', h.value ->> 'parent', 'tertiary',
                                         state -> 'areas' -> (h.value ->> 'parent') ->> 'parent') AS area
                 FROM stream_head, jsonb_each(state -> 'areas') a, jsonb_each(state -> 'areas') h
                WHERE kind = 'area_tree' AND a.value ->> 'level' = 'municipality' AND h.key = a.value ->> 'parent') m
           ON m.n = 1 + (g / $3) % m.of`,
      [PREFECTURE, signals, keys],
    );
    // So that the night finds the keys.
    await db.query(
      `INSERT INTO issue_node (prefecture, key, node, cases, organizations)
       SELECT DISTINCT prefecture, key, 'none', 0, 0 FROM issue_signal`,
    );
  });
}

/** So many municipalities as Hokkaido has; the data file names fewer (町村 of made-up names fill the others). */
export async function moreAreas(app: INestApplicationContext, municipalities: number): Promise<void> {
  const { homeCareAreas, prefecture } = await areasOf(PREFECTURE);
  const missing = municipalities - homeCareAreas.flatMap((area) => area.municipalities).length;
  const made = Array.from({ length: missing }, (_, i) => ({ code: codeOf(1_900 + i), name: `試験町${i}` }));
  const five = (n: number) => made.slice(n * 5, n * 5 + 5);
  await app.get(Cases).work(areaTreeKind, {
    prefecture: PREFECTURE,
    id: areaTreeId(PREFECTURE),
    command: {
      type: 'ImportAreas',
      prefecture,
      homeCareAreas: [
        ...homeCareAreas,
        ...Array.from({ length: Math.ceil(missing / 5) }, (_, n) => ({
          tertiary: '試験第三次',
          secondary: `試験第二次${Math.floor(n / 2)}`,
          homeCareArea: `試験在宅${n}`,
          municipalities: five(n),
        })),
      ],
    },
    job: 'bench',
    key: randomUUID(),
  });
}

/** With its check digit. */
function codeOf(n: number): string {
  const digits = `01${String(n).slice(-3)}`;
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

/** One night, as the alarm clock has it: milliseconds until everything that follows is written. */
export async function night(app: INestApplicationContext): Promise<number> {
  const cases = app.get(Cases);
  const ask = { prefecture: PREFECTURE, id: issueReviewId(PREFECTURE), job: 'bench' };
  await cases.work(issueReviewKind, { ...ask, command: { type: 'BeginIssueReviews' }, key: randomUUID() });
  const from = performance.now();
  await cases.work(issueReviewKind, { ...ask, command: { type: 'ReviewIssues' }, key: randomUUID() });
  while (await app.get(Followers).catchUp());
  return performance.now() - from;
}

/** One signal of a key, until its issues say so: milliseconds. */
export async function oneSignal(app: INestApplicationContext, trouble: string, municipality: string): Promise<number> {
  const from = performance.now();
  await app.get(Cases).work(issueSignalKind, {
    prefecture: PREFECTURE,
    id: randomUUID(),
    command: {
      type: 'RaiseIssueSignal',
      scene: 'daily_care',
      issueType: 'staffing',
      subject: trouble,
      municipality,
      source: 'manual',
      caseKey: randomUUID(),
      reporterOrganization: randomUUID(),
    },
    job: 'bench',
    key: randomUUID(),
  });
  while (await app.get(Followers).catchUp());
  return performance.now() - from;
}

/**
 * What a query over all signals finds, area by area, and the issues say otherwise. A municipality stands for itself here
 * where it does in the roll-up.
 */
export async function differing(connection: Connection): Promise<{ issues: number; wrong: unknown[] }> {
  return asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ issues: number; wrong: unknown[] }>(
      `WITH held AS (
         SELECT key, level, area, count(*) AS signals, count(DISTINCT case_key) AS cases,
                count(DISTINCT reporter) AS organizations, count(DISTINCT municipality_id) AS municipalities
           FROM issue_signal s,
                LATERAL (VALUES ('municipality', s.municipality_id), ('home_care_area', s.home_care_area_id::text),
                                ('secondary_area', s.secondary_area_id::text), ('prefecture', s.prefecture)) a(level, area)
          WHERE withdrawn_at IS NULL GROUP BY key, level, area),
       recurred AS (
         SELECT DISTINCT s.key, s.municipality_id FROM issue_signal s
          WHERE s.severity >= 3
             OR (SELECT count(DISTINCT w.case_key) >= 3 AND count(DISTINCT w.reporter) >= 2 FROM issue_signal w
                  WHERE w.prefecture = s.prefecture AND w.key = s.key AND w.municipality_id = s.municipality_id
                    AND w.occurred_at BETWEEN s.occurred_at - interval '90 days' AND s.occurred_at)),
       issue AS (
         SELECT state ->> 'key' AS key, state ->> 'level' AS level, state ->> 'areaId' AS area, state, status
           FROM stream_head WHERE kind = 'regional_issue'),
       wrong AS (
         SELECT h.key, 'municipality, not observed', h.area FROM held h
          WHERE h.level = 'municipality' AND NOT EXISTS (SELECT FROM issue i WHERE i.key = h.key AND i.area = h.area)
         UNION ALL
         SELECT i.key, i.level, i.area FROM issue i LEFT JOIN held USING (key, level, area)
          WHERE (held.signals, held.cases, held.organizations, held.municipalities) IS DISTINCT FROM
                ((state ->> 'signals')::bigint, (state ->> 'distinctCases')::bigint,
                 (state ->> 'distinctOrganizations')::bigint, (state ->> 'municipalities')::bigint)
         UNION ALL
         SELECT r.key, 'municipality, recurs', r.municipality_id FROM recurred r
          WHERE NOT EXISTS (SELECT FROM issue i WHERE i.key = r.key AND i.area = r.municipality_id
                             AND i.status NOT IN ('OBSERVED', 'DORMANT'))
         UNION ALL
         SELECT i.key, 'municipality, does not recur', i.area FROM issue i
          WHERE i.level = 'municipality' AND i.status NOT IN ('OBSERVED', 'DORMANT')
            AND NOT EXISTS (SELECT FROM recurred r WHERE r.key = i.key AND r.municipality_id = i.area))
       SELECT (SELECT count(*)::int FROM issue) AS issues, coalesce((SELECT json_agg(w) FROM wrong w), '[]') AS wrong`,
    );
    return rows[0] ?? { issues: 0, wrong: [] };
  });
}

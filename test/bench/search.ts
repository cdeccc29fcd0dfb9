import { Followers, type Connection } from '#platform';
import { fill, sealAll } from './fill.js';
import { quantile } from './paired.js';
import { PREFECTURE } from './region.js';
import { ServedRegion } from './served-region.js';
import { asSuperuser } from './sql.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

/** What is looked for, by somebody who sees all of it, and how often it is there. */
const QUESTIONS: readonly (readonly [what: string, q: string])[] = [
  ['a common family name in kanji', '佐藤'],
  ['the same with Latin letters', 'satoh'],
  ['the same in half-width kana', 'ｻﾄｳ'],
  ['one person, given name first', 'hanako watanabe'],
  ['an old glyph', '齋藤 健一'],
  ['a telephone number', '０１６７−２３ー４５６７'],
  ['its last digits', '4567'],
  ['a word of every second text', '退院'],
  ['a word of every thousandth', '疥癬'],
  ['two words', '褥瘡 訪問看護'],
  ['neighbors that are common, a word that is not', '看護訪問'],
  ['what nobody wrote', '象牙'],
];
const LISTS: readonly (readonly [what: string, query: string])[] = [
  ['all', ''],
  ['open, of one kind', '?kind=consultation&state=open'],
  ['not begun', '?untouched=1'],
  ['overdue', '?overdue=1'],
  ['closed this month', '?over=this'],
];

export interface SearchTook {
  readonly what: string;
  readonly found: number;
  readonly p50: number;
  readonly p95: number;
}

export interface SearchFigures {
  readonly cases: number;
  readonly indexedPerSecond: number;
  readonly took: readonly SearchTook[];
}

export const SEARCH_GOAL_MS = 50;

/** A search among so many consultations and a third as many people, over HTTP, one after the other. */
export async function searching(
  server: BenchServer,
  template: string,
  { found, asks }: Extent,
): Promise<SearchFigures> {
  const connection = await server.create('bench_search', template);
  const driven = await ServedRegion.open(connection, 'driven');
  let indexedPerSecond: number;
  try {
    const followers = driven.app.get(Followers);
    const others = followers.all().flatMap(({ name }) => (name === 'search.index' ? [] : [name]));
    await fill(connection, found, others);
    await vary(connection, found);
    const began = performance.now();
    await followers.catchUp();
    indexedPerSecond = (found * 1_000) / (performance.now() - began);
  } finally {
    await driven.close();
  }
  await asSuperuser(connection, (db) => db.query('VACUUM ANALYZE'));
  const region = await ServedRegion.open(connection, 'api');
  try {
    const url = await region.app.getUrl();
    const headers = { authorization: `Bearer ${await region.token()}`, 'content-type': 'application/json' };
    const timed = async (what: string, ask: () => Promise<Response>, count: (body: never) => number) => {
      const latencies: number[] = [];
      let number = 0;
      for (let n = -3; n < asks; n++) {
        const start = performance.now();
        const answer = await ask();
        const body = (await answer.json()) as never;
        if (!answer.ok) throw new Error(`${what} was refused: ${JSON.stringify(body)}`);
        if (n >= 0) latencies.push(performance.now() - start);
        number = count(body);
      }
      return { what, found: number, p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) };
    };
    const took: SearchTook[] = [];
    for (const [what, q] of QUESTIONS)
      took.push(
        await timed(
          what,
          () => fetch(`${url}/api/v1/search`, { method: 'POST', headers, body: JSON.stringify({ q }) }),
          ({ people, cases }: { people: unknown[]; cases: unknown[] }) => people.length + cases.length,
        ),
      );
    for (const [what, query] of LISTS)
      took.push(
        await timed(
          `list: ${what}`,
          () => fetch(`${url}/api/v1/cases${query}`, { headers }),
          ({ rows }: { rows: unknown[] }) => rows.length,
        ),
      );
    return { cases: found, indexedPerSecond, took };
  } finally {
    await region.close();
  }
}

/** A third as many people as consultations, names as common as they are, and texts that are not all the same. */
async function vary(connection: Connection, cases: number): Promise<void> {
  await asSuperuser(connection, async (db) => {
    await db.query(`
      SET synchronous_commit = off;
      CREATE FUNCTION bench.one_of(list text[], g int, salt text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
        list[1 + (('x' || substr(md5(salt || g), 1, 7))::bit(28)::int % cardinality(list))];
      CREATE TEMP TABLE family AS SELECT ARRAY['佐藤 サトウ','鈴木 スズキ','高橋 タカハシ','田中 タナカ','伊藤 イトウ',
        '渡邊 ワタナベ','山本 ヤマモト','中村 ナカムラ','小林 コバヤシ','加藤 カトウ','吉田 ヨシダ','山田 ヤマダ','齋藤 サイトウ',
        '大野 オオノ','小野 オノ','澤田 サワダ','濱田 ハマダ','髙木 タカギ','山﨑 ヤマザキ','藤原 フジワラ'] AS names,
        ARRAY['花子 ハナコ','健一 ケンイチ','洋子 ヨウコ','純一 ジュンイチ','静 シズカ','千鶴 チヅル','勇 イサム','幸子 サチコ',
        '清 キヨシ','和子 カズコ','正 タダシ','文子 フミコ','博 ヒロシ','節子 セツコ','進 ススム','京子 キョウコ'] AS given;
      CREATE TEMP TABLE person AS SELECT h.* FROM stream_head h WHERE kind = 'patient' LIMIT 1;
      CREATE TEMP TABLE born AS SELECT e.* FROM event e JOIN person p ON e.stream = p.stream;`);
    const people = Math.ceil(cases / 3);
    await db.query(
      `INSERT INTO stream_head (prefecture, stream, kind, base, version, state_version, status, relations, state)
       SELECT p.prefecture, bench.id(g, 'person'), p.kind, p.base, p.version, p.state_version, p.status, p.relations,
              p.state || jsonb_build_object('id', bench.id(g, 'person'))
         FROM generate_series(1, $1::int) g, person p`,
      [people],
    );
    await db.query(
      `INSERT INTO event
       SELECT b.prefecture, head.position + g, bench.id(g, 'born'), b.type, b.schema_version, b.occurred_at, b.recorded_at,
              b.kind, bench.id(g, 'person'), b.seq, b.area, b.other_areas, b.actor, bench.id(g, 'person'), b.causation_id,
              b.rule_set, bench.id(g, 'person'), b.payload, b.hash, b.form
         FROM generate_series(1, $1::int) g, born b, log_head head WHERE head.prefecture = '${PREFECTURE}'`,
      [people],
    );
    await db.query(
      `INSERT INTO personal_record (prefecture, id, kind, about, subject, body, stored_at)
       SELECT '${PREFECTURE}', bench.id(g, 'identity'), 'patient_identity', bench.id(g, 'person'), NULL,
              json_build_object('name', split_part(f, ' ', 1) || '　' || split_part(n, ' ', 1),
                                'kana', split_part(f, ' ', 2) || ' ' || split_part(n, ' ', 2), 'birthDate', '1940-01-01'),
              now()
         FROM generate_series(1, $1::int) g, family,
              LATERAL (SELECT bench.one_of(names, g, 'family') AS f, bench.one_of(given, g, 'given') AS n) named`,
      [people],
    );
    await db.query(
      `WITH told AS (
         SELECT id, (row_number() OVER (ORDER BY id))::int AS g FROM personal_record WHERE kind = 'consultation_summary'
       )
       UPDATE personal_record p
          SET body = json_build_object('summary', concat_ws('。',
                bench.one_of(ARRAY['退院後の生活について','在宅での療養について'], g, 'a'),
                bench.one_of(ARRAY['訪問看護の指示書','褥瘡の処置','吸引の手技','服薬の管理','通院の手段','嚥下の評価'], g, 'b'),
                bench.one_of(ARRAY['主治医に確かめたい','ケアマネジャーに相談したい','家族が不安に思っている','夜間の連絡先を知りたい'], g, 'c'),
                CASE WHEN g % 1000 = 0 THEN '疥癬の疑い' END,
                CASE WHEN g % 3 = 0 THEN '電話 0' || (100000000 + (g::bigint * 7919) % 899999999) END,
                CASE WHEN g % 50000 = 7 THEN '電話 0167-23-4567' END,
                '記録 ' || md5(g::text)))
         FROM told WHERE told.id = p.id AND p.kind = 'consultation_summary'`,
    );
    await db.query(
      `WITH told AS (
         SELECT stream, (row_number() OVER (ORDER BY stream))::int AS g FROM stream_head WHERE kind = 'consultation'
       )
       UPDATE stream_head h SET state = h.state || jsonb_build_object('patient', bench.id(1 + g % $1, 'person'))
         FROM told WHERE told.stream = h.stream AND h.prefecture = '${PREFECTURE}'`,
      [people],
    );
    await db.query(`UPDATE log_head SET position = (SELECT max(position) FROM event WHERE prefecture = '${PREFECTURE}')
                     WHERE prefecture = '${PREFECTURE}'`);
  });
  await sealAll(connection);
  await asSuperuser(connection, (db) => db.query('VACUUM ANALYZE'));
}

export function searchLines({ cases, indexedPerSecond, took }: SearchFigures): string[] {
  return [
    `Among ${cases.toLocaleString('en')} consultations and ${Math.ceil(cases / 3).toLocaleString('en')} people; ${Math.round(indexedPerSecond).toLocaleString('en')} consultations a second were indexed when the index was made from nothing.`,
    '',
    '| | shown | p50 ms | p95 ms | |',
    '|---|---:|---:|---:|---|',
    ...took.map(
      ({ what, found, p50, p95 }) =>
        `| ${what} | ${found} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p95 <= SEARCH_GOAL_MS ? `holds (≤ ${SEARCH_GOAL_MS})` : `above ${SEARCH_GOAL_MS}`} |`,
    ),
  ];
}

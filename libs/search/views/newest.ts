import type { Queryable } from '#platform';

/** A row of the index that may be shown. */
export interface Candidate {
  readonly stream: string;
  readonly position: number;
}

/** What is looked for in a table of the index: conditions on its columns, with values from $3 on. */
export interface Wanted {
  readonly table: 'search_case' | 'search_text';
  readonly columns: string;
  /** Of which rows alone the newest are looked through first, where an index has just those. */
  readonly among?: string;
  readonly where: readonly string[];
  readonly values: readonly unknown[];
}

/** Rows that are looked through before the whole index is asked [D]. */
const WINDOW = 2_000;

/**
 * The newest rows that fit. A word that is in every tenth text is found in the newest few hundred, and sorting all that have
 * it would take a second; a word that is in none of those is rare, and the index finds it at once. So first the newest
 * are looked through, and what that does not fill, the index does. Which of the two is quicker no plan can be trusted to
 * guess: it takes words of one text for independent.
 */
export async function newest<Row extends Candidate>(
  tx: Queryable,
  prefecture: string,
  { table, columns, among = 'true', where, values }: Wanted,
  before: number,
  limit: number,
): Promise<Row[]> {
  const given = [prefecture, before, ...values];
  const fits = where.join(' AND ');
  const select = `SELECT stream, position${columns} FROM`;
  // Without a name: a plan for these very words and this very reader.
  const near = await tx.query<Row>(
    `${select} (SELECT * FROM ${table} WHERE prefecture = $1 AND position < $2 AND ${among}
                 ORDER BY position DESC LIMIT ${WINDOW}) t
      WHERE ${fits} ORDER BY position DESC LIMIT ${limit}`,
    given,
  );
  if (near.rows.length === limit) return near.rows;
  const all = await tx.query<Row>(
    `${select} ${table} WHERE prefecture = $1 AND position < $2 AND ${among} AND ${fits}
      ORDER BY position + 0 DESC LIMIT ${limit}`,
    given,
  );
  return all.rows;
}

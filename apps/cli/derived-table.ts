import type { Databases } from '#platform';

interface Columns {
  readonly name: string;
  readonly key: string;
  /** The case that a row is of. */
  readonly of: string;
}

/**
 * A table whose rows follow from the log. They are compared where they stand, and only those that are
 * missing, too many or different are written: on a sound table a rebuild writes nothing.
 */
export class DerivedTable {
  rows = 0;
  changed = 0;

  private constructor(
    readonly name: string,
    private readonly databases: Databases,
    private readonly statement: string,
  ) {}

  /** `momentary`: columns that are not of the log. They are left as they stand. */
  static async of(databases: Databases, table: Columns, momentary: readonly string[]): Promise<DerivedTable> {
    const { rows } = await databases.writer.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL ($2) ORDER BY attnum`,
      [table.name, ['prefecture', ...momentary]],
    );
    return new DerivedTable(table.name, databases, putSql(table, rows));
  }

  /** Leaves exactly these rows, by their keys, of the cases in [from, to). */
  async put(prefecture: string, from: string, to: string, made: ReadonlyMap<string, object>): Promise<void> {
    const { rows } = await this.databases.writer.query<{ changed: number }>({
      name: `put-${this.name}`,
      text: this.statement,
      values: [prefecture, from, to, JSON.stringify([...made.values()])],
    });
    this.rows += made.size;
    this.changed += rows[0]?.changed ?? 0;
  }
}

/** What JSON says is compared, and not how it was written down; but most of it was written down alike. */
function putSql({ name: table, key, of }: Columns, columns: readonly { name: string; type: string }[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  const typed = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const excluded = columns.map(({ name }) => `excluded.${name}`).join(', ');
  const said = columns.map(({ name, type }) => (type === 'json' ? `${name}::jsonb AS ${name}` : name)).join(', ');
  const unique = [...new Set(['prefecture', of, key])].join(', ');
  return `
    WITH made AS (
      SELECT ${names} FROM json_to_recordset($4::json) AS x(${typed})
    ), stands AS (
      SELECT ${names} FROM ${table} WHERE prefecture = $1 AND ${of} >= $2 AND ${of} < $3
    ), other AS (
      SELECT made.* FROM made LEFT JOIN stands ON stands.${key} = made.${key}
       WHERE stands.${key} IS NULL OR NOT made *= stands
    ), says AS (
      SELECT ${said} FROM other
    ), said AS (
      SELECT ${said} FROM stands
    ), gone AS (
      DELETE FROM ${table} t
       WHERE prefecture = $1 AND ${of} >= $2 AND ${of} < $3
         AND NOT EXISTS (SELECT FROM made m WHERE m.${key} = t.${key} AND m.${of} = t.${of})
      RETURNING 1
    ), written AS (
      INSERT INTO ${table} (prefecture, base, ${names})
      SELECT $1, 0, other.* FROM other
       WHERE ${key} NOT IN (SELECT says.${key} FROM says JOIN said ON said.${key} = says.${key} WHERE says *= said)
      ON CONFLICT (${unique}) DO UPDATE SET (${names}) = ROW (${excluded})
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM written) AS changed`;
}

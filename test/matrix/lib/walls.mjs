import pg from 'pg';

const PREFECTURES = ['01', '02'];

/** Tables of which each row belongs to a prefecture, and that the role reads which reads for people. */
const WALLED = `
  SELECT c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'prefecture' AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND has_table_privilege('tsunagi_reader', c.oid, 'SELECT')
   ORDER BY 1`;

/** Whatever statement somebody brings past the program: he is within one prefecture, and sees its rows and no other. */
export async function walls(database, cell) {
  const { host, port } = database;
  const { rows: tables } = await database.query(WALLED);
  const reader = new pg.Client({ host, port, user: 'tsunagi_app', database: 'tsunagi' });
  await reader.connect();
  await reader.query('SET ROLE tsunagi_reader');
  try {
    for (const { name } of tables) {
      const table = reader.escapeIdentifier(name);
      const { rows: all } = await database.query(`SELECT DISTINCT prefecture FROM ${table}`);
      for (const within of PREFECTURES) {
        await reader.query(`SELECT set_config('app.prefecture', $1, false)`, [within]);
        const { rows: seen } = await reader.query(`SELECT DISTINCT prefecture FROM ${table}`);
        for (const of of PREFECTURES)
          cell(
            'walls by SQL',
            `${name} of ${of} within ${within}`,
            seen.some(({ prefecture }) => prefecture === of),
            [of === within && all.some(({ prefecture }) => prefecture === of)],
          );
      }
    }
  } finally {
    await reader.end();
  }
}

import pg from 'pg';
import type { Connection } from '#platform';

/** Something done past the application, as superuser: only to make or to measure a bench's database. */
export async function asSuperuser<T>(connection: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

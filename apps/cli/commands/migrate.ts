import { createDatabase } from '../../../migrations/run.js';
import { ROLES_SQL } from '../../../migrations/1790000000000-create-roles.js';
import { bringToThisVersion } from '../bring-to-this-version.js';
import { withOwnServer } from '../own-server.js';

/** Creates the database where it is missing and brings its schema to this version. */
export async function migrate(args: readonly string[]): Promise<number> {
  if (args.includes('--print-roles')) {
    process.stdout.write(`${ROLES_SQL.trim()}\n`);
    return 0;
  }
  await withOwnServer(async (connection) => {
    await createDatabase(connection);
    await bringToThisVersion(connection);
  });
  process.stdout.write('the database is at this version\n');
  return 0;
}

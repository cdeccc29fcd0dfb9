import { resolve } from 'node:path';
import { sealingKeyOf } from '#access';
import { masterKeyFile, sealingKeyFile, settings, type Settings } from '#platform';
import { anchorFileOf, refuseUnsafe } from '../../platform-options.js';
import { withOwnDatabase } from '../own-server.js';
import { fillingOf } from '../prepare-database.js';
import { Progress } from '../progress.js';
import { save } from '../safekeeping/save.js';

const USAGE = 'usage: backup FOLDER';

const masterKeyPlace = (read: Settings): string => {
  if (read.transitUrl !== undefined) return `${read.transitKey} of ${read.transitUrl}`;
  return read.masterKey === undefined ? masterKeyFile(read) : 'MASTER_KEY';
};

/**
 * バックアップ: writes all that is stored into a new folder, as it was at one moment, while the system goes on. Sealed with the key of
 * the installation, which is not in it.
 */
export async function backup(args: readonly string[]): Promise<number> {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const read = settings();
  refuseUnsafe(read, false);
  const progress = new Progress();
  const manifest = await withOwnDatabase(async (connection) =>
    save({
      connection,
      folder: resolve(folder),
      key: sealingKeyOf(read),
      anchorFile: anchorFileOf(read),
      demo: (await fillingOf(connection)) === 'demo',
      progress,
    }),
  );
  progress.clear();
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = manifest.tables.reduce((sum, table) => sum + table.bytes, 0);
  process.stdout.write(
    `${resolve(folder)}: ${manifest.tables.length} tables, ${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(1)} MB, as of ${manifest.madeAt}\n` +
      `It opens only with the sealing key (${read.sealingKey === undefined ? sealingKeyFile(read) : 'SEALING_KEY'}), and names in it only with the master key (${masterKeyPlace(read)}). Neither is in it: keep both elsewhere.\n` +
      '（開くには封印の鍵が、個人情報を読むには個人情報の鍵が要ります。どちらも入っていないため、別の場所に保管してください）\n',
  );
  return 0;
}

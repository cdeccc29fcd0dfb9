import {
  Databases,
  masterKeyFile,
  masterKeysOf,
  mastersInUse,
  replaceKeyFile,
  rotateKeys,
  settings,
  type Settings,
} from '#platform';
import { CannotRun } from '../../cannot-run.js';
import { refuseUnsafe } from '../../platform-options.js';
import { withOwnDatabase } from '../own-server.js';
import { Progress } from '../progress.js';

/**
 * 鍵の更新: another master key, under which the keys of all persons lie from then on. With a file it makes the new one; who holds it
 * in MASTER_KEY sets that one and MASTER_KEY_BEFORE first, everywhere; a key server changes its own. Run again when it was cut.
 */
export async function rotateKeysOfAll(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('usage: rotate-keys\n');
    return 2;
  }
  const read = settings();
  refuseUnsafe(read, false);
  const progress = new Progress();
  const said = await withOwnDatabase(async (connection) => {
    const databases = new Databases(connection);
    try {
      const used = await mastersInUse(databases);
      if (used.length === 0) return 'nothing is sealed yet（まだ封をしたものはありません）';
      begin(read, used);
      const done = await rotateKeys(
        databases,
        (first) => masterKeysOf(read, first),
        (so) => progress.tell(() => `${so.toLocaleString('en')} keys`),
      );
      const [now] = masterKeysOf(read);
      return (
        `${done.toLocaleString('en')} keys lie under the master key ${now.id} now. Keep it as you keep the others, and the one of before for as ` +
        'long as the backups that were made until now: they open with that one.\n' +
        '（新しい鍵を保管してください。前の鍵は、今までのバックアップを残すあいだ要ります）'
      );
    } finally {
      await databases.onApplicationShutdown();
    }
  });
  progress.clear();
  process.stdout.write(`${said}\n`);
  return 0;
}

/** A rotation that was cut has its new master key already. */
function begin(read: Settings, used: readonly string[]): void {
  const [now] = masterKeysOf(read);
  if (read.transitUrl !== undefined || used.some((id) => id !== now.id)) return;
  if (read.masterKey !== undefined)
    throw new CannotRun(
      'MASTER_KEY に新しい鍵を、MASTER_KEY_BEFORE に今の鍵を指定し、すべてのプロセスを再起動してから、もう一度実行してください。',
      'Set MASTER_KEY to a new key and MASTER_KEY_BEFORE to the one of now, restart every process, then run this again.',
    );
  replaceKeyFile(masterKeyFile(read));
}

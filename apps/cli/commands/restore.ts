import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sealingKeyOf } from '#access';
import { masterKeysOf, sealingKeyFile, settings, type Settings } from '#platform';
import { anchorFileOf } from '../../platform-options.js';
import { CannotRun } from '../../cannot-run.js';
import { withOwnServer } from '../own-server.js';
import { Progress } from '../progress.js';
import { bringBack } from '../safekeeping/bring-back.js';

const USAGE = 'usage: restore FOLDER';

/** 復元: puts a backup into an empty database, whole or not at all, and brings it to this version. */
export async function restore(args: readonly string[]): Promise<number> {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const read = settings();
  const key = keyOf(read);
  const progress = new Progress();
  const anchorFile = anchorFileOf(read);
  const { manifest, anchors } = await withOwnServer((connection) =>
    bringBack({
      connection,
      folder: resolve(folder),
      key,
      masters: (first) => masterKeysOf(read, first),
      anchorFile,
      progress,
    }),
  );
  progress.clear();
  for (const { prefecture, position } of manifest.heads)
    process.stdout.write(`prefecture ${prefecture}: ${position.toLocaleString('en')} events\n`);
  process.stdout.write(`restored as of ${manifest.madeAt}; everybody signs in anew\n`);
  if (!anchors)
    process.stdout.write(
      `${anchorFile} was there already and was left as it is: where it is newer than the backup, verify names what is missing.\n`,
    );
  process.stdout.write('Look it over before you open it: npm run cli -- verify\n');
  return 0;
}

/** A new key would open nothing, and nobody could sign in. */
function keyOf(read: Settings): Buffer {
  const file = sealingKeyFile(read);
  if (read.sealingKey !== undefined || existsSync(file)) return sealingKeyOf(read);
  throw new CannotRun(
    `封印の鍵がありません。保管してある鍵を ${file} に置くか、SEALING_KEY に指定してください。鍵がなければ復元できません。`,
    `There is no sealing key. Put the one that you keep at ${file}, or set SEALING_KEY to it. Nothing can be restored without it.`,
  );
}

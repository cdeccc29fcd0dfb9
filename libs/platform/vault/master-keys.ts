import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Settings } from '../settings.js';
import { LocalMasterKey, NoMasterKey, type MasterKey, type MasterKeys } from './master-key.js';
import { KEY_BYTES } from './sealed.js';
import { TransitMasterKey } from './transit-master-key.js';

const FOR_OTHERS = 0o077;
const FORM = /^[A-Za-z0-9+/]{43}=$/;
const BEFORE = /\.[0-9a-f]{16}$/;

type Read = Pick<
  Settings,
  'dataDir' | 'masterKey' | 'masterKeyBefore' | 'masterKeyFile' | 'transitUrl' | 'transitToken' | 'transitKey'
>;

/** Where the master key lies if neither MASTER_KEY nor a key server holds it. */
export const masterKeyFile = ({ dataDir, masterKeyFile: file }: Pick<Read, 'dataDir' | 'masterKeyFile'>): string =>
  file ?? resolve(dataDir, 'keys/master.key');

/** Keys of before lie beside the one of now, each under its name: `master.key.0123456789abcdef`. */
const beforeOf = (file: string): string[] => {
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(file)}.`) && BEFORE.test(name))
    .toSorted()
    .map((name) => join(folder, name));
};

/**
 * The master keys by the settings: of a key server, of the environment, or of a file, which is made only while nothing is
 * sealed yet (`first`).
 * @throws Error in one line: a file that is not there, that others may read, or that holds no key
 */
export function masterKeysOf(read: Read, first = false): MasterKeys {
  const file = masterKeyFile(read);
  const before: MasterKey[] = [
    ...(read.masterKeyBefore === undefined ? [] : [keyOf(read.masterKeyBefore)]),
    ...beforeOf(file).map(keyOfFile),
  ];
  if (read.transitUrl !== undefined) {
    const { transitUrl: url, transitToken: token, transitKey: key } = read;
    if (token === undefined || key === undefined)
      throw new Error('a key server needs TRANSIT_TOKEN and TRANSIT_KEY beside TRANSIT_URL');
    // Whoever moves to a key server still opens what the key of before has wrapped.
    const local = read.masterKey === undefined ? [] : [keyOf(read.masterKey)];
    const ofFile = existsSync(file) ? [keyOfFile(file)] : [];
    return [new TransitMasterKey({ url, token, key }), ...local, ...ofFile, ...before];
  }
  if (read.masterKey !== undefined)
    return [keyOf(read.masterKey), ...before, ...(existsSync(file) ? [keyOfFile(file)] : [])];
  if (!existsSync(file)) {
    if (!first) throw noKeyAt(file);
    makeKeyFile(file);
  }
  return [keyOfFile(file), ...before];
}

const noKeyAt = (file: string): NoMasterKey =>
  new NoMasterKey(
    `個人情報の鍵がありません。保管してある鍵を ${file} に置くか、MASTER_KEY に指定してください。鍵がなければ個人情報は読めません。`,
    `There is no master key of personal data. Put the one that you keep at ${file}, or set MASTER_KEY to it: nothing can be read without it.`,
  );

/**
 * Puts another key in the place of the one in the file, which stays beside it under its name. There is a key at any moment, and
 * what is cut is begun anew.
 */
export function replaceKeyFile(file: string): void {
  const next = `${file}.next`;
  makeKeyFile(next);
  const kept = `${file}.${keyOfFile(file).id.replace('local:', '')}`;
  if (!existsSync(kept)) copyFileSync(file, kept, constants.COPYFILE_EXCL);
  renameSync(next, file);
}

const keyOf = (base64: string): MasterKey => new LocalMasterKey(Buffer.from(base64, 'base64'));

/** Two processes that need the first one make one: who comes second reads that of the first. */
export function makeKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function keyOfFile(file: string): MasterKey {
  const { mode } = statSync(file);
  if ((mode & FOR_OTHERS) !== 0)
    throw new Error(`the master key ${file} can be read by others than its owner: chmod 600 ${file}`);
  const said = readFileSync(file, 'utf8').trim();
  if (!FORM.test(said)) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes in base64`);
  return keyOf(said);
}

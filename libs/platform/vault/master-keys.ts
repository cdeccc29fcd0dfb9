import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../settings.js';
import { LocalMasterKey, type MasterKey, type MasterKeys } from './master-key.js';
import { KEY_BYTES } from './sealed.js';
import { TransitMasterKey } from './transit-master-key.js';

const FOR_OTHERS = 0o077;
const FORM = /^[A-Za-z0-9+/]{43}=$/;

type Read = Pick<
  Settings,
  'dataDir' | 'masterKey' | 'masterKeyBefore' | 'masterKeyFile' | 'transitUrl' | 'transitToken' | 'transitKey'
>;

/** Where the file lies, and where the one of before while keys are rotated. */
export const masterKeyFiles = ({ dataDir, masterKeyFile }: Pick<Read, 'dataDir' | 'masterKeyFile'>) => {
  const now = masterKeyFile ?? resolve(dataDir, 'keys/master.key');
  return { now, before: `${now}.before` };
};

/**
 * The master keys by the settings: of a key server, of the environment, or of a file that is made at the first use.
 * @throws Error in one line: a file that others may read, or that holds no key
 */
export function masterKeysOf(read: Read): MasterKeys {
  const files = masterKeyFiles(read);
  const before: MasterKey[] = [
    ...(read.masterKeyBefore === undefined ? [] : [keyOf(read.masterKeyBefore)]),
    ...(existsSync(files.before) ? [keyOfFile(files.before)] : []),
  ];
  if (read.transitUrl !== undefined) {
    const { transitUrl: url, transitToken: token, transitKey: key } = read;
    if (token === undefined || key === undefined)
      throw new Error('a key server needs TRANSIT_TOKEN and TRANSIT_KEY beside TRANSIT_URL');
    // Whoever moves to a key server still opens what the key of before has wrapped.
    const local = read.masterKey === undefined ? [] : [keyOf(read.masterKey)];
    const file = existsSync(files.now) ? [keyOfFile(files.now)] : [];
    return [new TransitMasterKey({ url, token, key }), ...local, ...file, ...before];
  }
  if (read.masterKey !== undefined)
    return [keyOf(read.masterKey), ...before, ...(existsSync(files.now) ? [keyOfFile(files.now)] : [])];
  if (!existsSync(files.now)) makeKeyFile(files.now);
  return [keyOfFile(files.now), ...before];
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

import { createHash } from 'node:crypto';
import { KEY_BYTES, openedBytes, sealedBytes } from './sealed.js';

/** The key outside of the database that wraps those in it: 32 bytes here, or one that never leaves a KMS. */
export interface MasterKey {
  /** Which key it is, without telling the key. */
  readonly id: string;
  wrap(plain: Buffer, bound: string): Promise<Buffer>;
  /** @throws Error where it was wrapped with another key or for another thing, or the KMS does not answer */
  unwrap(wrapped: Buffer, bound: string): Promise<Buffer>;
}

/** What an installation can open with, the first of which wraps what is new. */
export type MasterKeys = readonly [now: MasterKey, ...before: MasterKey[]];

/** Reads them anew each time: they are changed while the program runs. Only the `first` time one is made where there is none. */
export type ReadMasterKeys = (first: boolean) => MasterKeys;

/** Personal data that cannot be opened, in one line that says what to do. */
export class NoMasterKey extends Error {
  constructor(ja: string, en: string) {
    super(`${ja} / ${en}`);
  }
}

const ID_CHARACTERS = 16;

/** A key of a file or of the environment. */
export class LocalMasterKey implements MasterKey {
  readonly id: string;

  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`a master key has ${KEY_BYTES} bytes, and not ${key.length}`);
    const digest = createHash('sha256').update('tsunagi master key').update(key).digest('hex');
    this.id = `local:${digest.slice(0, ID_CHARACTERS)}`;
  }

  wrap(plain: Buffer, bound: string): Promise<Buffer> {
    return Promise.resolve(sealedBytes(this.key, plain, bound));
  }

  unwrap(wrapped: Buffer, bound: string): Promise<Buffer> {
    return Promise.resolve().then(() => openedBytes(this.key, wrapped, bound));
  }
}

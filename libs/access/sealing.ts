import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Databases, makeKeyFile, sealingKeyFile, settings, type Settings } from '#platform';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 4;
const FORM = 1;

/** Which key it was, without telling the key. */
const idOf = (key: Buffer): Buffer =>
  createHash('sha256').update('tsunagi sealing key').update(key).digest().subarray(0, ID_BYTES);

/**
 * Seals what the database must keep and must not be able to tell (secrets of one-time codes, and of providers): AES-256-GCM under a key that
 * lies outside of it. Form: 1, id of the key, nonce, tag, sealed bytes.
 */
@Injectable()
export class Sealing implements OnModuleInit {
  private known: Buffer | undefined;

  constructor(private readonly databases: Databases) {}

  /** With another key nobody could sign in, and each would be told that his code is wrong. */
  async onModuleInit(): Promise<void> {
    const asked = this.databases.writer.query<{ sealed: Buffer }>(
      `SELECT sealed FROM (SELECT totp_secret AS sealed, created_at AS at FROM login WHERE totp_secret IS NOT NULL
                             UNION ALL SELECT client_secret, kept_at FROM identity_provider) kept ORDER BY at DESC LIMIT 1`,
    );
    // A database that is not there yet is waited for elsewhere.
    const [newest] = await asked.then(
      ({ rows }) => rows,
      () => [],
    );
    if (newest && !idIn(newest.sealed).equals(idOf(this.key())))
      throw new Error(
        'the secrets of sign-ins are sealed with another key: put back the file keys/sealing.key of the data folder, or set SEALING_KEY to what it was',
      );
  }

  /** `purpose` is sealed in: what was made for one thing opens no other. */
  seal(plain: Buffer, purpose: string): Buffer {
    const key = this.key();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(FORM), idOf(key), iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error where it was sealed with another key or for another purpose, or has been touched */
  unseal(sealed: Buffer, purpose: string): Buffer {
    const start = 1 + ID_BYTES;
    const iv = sealed.subarray(start, start + IV_BYTES);
    const tag = sealed.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key(), iv).setAAD(Buffer.from(purpose)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(start + IV_BYTES + TAG_BYTES)), decipher.final()]);
  }

  private key(): Buffer {
    this.known ??= sealingKeyOf(settings());
    return this.known;
  }
}

const idIn = (sealed: Buffer): Buffer => sealed.subarray(1, 1 + ID_BYTES);

/** 封印の鍵: of the settings, or in a file of the data folder, which is made where there is none. */
export const sealingKeyOf = (read: Settings): Buffer =>
  read.sealingKey === undefined ? keyIn(sealingKeyFile(read)) : Buffer.from(read.sealingKey, 'base64');

/** The key in a file, made where there is none. */
function keyIn(file: string): Buffer {
  makeKeyFile(file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes`);
  return key;
}

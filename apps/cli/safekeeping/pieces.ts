import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { altered, type Piece } from './manifest.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
export const SALT_BYTES = 16;

/** The key of one backup, from that of the installation: no two backups share one. */
export const backupKey = (installation: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', installation, salt, 'tsunagi backup', KEY_BYTES));

/** Packs and seals what flows into a file that did not exist, readable by its owner alone. */
export async function putAway(source: Readable, folder: string, file: string, key: Buffer): Promise<Piece> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(file));
  const seen = new Seen();
  // Names and texts pack well; the fastest level is as fast as the disk.
  const out = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(source, createGzip({ level: 1 }), cipher, seen, out);
  return { file, ...seen.digest(), iv: iv.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
}

/** Lets a piece flow where it belongs. It has been checked: what flows is what was put away. */
export async function takeOut(piece: Piece, folder: string, key: Buffer, target: Writable): Promise<void> {
  const { file, iv, tag } = piece;
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'hex'))
    .setAAD(Buffer.from(file))
    .setAuthTag(Buffer.from(tag, 'hex'));
  await pipeline(createReadStream(join(folder, file)), decipher, createGunzip(), target);
}

/** @throws CannotRun unless the file is there, whole, and what it was. */
export async function checkPiece({ file, bytes, sha256 }: Piece, folder: string): Promise<void> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== bytes) throw altered(file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== sha256) throw altered(file);
}

/** That a file is on the disk says nothing about its name being there. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

class Seen extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  digest(): { readonly bytes: number; readonly sha256: string } {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CannotRun } from '../../cannot-run.js';

/** The form of what a backup consists of: a later one is another number. */
export const FORM = 1;
export const MANIFEST = 'manifest.json';

/** A file of a backup: packed, sealed, and known by its size and digest. */
export interface Piece {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly iv: string;
  readonly tag: string;
}

export interface SavedTable extends Piece {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Where the log of a prefecture ended. */
export interface SavedHead {
  readonly prefecture: string;
  readonly position: number;
  readonly hash: string;
}

/** 目録: what a backup holds. It names tables and counts, and no person. */
export interface Manifest {
  readonly form: number;
  readonly madeAt: string;
  /** Of the program that made it. */
  readonly version: string;
  readonly postgres: string;
  /** Steps of the schema that the rows stand in. */
  readonly migrations: readonly string[];
  /** Of the demo region, where accounts are chosen and have no password. */
  readonly demo: boolean;
  /** Which key opens it, without telling the key. */
  readonly key: string;
  readonly salt: string;
  /** Under which master keys personal data lies in it, without telling them. None in those of before it was sealed. */
  readonly masters?: readonly string[];
  readonly heads: readonly SavedHead[];
  readonly tables: readonly SavedTable[];
  readonly anchors: Piece | null;
}

/** Which key it was, without telling the key. */
export const keyId = (key: Buffer): string =>
  createHash('sha256').update('tsunagi backup').update(key).digest('hex').slice(0, 8);

const sealOf = (text: string, key: Buffer): string => createHmac('sha256', key).update(text).digest('hex');

/** The manifest as a file: whoever changes a letter of it cannot seal it anew. */
export const written = (manifest: Manifest, key: Buffer): string => {
  const text = JSON.stringify(manifest, null, 1);
  return `${text}\n${sealOf(text, key)}\n`;
};

/** What a manifest says before its seal is looked at, and what the seal is of. @throws CannotRun for what is none */
export function opened(file: string): { readonly manifest: Manifest; readonly text: string; readonly seal: string } {
  const [, text = '', seal = ''] = /^(\{[^]*\n\})\n([0-9a-f]{64})\n$/.exec(file) ?? [];
  const manifest = parsed(text);
  if (!manifest) throw altered(MANIFEST);
  if (manifest.form !== FORM)
    throw new CannotRun(
      `このバックアップは新しい形式（${manifest.form}）です。新しい版のプログラムで復元してください。`,
      `This backup has a form that this version does not know (${manifest.form}). Restore it with a newer version.`,
    );
  return { manifest, text, seal };
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

/** @throws CannotRun unless it was sealed with this key, whole as it is. */
export function checkSeal({ text, seal }: { readonly text: string; readonly seal: string }, key: Buffer): void {
  if (!timingSafeEqual(Buffer.from(seal, 'hex'), Buffer.from(sealOf(text, key), 'hex'))) throw altered(MANIFEST);
}

export const altered = (file: string): CannotRun =>
  new CannotRun(
    `バックアップが壊れているか、書き換えられています（${file}）。何も復元していません。別の世代を使ってください。`,
    `The backup is damaged or was changed (${file}). Nothing was restored. Use another one.`,
  );

import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORM = 1;

/** AES-256-GCM: nonce, tag, sealed bytes. `bound` is sealed in: what was made for one thing opens no other. */
export function sealedBytes(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws Error where it was sealed with another key or for another thing, or has been touched */
export function openedBytes(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

/** A row of the personal-data store. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly subject: string | null;
  readonly body: object;
}

/** What stands in the column `body`: JSON, so that a row of before, which is plain, can be told from it. */
export interface SealedBody {
  readonly form: typeof FORM;
  /** Base64. Empty: erased. */
  readonly sealed: string;
  /** 生年月日 as a token by which a person is found (`blinded`). */
  readonly born?: number;
}

/** 消去済み: what is read where something was written. */
export const ERASED_WORD = '（消去済み）';
/** What is left of who somebody was. */
const ERASED_NAME = { erased: true, name: ERASED_WORD, kana: '', birthDate: '' } as const;
/** What is left of anything else. */
const ERASED_TEXT = { text: ERASED_WORD } as const;

export const erasedOf = ({ kind }: Pick<StoredRecord, 'kind'>): object =>
  kind === 'patient_identity' || kind === 'user_name' ? ERASED_NAME : ERASED_TEXT;

/** Whether what was opened is all that is left of a record whose person was erased. */
export const isErased = (body: object): boolean => body === ERASED_NAME || body === ERASED_TEXT;

export const ERASED_BODY: SealedBody = { form: FORM, sealed: '' };

/** Under whose key a record lies: the person's, or that of the matter where it speaks of nobody. */
export const ownerOf = ({ subject, about }: Pick<StoredRecord, 'subject' | 'about'>): string => subject ?? about;

export const isSealed = (body: object): body is SealedBody =>
  typeof (body as Partial<SealedBody>).sealed === 'string' && (body as Partial<SealedBody>).form === FORM;

const boundTo = (prefecture: string, record: Omit<StoredRecord, 'body'>): string =>
  ['personal record', FORM, prefecture, record.id, record.kind, ownerOf(record)].join('|');

export const sealedBody = (
  key: Buffer,
  prefecture: string,
  { body, ...record }: StoredRecord,
  born?: number,
): SealedBody => ({
  form: FORM,
  sealed: sealedBytes(key, Buffer.from(JSON.stringify(body)), boundTo(prefecture, record)).toString('base64'),
  ...(born !== undefined && { born }),
});

/** @throws Error as `openedBytes` */
export const openedBody = <Body extends object>(
  key: Buffer,
  prefecture: string,
  record: Omit<StoredRecord, 'body'>,
  { sealed }: SealedBody,
): Body => JSON.parse(openedBytes(key, Buffer.from(sealed, 'base64'), boundTo(prefecture, record)).toString()) as Body;

const BLOCK = 16;
/** Whole numbers that JavaScript keeps exactly. */
const TOKEN_BYTES = 6;

/**
 * 目隠しの索引: what is looked for as numbers that say nothing to who has not the key, the same for the same text. A hit is
 * always compared with what was opened, so that two texts of one number do no harm. AES over the digest is a keyed
 * function of it, and one call does it for all.
 */
export function blinded(key: Buffer, texts: readonly string[]): number[] {
  const blocks = Buffer.allocUnsafe(texts.length * BLOCK);
  for (const [i, text] of texts.entries()) hash('sha256', text, 'buffer').copy(blocks, i * BLOCK, 0, BLOCK);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const tokens = cipher.update(blocks);
  return texts.map((_text, i) => tokens.readUIntBE(i * BLOCK, TOKEN_BYTES));
}

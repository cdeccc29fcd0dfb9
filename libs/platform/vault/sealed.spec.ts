import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { blinded, isSealed, openedBody, sealedBody, type SealedBody, type StoredRecord } from './sealed.js';

/** What OpenSSL says of what was touched, or is under another key. */
const UNOPENED = /Unsupported state or unable to authenticate data|Invalid authentication tag/;

const KEY = Buffer.alloc(32, 1);
const bodies = fc.dictionary(fc.string(), fc.string());
const recordOf = (body: object): StoredRecord => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'patient_identity',
  about: '00000000-0000-4000-8000-000000000002',
  subject: null,
  body,
});

describe('a sealed record', () => {
  it('says what it said, and shows nothing of it', () => {
    fc.assert(
      fc.property(bodies, fc.string({ unit: 'grapheme', minLength: 8 }), (body, secret) => {
        const record = recordOf({ ...body, secret });
        const sealed = sealedBody(KEY, '01', record);
        expect(isSealed(sealed)).toBe(true);
        expect(openedBody(KEY, '01', record, sealed)).toEqual(JSON.parse(JSON.stringify(record.body)));
        expect(JSON.stringify(sealed)).not.toContain(JSON.stringify(secret));
      }),
    );
  });

  it('is opened by no other key', () => {
    fc.assert(
      fc.property(bodies, fc.uint8Array({ minLength: 32, maxLength: 32 }), (body, other) => {
        fc.pre(!KEY.equals(other));
        const record = recordOf(body);
        expect(() => openedBody(Buffer.from(other), '01', record, sealedBody(KEY, '01', record))).toThrow(UNOPENED);
      }),
    );
  });

  it('is refused where any bit of it was changed', () => {
    const record = recordOf({ name: '大野 花子' });
    const sealed = sealedBody(KEY, '01', record);
    const bytes = Buffer.from(sealed.sealed, 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const touched = Buffer.from(bytes);
        touched[bit >> 3] = (touched[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const other: SealedBody = { ...sealed, sealed: touched.toString('base64') };
        expect(() => openedBody(KEY, '01', record, other)).toThrow(UNOPENED);
      }),
    );
    expect(() =>
      openedBody(KEY, '01', record, { ...sealed, sealed: bytes.subarray(0, 20).toString('base64') }),
    ).toThrow(UNOPENED);
  });

  it.each([
    ['another record', { id: '00000000-0000-4000-8000-000000000009' }, '01'],
    ['another kind', { kind: 'user_name' }, '01'],
    ['another person', { subject: '00000000-0000-4000-8000-000000000009' }, '01'],
    ['another prefecture', {}, '02'],
  ])('laid under %s is refused', (_what, other, prefecture) => {
    const record = recordOf({ name: '大野 花子' });
    const sealed = sealedBody(KEY, '01', record);
    expect(() => openedBody(KEY, prefecture, { ...record, ...other }, sealed)).toThrow(UNOPENED);
  });

  it('is never the same twice', () => {
    const record = recordOf({ name: '大野 花子' });
    expect(sealedBody(KEY, '01', record).sealed).not.toBe(sealedBody(KEY, '01', record).sealed);
  });
});

describe('a token', () => {
  it('is the same for the same text, and another under another key', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const tokens = blinded(KEY, texts);
        expect(tokens).toEqual(texts.flatMap((text) => blinded(KEY, [text])));
        expect(tokens.every(Number.isSafeInteger)).toBe(true);
        expect(new Set(tokens).size).toBe(new Set(texts).size);
      }),
    );
    expect(blinded(KEY, ['name:n大野'])).not.toEqual(blinded(randomBytes(32), ['name:n大野']));
  });
});

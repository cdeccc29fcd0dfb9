import fc from 'fast-check';
import { codeAt, enrolment, SECRET_BYTES, secretOf, stepOf } from './one-time-code.js';

const STEP = 30_000;
const secrets = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES }).map((bytes) => Buffer.from(bytes));
const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2040-01-01') });

describe('a one-time code', () => {
  it('is the one of RFC 6238, appendix B', () => {
    const secret = Buffer.from('12345678901234567890');
    // The RFC shows eight digits; six are their end.
    expect(codeAt(secret, 59_000)).toBe('287082');
    expect(codeAt(secret, 1111111109_000)).toBe('081804');
    expect(codeAt(secret, 20000000000_000)).toBe('353130');
  });

  it('is taken one step apart, and not two', () => {
    fc.assert(
      fc.property(secrets, moments, fc.integer({ min: -4, max: 4 }), (secret, at, steps) => {
        const taken = stepOf(secret, codeAt(secret, at + steps * STEP), at, 0);
        const now = Math.floor(at / STEP);
        // Of a million codes three are right at any moment: another step may have one of them.
        const wanted = Math.abs(steps) <= 1 ? [now + steps] : [undefined, now - 1, now, now + 1];
        expect(wanted).toContain(taken);
      }),
    );
  });

  it('is taken once', () => {
    fc.assert(
      fc.property(secrets, moments, (secret, at) => {
        const code = codeAt(secret, at);
        const step = stepOf(secret, code, at, 0) ?? -1;
        expect(step).toBe(Math.floor(at / STEP));
        expect(stepOf(secret, code, at + 1_000, step)).toBeUndefined();
      }),
    );
  });

  it('reads full width, spaces and hyphens, and no other text', () => {
    const secret = Buffer.from('12345678901234567890');
    expect(stepOf(secret, '２８７ ０８２', 59_000, 0)).toBe(1);
    expect(stepOf(secret, '287-082', 59_000, 0)).toBe(1);
    for (const wrong of ['', '28708', '2870822', '28708x', '-87082', '1e5'])
      expect(stepOf(secret, wrong, 59_000, 0)).toBeUndefined();
  });

  it('gives its secret as an app keeps it', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(secretOf(enrolment(secret, 'who').text)).toEqual(secret);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { idFrom, idOf, isId } from './ids.js';
import { instantOf } from './time.js';

const moments = fc.integer({ min: 0, max: Date.UTC(2199, 0, 1) });
const causes = fc.string({ unit: 'grapheme', maxLength: 40 });
const ordinals = fc.oneof(fc.nat(1_000), fc.string({ maxLength: 10 }));

describe('an id made from its cause', () => {
  it('is the same for the same cause, moment and ordinal, in this version as in every other', () => {
    expect(idFrom('2025-06-02T01:00:00.000Z', 'cause', 1)).toBe(idFrom('2025-06-02T01:00:00.000Z', 'cause', 1));
    // Written down: logs that are there already hold ids made like this.
    expect(idFrom('2025-06-02T01:00:00.000Z', 'cause', 1)).toBe('01972e27-0a80-7405-ab5d-82da492c2498');
    expect(idOf('obligation', 'case', 'step')).toBe('34fa7af3-eff6-8685-a7f8-e507f0b77743');
  });

  it('is a UUID of version 7', () => {
    fc.assert(
      fc.property(moments, causes, ordinals, (ms, cause, ordinal) => {
        const id = idFrom(instantOf(ms), cause, ordinal);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
      }),
    );
  });

  it('sorts by its moment, as text', () => {
    fc.assert(
      fc.property(moments, moments, causes, causes, (a, b, one, other) => {
        fc.pre(a < b);
        expect(idFrom(instantOf(a), one, 0) < idFrom(instantOf(b), other, 0)).toBe(true);
      }),
    );
  });

  it('differs where cause or ordinal differ', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => idFrom('2025-06-02T01:00:00.000Z', `c${i % 100}`, i));
    expect(new Set(all).size).toBe(all.length);
    expect(idFrom('2025-06-02T01:00:00.000Z', 'a', 11)).not.toBe(idFrom('2025-06-02T01:00:00.000Z', 'a1', 1));
  });
});

describe('an id made from a key', () => {
  it('is a valid UUID of version 8 that knows where one part of the key ends', () => {
    fc.assert(
      fc.property(fc.array(causes, { minLength: 1 }), (key) => {
        expect(isId(idOf(...key))).toBe(true);
        expect(idOf(...key)[14]).toBe('8');
        expect(idOf(...key)).toBe(idOf(...key));
      }),
    );
    expect(idOf('ab', 'c')).not.toBe(idOf('a', 'bc'));
  });
});

describe('the form of an id', () => {
  it.each([
    '',
    'x',
    '01972e55-a880-71df-bde1-04ca86c80f4',
    '01972E55-A880-71DF-BDE1-04CA86C80F42',
    '01972e55a88071dfbde104ca86c80f42',
    '{01972e55-a880-71df-bde1-04ca86c80f42}',
    '01972e55-a880-71df-bde1-04ca86c80f42\n',
    ' 01972e55-a880-71df-bde1-04ca86c80f42',
    '０1972e55-a880-71df-bde1-04ca86c80f42',
    "01972e55-a880-71df-bde1-04ca86c80f42' OR 1=1",
  ])('is not %j', (text) => expect(isId(text)).toBe(false));
});

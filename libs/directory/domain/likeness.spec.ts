import * as fc from 'fast-check';
import { plusDays } from '#kernel';
import type { Identity } from './identity.js';
import { likenessOf, nearBirthDates } from './likeness.js';

const HANA: Identity = { name: '高橋 花', kana: 'タカハシ ハナ', birthDate: '1938-02-11', sex: 'female' };

describe('likely duplicates', () => {
  it.each([
    ['the same person typed otherwise', { kana: 'たかはし　はな' }, ['birth_date', 'name', 'kana']],
    ['another spelling of the name', { name: '髙橋 花' }, ['birth_date', 'kana']],
    ['a twin, who is shown and is no proof', { name: '高橋 幸', kana: 'タカハシ サチ' }, ['birth_date', 'family']],
    ['month and day exchanged', { birthDate: '1938-11-02' }, ['near_birth_date', 'name', 'kana']],
    ['a year off', { birthDate: '1939-02-11' }, ['near_birth_date', 'name', 'kana']],
    ['somebody else of the same birth date', { name: '佐藤 実', kana: 'サトウ ミノル' }, []],
    ['a namesake of quite another age', { birthDate: '1950-06-01' }, []],
    ['a sister born a year later', { name: '高橋 幸', kana: 'タカハシ サチ', birthDate: '1939-02-11' }, []],
  ])('%s', (_what, other, reasons) => {
    expect(likenessOf(HANA, { ...HANA, ...other })).toEqual(reasons);
  });

  it('are alike both ways, and everybody is like himself', () => {
    const names = fc.constantFrom('高橋 花', '髙橋 花', '佐藤 実');
    const kana = fc.constantFrom('タカハシ ハナ', 'タカハシ サチ', 'サトウ ミノル');
    const born = fc.constantFrom(...nearBirthDates('1940-02-29'), '1940-02-29', '1930-01-12', '1930-12-01');
    const person = fc.record({ name: names, kana, birthDate: born, sex: fc.constant('female') });
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
        expect(likenessOf(a, a)).toEqual(['birth_date', 'name', 'kana']);
      }),
    );
  });

  it('are looked for on days that there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const on = plusDays('1900-01-01', n);
        const near = nearBirthDates(on);
        expect(near).toContain(on);
        for (const day of near) expect(plusDays(day, 0)).toBe(day);
        expect(near.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

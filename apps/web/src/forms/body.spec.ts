import { loadEnglish } from '../i18n/pair.ts';
import { bodyOf, isEmpty, missingIn } from './body.ts';
import type { FormDefinition } from './definitions.ts';

await loadEnglish();

const WORDS = { field: { note: 'メモ', kind: '種類', minutes: '分' }, hint: {}, codes: {} };
const FORM: FormDefinition = {
  backdated: true,
  fields: {
    kind: { as: 'choice', codes: 'kind', required: true },
    note: { as: 'long', required: true },
    minutes: { as: 'number' },
    marks: { as: 'marks', codes: 'kind' },
    at: { as: 'moment' },
    told: { as: 'tick' },
    agreed: { as: 'decision', codes: 'agreed' },
  },
};

describe('the body of a form', () => {
  it('holds only what was said', () => {
    expect(bodyOf(FORM, { kind: 'a', note: ' ', minutes: '', marks: [], at: '', occurredAt: '' })).toEqual({
      kind: 'a',
      marks: {},
      told: false,
    });
  });

  it('reads full-width digits, moments of Japan and marks', () => {
    expect(
      bodyOf(FORM, {
        minutes: '１０',
        marks: ['x'],
        told: true,
        agreed: 'false',
        at: '2026-06-24T09:00',
        occurredAt: '2026-06-24T08:30',
      }),
    ).toEqual({
      minutes: 10,
      marks: { x: true },
      at: '2026-06-24T09:00:00+09:00',
      told: true,
      agreed: false,
      occurredAt: '2026-06-24T08:30:00+09:00',
    });
  });

  it('says in both languages what is missing, choices as choices', () => {
    const found = missingIn(FORM, { ja: WORDS, en: WORDS }, { kind: '', note: '　' });
    expect(found.map(({ path, ja, en }) => [path, ja, en])).toEqual([
      ['kind', '種類を選んでください。', 'Choose: 種類.'],
      ['note', 'メモを入力してください。', 'Fill in: メモ.'],
    ]);
  });

  it('takes blanks, nothing and unchecked boxes for empty', () => {
    expect(['', '　 ', null, undefined, false, []].every(isEmpty)).toBe(true);
    expect(['a', 0, ['x'], true].some(isEmpty)).toBe(false);
  });
});

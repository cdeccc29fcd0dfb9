import type { FieldError } from '../api/types.ts';
import type { Pair } from '../i18n/dictionary.ts';
import { TEXTS } from '../i18n/texts.ts';
import { momentOf } from '../time/moments.ts';
import type { FieldDefinition, FormDefinition, FormWords } from './definitions.ts';

export type Values = Record<string, unknown>;

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const CHOSEN = new Set(['choice', 'decision', 'choices', 'patient', 'organization', 'user', 'date', 'moment']);

/** What a required field lacks, in both languages, as the server would say it. */
export const lacks = (path: string, label: Pair<string>, chosen = false): FieldError => {
  const say = chosen ? 'missingChoice' : 'missing';
  return { path, code: 'missing', ja: TEXTS.ja.form[say](label.ja), en: TEXTS.en.form[say](label.en) };
};

/** What is required and not there. */
export const missingIn = ({ fields }: FormDefinition, words: Pair<FormWords>, values: Values): FieldError[] =>
  Object.entries(fields)
    .filter(([name, { required }]) => required && isEmpty(values[name]))
    .map(([name, { as }]) =>
      lacks(name, { ja: words.ja.field[name] ?? name, en: words.en.field[name] ?? name }, CHOSEN.has(as)),
    );

/** The body of a command: only what was said. */
export function bodyOf({ fields }: FormDefinition, values: Values): Record<string, unknown> {
  const body = Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { as }]) => as === 'marks' || as === 'tick' || !isEmpty(values[name]))
      .map(([name, field]) => [name, sent(field, values[name])]),
  );
  return { ...body, ...happened(values) };
}

/** Only what was said. */
export const filled = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value))) as T;

/** When it happened, where that was said. */
export const happened = ({ occurredAt }: Values): { occurredAt?: string } =>
  typeof occurredAt === 'string' && !isEmpty(occurredAt) ? { occurredAt: momentOf(occurredAt) } : {};

function sent({ as }: FieldDefinition, value: unknown): unknown {
  if (as === 'number') return Number(String(value).normalize('NFKC'));
  if (as === 'moment') return momentOf(String(value));
  if (as === 'choices') return [value].flat();
  if (as === 'tick') return value === true;
  if (as === 'decision') return value === 'true';
  if (as === 'marks')
    return Object.fromEntries(
      [value]
        .flat()
        .filter(Boolean)
        .map((mark) => [String(mark), true]),
    );
  return value;
}

import type { FieldError } from '../api/types.ts';
import { en } from '../i18n/en/index.ts';
import { ja } from '../i18n/ja/index.ts';
import { momentOf } from '../time/moments.ts';
import type { FieldDefinition } from './definitions.ts';
import { isEmpty, missing, type Values } from './use-command-form.ts';

const CHOSEN = new Set(['choice', 'choices', 'patient', 'organization', 'user', 'date', 'moment']);

/** What is required and not there. */
export const missingIn = (fields: readonly FieldDefinition[], values: Values): FieldError[] =>
  fields
    .filter(({ name, required }) => required && isEmpty(values[name]))
    .map(({ name, as }) => {
      const say = CHOSEN.has(as) ? 'missingChoice' : 'missing';
      return missing(name, ja.form[say](ja.field[name]), en.form[say](en.field[name]));
    });

/** The body of a command: only what was said. */
export function bodyOf(fields: readonly FieldDefinition[], values: Values): Record<string, unknown> {
  const said = fields.filter((field) => field.as === 'marks' || !isEmpty(values[field.name]));
  const body = Object.fromEntries(said.map((field) => [field.name, sent(field, values[field.name])]));
  const { occurredAt } = values;
  return isEmpty(occurredAt) || 'occurredAt' in body ? body : { ...body, occurredAt: momentOf(String(occurredAt)) };
}

function sent({ as }: FieldDefinition, value: unknown): unknown {
  if (as === 'number') return Number(String(value).normalize('NFKC'));
  if (as === 'moment') return momentOf(String(value));
  if (as === 'choices') return [value].flat();
  if (as === 'marks')
    return Object.fromEntries(
      [value]
        .flat()
        .filter(Boolean)
        .map((mark) => [String(mark), true]),
    );
  return value;
}

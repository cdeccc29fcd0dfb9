import { textOf, type Dictionary } from '../../i18n/dictionary.ts';
import type { Sayings } from '../registry.ts';

/** What the engine says of what is owed: the same for every context. */
export function engineDetails(
  details: Readonly<Record<string, unknown>>,
  { detail }: Pick<Dictionary, 'detail'>,
  { moment, step }: Sayings,
  level: (level: number) => string,
): { label: string; value: string }[] {
  const say: Readonly<Record<keyof Dictionary['detail'], (value: unknown) => string>> = {
    step: (value) => step(textOf(value)),
    level: (value) => level(Number(value)),
    until: (value) => moment(textOf(value)),
    nextAt: (value) => moment(textOf(value)),
    dueAt: (value) => moment(textOf(value)),
  };
  return Object.entries(say).flatMap(([name, words]) => {
    const value = details[name];
    if (value === null || value === undefined || value === '') return [];
    return [{ label: detail[name as keyof typeof say], value: words(value) }];
  });
}

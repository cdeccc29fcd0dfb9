import { DomainError, type FieldError } from '#kernel';

/** 議題一覧の一行: an item, below another where it belongs to it, with the minutes that it is given (時間配分). */
export interface AgendaEntry {
  readonly item: string;
  readonly parent?: string;
  readonly minutes?: number;
}

/** An entry with its number, as "2" or "2.1". */
export interface Numbered extends AgendaEntry {
  readonly number: string;
}

/** Numbers an agenda in its order, each item's own below it. */
export function numbered(entries: readonly AgendaEntry[]): Numbered[] {
  const below = (parent: string | undefined, prefix: string): Numbered[] =>
    entries
      .filter((entry) => entry.parent === parent)
      .flatMap((entry, i) => {
        const number = `${prefix}${i + 1}`;
        return [{ ...entry, number }, ...below(entry.item, `${number}.`)];
      });
  return below(undefined, '');
}

/** What is wrong with an agenda: an item twice, one below itself, below what is not there, or more than one level deep [D]. */
export function faultsOfAgenda(entries: readonly AgendaEntry[]): FieldError[] {
  const byItem = new Map(entries.map((entry) => [entry.item, entry]));
  return entries.flatMap(({ item, parent }, i) => {
    const fault = (field: string, code: string, ja: string, en: string): FieldError[] => [
      { path: `entries[${i}].${field}`, code, ja, en },
    ];
    if (entries.findIndex((other) => other.item === item) !== i)
      return fault('item', 'duplicate', '同じ議題が二度あります。', 'This item is there twice.');
    if (parent === undefined) return [];
    const above = byItem.get(parent);
    if (!above)
      return fault('parent', 'not_there', '親の議題がこの会議にありません。', 'The item above is not on this agenda.');
    if (parent === item || above.parent !== undefined)
      return fault('parent', 'too_deep', '議題は二段までです。', 'An agenda has two levels at most.');
    return [];
  });
}

/** Changed by somebody else meanwhile: nothing of either is lost, the later one looks again. */
export const agendaChanged = () =>
  new DomainError(
    'stale',
    'stale_version',
    'ほかの人が議題の並びを先に変えました。画面を読み直すと両方の変更が見えます。入力した内容は消えません。',
    'Somebody else has arranged the agenda first. Reload to see both; what you arranged is kept.',
  );

import type { SheetRow } from './sheet.js';
import type { Mapping, Target } from './targets.js';
import { codeSaid, consentOf, countOf, dayOf, kanaOf, kindOf, phoneOf, roleOf, sexOf, type Said } from './values.js';

/** A cell as it will be read: its value, or what is wrong with it. */
export interface PreviewCell {
  readonly field: string;
  readonly text: string;
  readonly fault?: { readonly ja: string; readonly en: string };
}
export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly PreviewCell[];
}

type Read = (text: string) => Said<string | number | boolean>;

const READERS: Readonly<Record<Target, Readonly<Record<string, Read>>>> = {
  areas: { population: countOf },
  organizations: { phone: phoneOf, kind: (text) => kindOf(text, ''), code: codeSaid },
  staff: { role: roleOf },
  patients: { kana: kanaOf, birthDate: dayOf, sex: sexOf, consent: consentOf },
};

/** The first rows as they will be read; what the directory says to them, the check finds. */
export const previewOf = (target: Target, mapping: Mapping, rows: readonly SheetRow[]): PreviewRow[] =>
  rows.map(({ line, cells }) => ({
    line,
    cells: mapping.flatMap((field, i): PreviewCell[] => {
      if (field === null) return [];
      const text = cells[i] ?? '';
      const said = text === '' ? undefined : READERS[target][field]?.(text);
      if (!said) return [{ field, text }];
      return [
        'value' in said ? { field, text: String(said.value) } : { field, text, fault: { ja: said.ja, en: said.en } },
      ];
    }),
  }));

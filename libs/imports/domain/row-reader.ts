import { fault, type Fault } from './faults.js';
import type { Found } from './known.js';
import type { SheetRow } from './sheet.js';
import type { Mapping } from './targets.js';
import type { Said } from './values.js';

/** Reads the cells of one row by the names of their fields, and notes what is wrong with them. */
export class RowReader {
  readonly faults: Fault[] = [];
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    readonly row: SheetRow,
    private readonly headings: readonly string[],
    mapping: Mapping,
  ) {
    this.places = new Map(mapping.flatMap((name, i) => (name === null ? [] : [[name, i] as const])));
  }

  get line(): number {
    return this.row.line;
  }

  has(field: string): boolean {
    return this.places.has(field);
  }

  /** As it stands there, on one line: names keep their own forms of characters. */
  text(field: string): string {
    const place = this.places.get(field);
    return place === undefined ? '' : (this.row.cells[place] ?? '').replaceAll(/\s*[\r\n]+\s*/g, ' ');
  }

  heading(field: string): string {
    const place = this.places.get(field);
    return place === undefined ? '' : (this.headings[place] ?? '');
  }

  /** A text that must be there. */
  required(field: string): string | undefined {
    const text = this.text(field);
    if (text !== '') return text;
    this.fault(
      field,
      'missing',
      '空です。書いてから読み込み直してください。',
      'It is empty. Fill it in and read the file again.',
    );
    return undefined;
  }

  /** A value that must be there. */
  value<T>(field: string, read: (text: string) => Said<T>): T | undefined {
    const text = this.required(field);
    return text === undefined ? undefined : this.said(field, read(text));
  }

  /** A value that may be left out. */
  optional<T>(field: string, read: (text: string) => Said<T>): T | undefined {
    const text = this.text(field);
    return text === '' ? undefined : this.said(field, read(text));
  }

  said<T>(field: string, said: Said<T>): T | undefined {
    if ('value' in said) return said.value;
    this.fault(field, said.code, said.ja, said.en);
    return undefined;
  }

  /** The one that is meant, or why it is not clear which. */
  one<T>(
    field: string,
    found: Found<T>,
    none: readonly [ja: string, en: string],
    several: readonly [ja: string, en: string],
  ): T | undefined {
    if ('one' in found) return found.one;
    if ('none' in found) this.fault(field, 'not_found', ...none);
    else this.fault(field, 'ambiguous', ...several);
    return undefined;
  }

  fault(field: string, code: string, ja: string, en: string, candidates?: readonly string[]): void {
    this.faults.push({ ...fault(this.line, this.heading(field), code, ja, en), ...(candidates && { candidates }) });
  }
}

/** Fields that were said. */
export const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

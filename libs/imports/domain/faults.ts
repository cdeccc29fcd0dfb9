/** What is wrong with a row, or with a file (line 0), in both languages: where, why, and what to do. */
export interface Fault {
  readonly line: number;
  /** The heading of the column, as the file has it; empty where it is the row as a whole. */
  readonly column: string;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  /** 判断する行: whom the row may be, where only a person can say so. */
  readonly candidates?: readonly string[];
}

export const fault = (line: number, column: string, code: string, ja: string, en: string): Fault => ({
  line,
  column,
  code,
  ja,
  en,
});

/** A file that cannot be read at all. */
export class Unreadable extends Error {
  readonly fault: Fault;
  constructor(code: string, ja: string, en: string) {
    super(code);
    this.name = 'Unreadable';
    this.fault = fault(0, '', code, ja, en);
  }
}

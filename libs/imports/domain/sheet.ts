/** A row of a file, with the number that the file itself shows for it: the line of a text, the row of a workbook. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** 表: what a file holds, as text. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** What was found out about a file, to be shown to who chose it. */
export interface FileFound {
  readonly form: 'csv' | 'xlsx';
  readonly encoding: 'UTF-8' | 'UTF-8 (BOM)' | 'CP932' | 'Excel';
  readonly delimiter?: ',' | '\t' | ';';
  /** Which sheet of the workbook was read. */
  readonly sheet?: string;
  /** Its other sheets that hold anything: they were not read. */
  readonly others?: readonly string[];
}

const isEmpty = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');

/** How many rows may stand above the headings: a title, a date, an empty row. [D] */
const ABOVE = 10;

/**
 * Which row holds the headings: of the first ones that where the most headings are known, else the first that holds
 * anything. Empty rows are no rows.
 */
export function sheetOf(rows: readonly SheetRow[], known: (headings: readonly string[]) => number): Sheet | undefined {
  const filled = rows.filter((row) => !isEmpty(row));
  const [first] = filled;
  if (!first) return undefined;
  let best = first;
  let most = known(first.cells);
  for (const row of filled.slice(1, ABOVE)) {
    const count = known(row.cells);
    if (count > most) [best, most] = [row, count];
  }
  const headings = best.cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  return { headings, rows: filled.slice(filled.indexOf(best) + 1) };
}

import { typeset } from '#platform';
import { TEMPLATE } from './pdf.typ.js';
import type { Cell, Paper } from './paper.js';
import { WORDS } from './words.js';

export const pdfOf = (paper: Paper): Promise<Buffer> => typeset(TEMPLATE, printed(paper));

/** As the template prints it: every cell a text. */
export const printed = ({ sheets, audience, ...rest }: Paper) => ({
  ...rest,
  kind: WORDS.audience[audience],
  sheets: sheets.map(({ title, columns, rows, note }) => ({
    title,
    columns,
    rows: rows.map((row) => row.map(text)),
    note: note ?? null,
  })),
});

const text = (cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.figure === null ? WORDS.hidden : String(cell.figure);

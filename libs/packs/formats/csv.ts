import type { Cell, Paper } from './paper.js';
import { WORDS } from './words.js';

/** Without it a spreadsheet in Japan reads UTF-8 as Shift_JIS. */
const MARK = '\uFEFF';

/** One row a figure, so that it can be sorted and joined: document, table, and what its columns say. */
export function csvOf({ number, title, sheets, conditions }: Paper): string {
  const rows = [
    ['資料番号', '表', '区分', '値', '備考'],
    ...sheets.flatMap((sheet) =>
      sheet.rows.map(([head = '', value = '', ...rest]) => [
        number,
        sheet.title,
        head,
        value,
        rest.map(text).join(' '),
      ]),
    ),
    ...conditions.map(([label, value]) => [number, `この資料について：${title}`, label, value, '']),
  ];
  return MARK + rows.map((row) => row.map((cell) => quoted(text(cell))).join(',')).join('\r\n') + '\r\n';
}

const text = (cell: Cell): string =>
  typeof cell === 'string' ? harmless(cell) : cell.figure === null ? WORDS.hidden : String(cell.figure);

/** A text that a spreadsheet would run as a formula is shown as text. */
const harmless = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

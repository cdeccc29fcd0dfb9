/** Without it a spreadsheet in Japan reads UTF-8 as Shift_JIS. */
const MARK = '\uFEFF';

/** What a spreadsheet would run as a formula, in either width (reliability.md I10). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const PREFIXED = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** A text that a spreadsheet would run as a formula is shown as text. One that already begins with our sign gets another. */
export const harmless = (value: string): string =>
  FORMULA.test(value) || /^'+[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;

/** The same the other way round, for what was downloaded here and comes back. */
export const withoutPrefix = (value: string): string =>
  PREFIXED.test(value) ? value.slice(1) : value.replace(/^'(?='+[=+\-@\t\r＝＋－＠])/, '');

const quoted = (value: string): string => (/[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as a file that Excel in Japan opens rightly and runs nothing of. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n') + '\r\n';

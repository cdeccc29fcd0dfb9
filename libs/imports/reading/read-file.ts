import { parse } from 'csv-parse/sync';
import { Unreadable } from '../domain/faults.js';
import { sheetOf, type FileFound, type Sheet, type SheetRow } from '../domain/sheet.js';
import { withoutPrefix } from '../domain/csv.js';
import { textOf } from './text-of.js';
import { workbookOf } from './workbook.js';

/** Rows of one file. [D]: a prefecture's largest list of one kind, with room; the speed that is promised is that of 20,000. */
export const MOST_ROWS = 30_000;
const MOST_COLUMNS = 200;
const LONGEST_CELL = 2_000;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** OLE2: Excel up to 2003, and workbooks with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export interface FileRead {
  readonly found: FileFound;
  readonly sheet: Sheet;
}

/**
 * What a file holds, by what it is and not by what it is called: an .xlsx named .csv is read as a workbook. `known` counts
 * the headings that mean something, to find their row, and the sheet among several.
 * @throws Unreadable
 */
export async function readFile(bytes: Buffer, known: (headings: readonly string[]) => number): Promise<FileRead> {
  if (bytes.length === 0) throw empty();
  if (bytes.subarray(0, OLE.length).equals(OLE))
    throw new Unreadable(
      'old_workbook',
      '古い形式（.xls）か、パスワードのあるブックです。Excelで開き、パスワードを外して「Excelブック（.xlsx）」か「CSV UTF-8」で保存し直してください。',
      'This is a workbook of the old form (.xls), or one with a password. Open it in Excel, take off the password and save it as a workbook (.xlsx) or as “CSV UTF-8”.',
    );
  const read = bytes.subarray(0, ZIP.length).equals(ZIP) ? await fromWorkbook(bytes, known) : fromText(bytes, known);
  const { headings, rows } = read.sheet;
  if (headings.length > MOST_COLUMNS || rows.length > MOST_ROWS)
    throw new Unreadable(
      'too_many_rows',
      `大きすぎます（${rows.length.toLocaleString('ja')}行、${headings.length}列）。${MOST_ROWS.toLocaleString('ja')}行、${MOST_COLUMNS}列までに分けてください。`,
      `It is too large (${rows.length} rows, ${headings.length} columns). Divide it: ${MOST_ROWS} rows and ${MOST_COLUMNS} columns at most.`,
    );
  if (rows.length === 0)
    throw new Unreadable(
      'only_headings',
      '見出しの行だけで、登録する行がありません。見出しの下に1行ずつ書いてから、読み込み直してください。',
      'There are headings and no row. Write one row each below the headings and read the file again.',
    );
  return read;
}

async function fromWorkbook(bytes: Buffer, known: (headings: readonly string[]) => number): Promise<FileRead> {
  let best: (FileRead & { readonly score: number }) | undefined;
  const filled: string[] = [];
  for (const { sheet: name, rows } of await workbookOf(bytes)) {
    const sheet = sheetOf(clean(rows), known);
    if (!sheet) continue;
    filled.push(name);
    const score = known(sheet.headings);
    if (!best || score > best.score) best = { found: { form: 'xlsx', encoding: 'Excel', sheet: name }, sheet, score };
  }
  if (!best) throw empty();
  const others = filled.filter((name) => name !== best.found.sheet);
  return { found: { ...best.found, ...(others.length > 0 && { others }) }, sheet: best.sheet };
}

function fromText(bytes: Buffer, known: (headings: readonly string[]) => number): FileRead {
  const { text, encoding } = textOf(bytes);
  const delimiter = delimiterOf(text);
  const sheet = sheetOf(clean(rowsOf(text, delimiter)), known);
  if (!sheet) throw empty();
  return { found: { form: 'csv', encoding, delimiter }, sheet };
}

/** What is between the cells of the first lines: of commas, tabs and semicolons that of which there are the most. */
function delimiterOf(text: string): ',' | '\t' | ';' {
  const outside = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => outside.split(sign).length;
  return (['\t', ';'] as const).reduce<',' | '\t' | ';'>(
    (best, sign) => (count(sign) > count(best) ? sign : best),
    ',',
  );
}

/** The parser's own count of lines takes a break inside a cell for two where it is that of Windows. */
function rowsOf(text: string, delimiter: string): SheetRow[] {
  const bytes = Buffer.from(text);
  try {
    const records = parse(bytes, {
      delimiter,
      relax_column_count: true,
      // A quote in the middle of a cell is a sign like any other: 「"さくら"の家」.
      relax_quotes: true,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly bytes: number } }[];
    let line = 1;
    let from = 0;
    return records.map(({ record, info }) => {
      const row = { line, cells: record };
      line += breaksIn(bytes.toString('utf8', from, info.bytes));
      from = info.bytes;
      return row;
    });
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw new Unreadable(
      'broken_csv',
      `CSVとして読み取れません${lines === undefined ? '' : `（${lines}行目の近く）`}。閉じていない引用符（"）がないか確かめ、Excelで保存し直してください。`,
      `It cannot be read as CSV${lines === undefined ? '' : ` (near line ${lines})`}. Look for a quotation mark (") that is not closed, and save it from Excel again.`,
    );
  }
}

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** As a person reads them: without what surrounds a cell, and without the sign that keeps a spreadsheet from running it. */
const clean = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => withoutPrefix(cell.trim()).slice(0, LONGEST_CELL)),
  }));

const empty = () =>
  new Unreadable(
    'empty_file',
    'ファイルに何も書かれていません。中身のあるファイルか確かめて、選び直してください。',
    'There is nothing in the file. See that it is the right one, and choose again.',
  );

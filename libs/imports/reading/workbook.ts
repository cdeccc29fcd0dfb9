import readWorkbook from 'read-excel-file/node';
import { Unreadable } from '../domain/faults.js';
import type { SheetRow } from '../domain/sheet.js';

/** Unpacked, a list of 20,000 rows is below 30 MB. [D] */
const MOST_UNPACKED = 120_000_000;
const MOST_PARTS = 2_000;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/** What a zip says of itself before anything of it is unpacked: a bomb of 10 kB says that it is 10 GB. */
function sizeOf(bytes: Buffer): { readonly parts: number; readonly unpacked: number } | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined;
  const parts = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let n = 0; n < parts; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    unpacked += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { parts, unpacked };
}

export interface WorkbookSheet {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
}

const damaged = () =>
  new Unreadable(
    'not_a_workbook',
    'Excelのブックとして開けません。パスワードで保護されているか、壊れています。Excelで開き、保護を外して「Excelブック（.xlsx）」で保存し直してください。',
    'It cannot be opened as a workbook: it is protected by a password, or damaged. Open it in Excel, lift the protection and save it as a workbook (.xlsx).',
  );

/** All sheets of a workbook (.xlsx), their cells as text. @throws Unreadable */
export async function workbookOf(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const size = sizeOf(bytes);
  if (!size) throw damaged();
  if (size.unpacked > MOST_UNPACKED || size.parts > MOST_PARTS)
    throw new Unreadable(
      'workbook_too_large',
      'ブックが大きすぎます。一覧のあるシートだけを残すか、CSVで保存し直してください。',
      'The workbook is too large. Keep only the sheet with the list, or save it as CSV.',
    );
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes);
  } catch {
    throw damaged();
  }
  return sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map((row, i) => ({ line: i + 1, cells: row.map(textOf) })),
  }));
}

/** A day stands in a cell as a moment of no time zone. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

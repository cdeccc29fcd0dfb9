import writeExcelFile from 'write-excel-file/node';
import type { Cell, Paper } from './paper.js';
import { WORDS } from './words.js';

const HEAD = { fontWeight: 'bold', backgroundColor: '#e8f1fe', wrap: true } as const;

/** 別表: the figures on one sheet, and beside it under which conditions they stand (この資料について). */
export async function excelOf({ number, title, subtitle, confidential, sheets, conditions }: Paper): Promise<Buffer> {
  const heads = ['資料番号', '表', '区分', '値', '備考'].map((value) => ({ value, ...HEAD }));
  const figures = [
    heads,
    ...sheets.flatMap((sheet) =>
      sheet.rows.map(([head = '', value = '', ...rest]) => [
        cellOf(number),
        cellOf(sheet.title),
        cellOf(head),
        cellOf(value),
        cellOf(rest.map((one) => (typeof one === 'string' ? one : '')).join(' ')),
      ]),
    ),
  ];
  const about = [
    [{ value: `${number}　${title}　${subtitle}`, fontWeight: 'bold' as const }],
    [{ value: confidential ? '部外秘' : '公開用' }],
    ...conditions.map(([label, value]) => [
      { value: label, ...HEAD },
      { value, wrap: true },
    ]),
  ];
  const file = writeExcelFile([
    {
      data: figures,
      sheet: '集計',
      columns: [{ width: 10 }, { width: 34 }, { width: 34 }, { width: 14 }, { width: 24 }],
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { data: about, sheet: 'この資料について', columns: [{ width: 26 }, { width: 80 }], orientation: 'landscape' },
  ]);
  return file.toBuffer();
}

/** A number that is shown is a number, to be computed with; what is hidden is a word. */
const cellOf = (cell: Cell) => {
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true };
  return cell.figure === null ? { value: WORDS.hidden, type: String } : { value: cell.figure, type: Number };
};

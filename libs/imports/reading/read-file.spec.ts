import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { csvOf } from '../domain/csv.js';
import { Unreadable } from '../domain/faults.js';
import { readFile } from './read-file.js';
import { textOf } from './text-of.js';

const none = () => 0;
const knows =
  (...known: string[]) =>
  (headings: readonly string[]) =>
    headings.filter((heading) => known.includes(heading)).length;

/** 「氏名」「髙﨑①㈱」 in CP932. */
const CP932 = Buffer.from([
  0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a, 0xfb, 0xfc, 0xed, 0x95, 0x87, 0x40, 0x87, 0x8a, 0x0d, 0x0a,
]);

const refusalOf = async (bytes: Buffer): Promise<string> => {
  try {
    await readFile(bytes, none);
    return 'read';
  } catch (error) {
    return error instanceof Unreadable ? error.fault.code : String(error);
  }
};

describe('a file of an office', () => {
  it('is read in UTF-8, with a mark and without', async () => {
    const file = '氏名,住所\r\n髙橋 𠮷男,\uFA19戸\r\n';
    const sheet = { headings: ['氏名', '住所'], rows: [{ line: 2, cells: ['髙橋 𠮷男', '\uFA19戸'] }] };
    expect(await readFile(Buffer.from(file), none)).toEqual({
      found: { form: 'csv', encoding: 'UTF-8', delimiter: ',' },
      sheet,
    });
    expect(await readFile(Buffer.from(`\uFEFF${file}`), none)).toEqual({
      found: { form: 'csv', encoding: 'UTF-8 (BOM)', delimiter: ',' },
      sheet,
    });
  });

  it('is read in CP932 with the characters that only the makers had', async () => {
    const { found, sheet } = await readFile(CP932, none);
    expect(found.encoding).toBe('CP932');
    expect(sheet).toEqual({ headings: ['氏名'], rows: [{ line: 2, cells: ['髙﨑①㈱'] }] });
  });

  it('is refused where two encodings are mixed, and says in which line', () => {
    const mixed = Buffer.concat([Buffer.from('氏名,住所\n山田太郎,富良野市\n'), CP932]);
    const caught = (() => {
      try {
        return textOf(mixed);
      } catch (error) {
        return (error as Unreadable).fault;
      }
    })();
    expect(caught).toMatchObject({ code: 'mixed_encodings' });
    expect(JSON.stringify(caught)).toMatch(/行目/);
  });

  it('may be separated by tabs or semicolons, with commas in its cells', async () => {
    expect((await readFile(Buffer.from('a\tb\n1,5\t2\n'), none)).found).toMatchObject({ delimiter: '\t' });
    expect((await readFile(Buffer.from('a;b;c\n"1,5";2;3\n'), none)).sheet.rows[0]?.cells).toEqual(['1,5', '2', '3']);
  });

  it('keeps quotes, commas and line breaks in cells, and counts lines as the file does', async () => {
    const { sheet } = await readFile(
      Buffer.from('名称,備考\r\n"さくら ""本店""","1行目\r\n2行目"\r\nもみじ,"a,b"\r\n'),
      none,
    );
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['さくら "本店"', '1行目\r\n2行目'] },
      { line: 4, cells: ['もみじ', 'a,b'] },
    ]);
  });

  it('finds its headings below a title', async () => {
    const file = '施設一覧,,\n令和8年4月1日現在,,\n\n名称,住所,電話番号\nさくら,富良野市,0167\n';
    const { sheet } = await readFile(Buffer.from(file), knows('名称', '電話番号'));
    expect(sheet.headings).toEqual(['名称', '住所', '電話番号']);
    expect(sheet.rows).toEqual([{ line: 5, cells: ['さくら', '富良野市', '0167'] }]);
  });

  it('is a workbook by what it is, whatever it is called, and its days are days', async () => {
    const bytes = await writeExcelFile([
      [{ value: '氏名' }, { value: '生年月日' }],
      [{ value: '髙橋' }, { value: new Date('1950-01-02T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' }],
    ] as never).toBuffer();
    expect(await readFile(bytes, none)).toEqual({
      found: { form: 'xlsx', encoding: 'Excel', sheet: 'Sheet1' },
      sheet: { headings: ['氏名', '生年月日'], rows: [{ line: 2, cells: ['髙橋', '1950-01-02'] }] },
    });
  });

  it('says which sheets of a workbook that hold anything were not read', async () => {
    const bytes = await writeExcelFile([
      { data: [[{ value: '名称' }], [{ value: 'さくら医院' }]], sheet: '医療機関' },
      { data: [[{ value: '何か' }], [{ value: '別のもの' }]], sheet: '介護' },
      { data: [], sheet: '空' },
    ] as never).toBuffer();
    const known = (headings: readonly string[]) => headings.filter((heading) => heading === '名称').length;
    const { found, sheet } = await readFile(bytes, known);
    expect(found).toEqual({ form: 'xlsx', encoding: 'Excel', sheet: '医療機関', others: ['介護'] });
    expect(sheet.rows).toHaveLength(1);
  });

  it('is refused with what to do', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toBe('empty_file');
    expect(await refusalOf(Buffer.from('\uFEFF\r\n,,\r\n'))).toBe('empty_file');
    expect(await refusalOf(Buffer.from('氏名,住所\r\n'))).toBe('only_headings');
    expect(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('old_workbook');
    expect(await refusalOf(Buffer.from('PK\u0003\u0004 no workbook', 'latin1'))).toBe('not_a_workbook');
    expect(await refusalOf(Buffer.from([0xff, 0xfe, 0x0f, 0x5c, 0x0d, 0x54]))).toBe('unknown_encoding');
    expect(await refusalOf(Buffer.from('氏名,住所\n"山田,富良野市\n'))).toBe('broken_csv');
    expect(await refusalOf(Buffer.from(`a\n${'x\n'.repeat(30_001)}`))).toBe('too_many_rows');
  });

  it('is refused as a bomb before anything of it is unpacked', async () => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(4_000_000_000, 24);
    const start = Buffer.from('PK\u0003\u0004', 'latin1');
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(start.length, 16);
    expect(await refusalOf(Buffer.concat([start, entry, end]))).toBe('workbook_too_large');
  });

  it('reads back whatever was written here, also what a spreadsheet would run', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '=1+1',
        '+81',
        '-3',
        '@x',
        '＝SUM(A1)',
        "'=1",
        "''-2",
        '髙橋',
        '𠮷',
        '"',
        'a,b',
        '一\n二',
        '０１２',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const printable = rows.map((row) =>
            ['r', ...row].map((text) => text.replaceAll(/(?!\n)[\p{Cc}\uFEFF\uFFFD]/gu, '').trim()),
          );
          const { sheet } = await readFile(Buffer.from(csvOf([['名称', 'b'], ...printable])), knows('名称'));
          expect(sheet.rows.map(({ cells }) => cells)).toEqual(printable);
        },
      ),
    );
  });
});

import { Readable } from 'node:stream';
import readExcelFile from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Figures, PackContent } from '../domain/pack.content.js';
import { csvOf } from './csv.js';
import { excelOf } from './excel.js';
import { paperOf, type Cell, type Paper } from './paper.js';
import { pdfOf } from './pdf.js';

const figures: Figures = {
  signals: 71,
  cases: 64,
  organizations: 9,
  municipalities: null,
  perTenThousand: 15.7,
  reasons: ['E2'],
  splits: [
    {
      by: 'month',
      lines: [
        { code: '2025-05', cases: 41 },
        { code: '2025-06', cases: null },
        { code: '2025-07', cases: null },
      ],
    },
    {
      by: 'area',
      lines: [
        { code: 'f', cases: 37 },
        { code: 'm', cases: null },
        { code: 's', cases: 0 },
      ],
    },
  ],
};
const content: PackContent = {
  item: 'item',
  key: 'sudden_change|night_cover|at_night',
  level: 'secondary_area',
  area: 'area',
  window: { months: ['2025-05', '2025-06', '2025-07'], knownAt: '2025-07-12T03:00:00.000Z' },
  least: { council: 5, public: 10 },
  population: 40_763,
  // Names come from data that somebody imports.
  names: { area: '富良野', f: '富良野市', m: '=HYPERLINK("http://x","南富良野町")', s: '#danger *占冠村* $y$ [' },
  figures: { council: figures, public: { ...figures, cases: null, signals: null } },
  decisions: [{ item: 'item', area: 'area', decision: 'escalate', decidedOn: '2019-05-01' }],
};
const frozen = { content, version: 2, hash: 'ab'.repeat(32) };
const paper = paperOf(frozen, 'council');

/** Table, line and value of every figure, as somebody reads them. */
type Read = readonly [table: string, line: string, value: string];
const bare = (text: string): string => text.replace(/^'/, '');
const said = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell : cell?.figure == null ? '秘匿' : String(cell.figure);
const onPaper = ({ sheets }: Paper): Read[] =>
  sheets.flatMap(({ title, rows }) => rows.map(([line, value]): Read => [title, said(line), said(value)]));

const inCsv = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)
    .map((row) =>
      [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/g)].map(([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    );
const inExcel = async (file: Buffer, sheet: string): Promise<string[][]> => {
  const sheets = await readExcelFile(Readable.from([file]));
  const found = sheets.find((one) => one.sheet === sheet);
  return (found?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell as string | number))));
};
const pagesOf = async (pdf: Buffer): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replaceAll(/\s/g, ''));
};

describe('the formats of a pack', () => {
  const expected = onPaper(paper);

  it('hold the same figures: CSV', () => {
    const rows = inCsv(csvOf(paper));
    const read = rows.slice(1, 1 + expected.length).map(([, table, line, value]) => [table, bare(line ?? ''), value]);
    expect(read).toEqual(expected);
  });

  it('hold the same figures: Excel, with a sheet of conditions', async () => {
    const file = await excelOf(paper);
    const rows = await inExcel(file, '集計');
    expect(rows.slice(1).map(([, table, line, value]) => [table, line, value])).toEqual(expected);
    const conditions = new Map((await inExcel(file, 'この資料について')).map(([label, value]) => [label, value]));
    expect(conditions.get('数えた時点')).toContain('令和7年7月12日（2025-07-12）');
    expect(conditions.get('内容の識別（SHA-256）')).toBe(frozen.hash);
  });

  it('hold the same figures: PDF, with contents, page numbers, its number and its mark on every page', async () => {
    const pages = await pagesOf(await pdfOf(paper));
    const text = pages.join('');
    for (const [, line, value] of expected) expect(text).toContain(`${line}${value}`.replaceAll(/\s/g, ''));
    expect(pages[0]).toContain('目次');
    pages.forEach((page, i) => {
      expect(page).toContain('資料2');
      expect(page).toContain('部外秘');
      expect(page).toContain(`${i + 1}/${pages.length}`);
    });
    expect(text).toContain('令和元年5月1日（2019-05-01）');
  });

  it('say 秘匿 where a number is kept back, and mark only what is confidential', async () => {
    expect(expected.filter(([, , value]) => value === '秘匿')).toHaveLength(4);
    const open = paperOf(frozen, 'public');
    expect(onPaper(open).slice(0, 2)).toEqual([
      ['概要', '事例（同じ人は一度だけ数える）', '秘匿'],
      ['概要', '課題の兆し', '秘匿'],
    ]);
    expect((await pagesOf(await pdfOf(open))).join('')).not.toContain('部外秘');
  });

  it('open in a spreadsheet of Japan, and run nothing there', () => {
    const csv = csvOf(paper);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(
      inCsv(csv)
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    ).toEqual([]);
    expect(inCsv(csv).flat()).toContain(`'=HYPERLINK("http://x","南富良野町")`);
  });

  it('print the same bytes for the same content, as a document that a reader of screens can follow', async () => {
    const [one, two] = await Promise.all([pdfOf(paper), pdfOf(paper)]);
    expect(one.equals(two)).toBe(true);
    const raw = one.toString('latin1');
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toContain('/MarkInfo');
  });

  it('gives the narratives and the proposals to the council, and neither to the public', () => {
    const whole = { ...frozen, content: { ...content, options: ['adopt_measure'] } };
    const told = paperOf(whole, 'council', ['=1+1 夜間の薬局がない。']);
    expect(told.sheets.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['事例の要旨', '考えられる決め方（案）']),
    );
    expect(csvOf(told)).toContain("'=1+1 夜間の薬局がない。");
    const open = paperOf(whole, 'public', ['夜間の薬局がない。']);
    expect(JSON.stringify(open)).not.toMatch(/薬局|決め方/);
  });
});

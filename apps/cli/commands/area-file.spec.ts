import { areaFileOf } from './area-file.js';

/** 富良野市, as bytes of CP932 and of EUC-JP: Node writes neither. */
const CP932 = Buffer.from([0x95, 0x78, 0x97, 0xc7, 0x96, 0xec, 0x8e, 0x73]);
const EUC_JP = Buffer.from([0xc9, 0xd9, 0xce, 0xc9, 0xcc, 0xee, 0xbb, 0xd4]);
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const file = (name: string | Buffer, more = ''): Buffer => {
  const [before = '', after = ''] =
    `{"source": "x", "prefecture": {"code": "01", "name": "A"}, "homeCareAreas": [{"tertiary": "T", "secondary": "S",
      "homeCareArea": "H", "municipalities": [{"code": "012297", "name": "@"}]}]${more}}`.split('@');
  return Buffer.concat([Buffer.from(before), Buffer.from(name), Buffer.from(after)]);
};

const town = async (bytes: Buffer) => {
  const read = await areaFileOf(bytes);
  return 'faults' in read ? read.faults : [read.command.homeCareAreas[0]?.municipalities[0]?.name, read.encoding];
};

describe('a file of areas', () => {
  it('is read as offices have it, and it is said how', async () => {
    expect(await town(file('富良野市'))).toEqual(['富良野市', 'UTF-8']);
    expect(await town(Buffer.concat([MARK, file('富良野市')]))).toEqual(['富良野市', 'UTF-8 with a byte order mark']);
    expect(await town(file(CP932))).toEqual(['富良野市', 'CP932 (Shift_JIS)']);
  });

  it.each([
    ['EUC-JP', file(EUC_JP)],
    ['bytes of nothing', file(Buffer.from([0x81, 0xff, 0xfe, 0x80]))],
    ['a mark before what is no UTF-8', Buffer.concat([MARK, file(CP932)])],
    [
      'UTF-16 with its mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file('富良野市').toString(), 'utf16le')]),
    ],
  ])('is refused in one line if it is %s', async (_what, bytes) => {
    expect(await town(bytes)).toEqual([expect.stringContaining('neither UTF-8 nor CP932')]);
  });

  it.each([
    ['', 'line 1, column 1'],
    ['{"prefecture": {\n  "code": "01"', 'line 2'],
    ['not json', 'line 1, column'],
  ])('that is broken, %j, says where and quotes nothing', async (text, where) => {
    const [line, ...rest] = await town(Buffer.from(text));
    expect(rest).toEqual([]);
    expect(line).toContain(where);
    expect(line).not.toContain('"code"');
  });

  it.each([
    ['[]', 'The body must be a JSON object'],
    ['null', 'The body must be a JSON object'],
    ['{}', 'prefecture: '],
    ['{"prefecture": {"code": "01", "name": "A"}, "homeCareAreas": 7}', 'homeCareAreas'],
    ['{"prefecture": {"code": "01", "name": "A"}, "homeCareAreas": [{"municipalities": null}]}', 'homeCareAreas[0]'],
    ['{"prefecture": {"code": "01", "name": "A"}, "prefecture": {}, "homeCareAreas": []}', 'prefecture: '],
  ])('of another shape, %s, says what is wrong', async (text, where) => {
    const lines = await town(Buffer.from(text));
    expect(lines.join('\n')).toContain(where);
  });

  it.each(['富良野\u200b市', '富良野\n市', '\u3000', '市\u202e野良富'])('holds no name that lies: %j', async (name) => {
    const [line] = await town(file(JSON.stringify(name).slice(1, -1)));
    expect(line).toContain('homeCareAreas[0].municipalities[0].name');
  });

  it('may say more than is loaded', async () => {
    expect(await town(file('富良野市', ', "notes": ["x"], "counts": {"municipalities": 179}'))).toEqual([
      '富良野市',
      'UTF-8',
    ]);
  });
});

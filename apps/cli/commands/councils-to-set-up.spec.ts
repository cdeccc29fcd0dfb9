import fc from 'fast-check';
import type { Council } from '#councils';
import type { AreaLevel, AreaTree } from '#directory';
import { councilFileOf, type CouncilRow } from './council-file.js';
import { councilsToSetUp, type Known } from './councils-to-set-up.js';

const area = (id: string, level: AreaLevel, name: string, parent: string | null) => [id, { id, level, name, parent }];
const tree: AreaTree = {
  prefecture: '01',
  areas: Object.fromEntries([
    area('01', 'prefecture', '北海道', null),
    area('s-furano', 'secondary_area', '富良野', '01'),
    area('h-furano', 'home_care_area', '富良野', 's-furano'),
    area('012297', 'municipality', '富良野市', 'h-furano'),
    area('s-hokumo', 'secondary_area', '北網', '01'),
    area('h-kitami', 'home_care_area', '北見', 's-hokumo'),
    area('014036', 'municipality', '泊村', 'h-kitami'),
    area('016969', 'municipality', '泊村', 'h-kitami'),
  ]) as AreaTree['areas'],
};
const known: Known = {
  tree,
  councils: new Map(),
  organizations: new Map([
    ['保健所', ['center']],
    ['病院', ['one', 'two']],
  ]),
};
const row = (more: Partial<CouncilRow> = {}): CouncilRow => ({
  name: 'A',
  level: 'secondary_area',
  types: ['promotion'],
  areas: ['富良野'],
  secretariat: '保健所',
  ...more,
});
const placed = (rows: readonly Partial<CouncilRow>[], more: Partial<Known> = {}) =>
  councilsToSetUp(
    '01',
    rows.map((one) => ({ row: row(one) })),
    { ...known, ...more },
  );
const faults = (...rows: readonly Partial<CouncilRow>[]) =>
  placed(rows).flatMap(({ name, result }) =>
    'faults' in result ? result.faults.map(({ path, code }) => `${name} ${path} ${code}`) : [],
  );
const areasOf = (more: Partial<CouncilRow>) => {
  const [{ result } = { result: { faults: [] } }] = placed([more]);
  return 'wanted' in result ? result.wanted.areas : result.faults.map(({ code }) => code);
};

describe('councils that a file names', () => {
  it('stand for the areas of their own tier, else for the widest below', () => {
    expect(areasOf({ areas: ['富良野'] })).toEqual(['s-furano']);
    expect(areasOf({ level: 'home_care_area', areas: ['富良野'] })).toEqual(['h-furano']);
    expect(areasOf({ areas: ['北見', '012297'] })).toEqual(['h-kitami', '012297']);
    expect(areasOf({ level: 'medical_association', areas: ['富良野市'] })).toEqual(['012297']);
  });

  it('are told of names that are nowhere, or of several', () => {
    expect(faults({ areas: ['函館'], secretariat: '診療所' })).toEqual([
      'A areas[0] unknown_name',
      'A secretariat unknown_name',
    ]);
    expect(faults({ areas: ['泊村'], members: [{ organization: '病院', body: 'hospital' }] })).toEqual([
      'A areas[0] several_of_that_name',
      'A members[0].organization several_of_that_name',
    ]);
    expect(areasOf({ areas: ['014036'] })).toEqual(['014036']);
    expect(faults({ parent: 'nobody' })).toEqual(['A parent unknown_name']);
    expect(faults({ name: 'A' }, { name: 'A' })).toEqual(['A name duplicate']);
    expect(faults({ name: 'A', parent: 'B' }, { name: 'B', parent: 'A' }, { name: 'C', parent: 'A' })).toEqual([
      'A parent leads_back',
      'B parent leads_back',
      'C parent leads_back',
    ]);
  });

  it('are the ones that are there, and keep their level', () => {
    const there = { name: 'A', level: 'secondary_area' } as Council;
    const councils = new Map([['id of A', there]]);
    expect(placed([{}], { councils })[0]?.result).toMatchObject({ id: 'id of A' });
    expect(placed([{ name: 'B', parent: 'A' }], { councils })[0]).not.toHaveProperty('above');
    expect(placed([{ level: 'home_care_area' }], { councils })[0]?.result).toMatchObject({
      faults: [{ path: 'level', code: 'other_level' }],
    });
  });

  it('come after the ones above them, whatever the order of the file, and each once', () => {
    const files = fc.array(fc.option(fc.nat(9), { nil: undefined }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(files, (above) => {
        const rows = above.map((parent, i) => ({
          name: String(i),
          // Only later ones are above, so that nothing leads back.
          ...(parent !== undefined && i + 1 + parent < above.length && { parent: String(i + 1 + parent) }),
        }));
        const order = placed(rows);
        expect(order.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(rows.map((_row, i) => i));
        const place = (name: string) => order.findIndex((one) => one.name === name);
        expect(rows.filter(({ name, parent = name }) => place(parent) > place(name))).toEqual([]);
      }),
    );
  });
});

describe('a file of councils', () => {
  const file = (councils: unknown, more: object = {}) =>
    councilFileOf(Buffer.from(JSON.stringify({ prefecture: '01', councils, ...more })));
  const codesOf = async (council: object) => {
    const read = await file([council, row()]);
    if ('faults' in read) return read.faults;
    expect(read.entries[1]).toHaveProperty('row');
    const [entry] = read.entries;
    return entry && 'faults' in entry ? entry.faults.map(({ path, code }) => `${path} ${code}`) : [];
  };

  it.each([
    [{ ...row(), level: 'town' }, ['level unknown_code']],
    [{ ...row(), types: [] }, ['types too_few']],
    [{ ...row(), members: [{ organization: '病院', body: 'choir' }] }, ['members[0].body unknown_code']],
    [{ ...row(), chairMedical: '佐藤' }, ['chairMedical not_an_id']],
    [{ ...row(), president: 'x' }, ['president unknown_field']],
    [row(), []],
  ])('says of each what is wrong with it, and reads the others: %#', async (council, wrong) => {
    expect(await codesOf(council)).toEqual(wrong);
  });

  it.each([[undefined], [[]], [{}]])('without councils is none: %j', async (councils) => {
    expect(await file(councils)).toEqual({ faults: [expect.stringContaining('councils')] });
  });
});

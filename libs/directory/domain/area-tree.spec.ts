import { DomainError, type Circumstances } from '#kernel';
import {
  areaId,
  areaRef,
  areaTree,
  areasIn,
  keptBy,
  liesIn,
  municipalityOf,
  type AreaTree,
  type HomeCareAreaRow,
} from './area-tree.js';

const FURANO = { code: '012297', name: '富良野市' };
const SHIMUKAPPU = { code: '014630', name: '占冠村' };
const BIEI = { code: '014591', name: '美瑛町' };

const area = (homeCareArea: string, ...municipalities: HomeCareAreaRow['municipalities']): HomeCareAreaRow => ({
  tertiary: '道北',
  secondary: homeCareArea === '富良野' ? '富良野' : '上川中部',
  homeCareArea,
  municipalities,
});
const HOKKAIDO = { code: '01', name: '北海道' };

const given = (prefecture: string) => ({ found: { prefecture } }) as Circumstances<{ prefecture: string }>;
const imported = (
  homeCareAreas: readonly HomeCareAreaRow[],
  state: AreaTree = areaTree.initial,
  prefecture = HOKKAIDO,
) => {
  const events = areaTree.decide({ type: 'ImportAreas', prefecture, homeCareAreas }, state, given('01'));
  // As the database gives it back: its keys in another order.
  const after = events.reduce((s, event) => areaTree.evolve(s, event, ''), state);
  return { events, tree: { ...after, areas: Object.fromEntries(Object.entries(after.areas).toReversed()) } };
};
const faults = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.errors.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
};

const whole = [area('富良野', FURANO, SHIMUKAPPU), area('上川', BIEI)];
const { tree } = imported(whole);

describe('an import of areas', () => {
  it('does nothing when all is as it was', () => {
    expect(imported(whole, tree).events).toEqual([]);
    expect(imported([area('富良野', FURANO)], tree).events).toEqual([]);
  });

  it('never loses what it does not name, and says what that is', () => {
    const { events, tree: after } = imported([area('富良野', { ...FURANO, name: '富良野市（新）' })], tree);
    expect(events[0]?.payload.kept).toEqual(
      expect.arrayContaining(['014630', '014591', areaId('01', 'home_care_area', '上川')]),
    );
    expect(municipalityOf(after, '美瑛町')).toEqual(municipalityOf(tree, '美瑛町'));
    expect(areaRef(after, '014630')).toEqual(areaRef(tree, '014630'));
    expect(municipalityOf(after, '012297')?.name).toBe('富良野市（新）');
    expect(keptBy(tree, { prefecture: HOKKAIDO, homeCareAreas: whole })).toEqual([]);
  });

  it('moves what it names', () => {
    const { tree: after } = imported([area('上川', BIEI, SHIMUKAPPU)], tree);
    expect(areaRef(after, '014630')?.homeCareAreaId).toBe(areaId('01', 'home_care_area', '上川'));
    expect(areaRef(after, '012297')).toEqual(areaRef(tree, '012297'));
  });

  it('finds again what an import of an older version forgot', () => {
    const events = [whole, [area('富良野', FURANO)]].map((homeCareAreas) => ({
      type: 'AreasImported' as const,
      payload: { prefecture: HOKKAIDO, homeCareAreas },
    }));
    const folded = events.reduce((s, event) => areaTree.evolve(s, event, ''), areaTree.initial);
    expect(municipalityOf(folded, '美瑛町')?.id).toBe('014591');
  });

  it('refuses another prefecture’s', () => {
    const aomori = { ...area('青森', { code: '022012', name: '青森市' }), secondary: '青森', tertiary: '青森' };
    expect(faults(() => imported([aomori], tree, { code: '02', name: '青森県' }))).toEqual([
      'prefecture.code other_prefecture',
    ]);
    expect(faults(() => imported([aomori], tree))).toEqual([
      'homeCareAreas[0].municipalities[0].code other_prefecture',
    ]);
  });

  it('refuses a secondary area in two tertiary areas', () => {
    const rows = [area('富良野', FURANO), { ...area('上川', BIEI), secondary: '富良野', tertiary: '道央' }];
    expect(faults(() => imported(rows))).toEqual(['homeCareAreas[1].tertiary two_parents']);
  });
});

describe('the tree of areas', () => {
  it('knows what lies in what', () => {
    expect(liesIn(tree, '012297', '01')).toBe(true);
    expect(liesIn(tree, '012297', '012297')).toBe(true);
    expect(liesIn(tree, '012297', areaId('01', 'home_care_area', '富良野'))).toBe(true);
    expect(liesIn(tree, '012297', areaId('01', 'home_care_area', '上川'))).toBe(false);
    expect(liesIn(tree, '01', '012297')).toBe(false);
    expect(liesIn(tree, 'ZZ99', '01')).toBe(false);
    expect(
      areasIn(tree, areaId('01', 'secondary_area', '富良野'))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['富良野', '富良野', '占冠村', '富良野市'].toSorted());
  });

  it('has no municipality by the name of what every object has', () => {
    expect(municipalityOf(tree, 'constructor')).toBeUndefined();
    expect(municipalityOf(tree, '__proto__')).toBeUndefined();
  });
});

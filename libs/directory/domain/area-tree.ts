import { DomainError, idOf, type AreaRef, type Decider, type Event, type FieldError } from '#kernel';

export const AREA_LEVELS = ['municipality', 'home_care_area', 'secondary_area', 'tertiary_area', 'prefecture'] as const;
/** The tiers of areas (圏域): 市町村 ⊂ 在宅医療圏 ⊂ 第二次医療圏 ⊂ 第三次医療圏 ⊂ 都道府県. */
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** One home-care area as an import states it. */
export interface HomeCareAreaRow {
  readonly tertiary: string;
  readonly secondary: string;
  readonly homeCareArea: string;
  readonly healthCentre?: string;
  readonly population?: number;
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly kana?: string }[];
}

export interface Area {
  readonly id: string;
  readonly level: AreaLevel;
  readonly name: string;
  readonly parent: string | null;
  readonly population?: number;
}

/** The areas of a prefecture. Tiers that coincide are one node: what stands for it is the higher one (design decision 8). */
export interface AreaTree {
  readonly prefecture: string;
  readonly areas: Readonly<Record<string, Area>>;
}

export interface ImportAreas {
  readonly type: 'ImportAreas';
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly homeCareAreas: readonly HomeCareAreaRow[];
  /** What the source says there should be; the control report compares. */
  readonly counts?: Readonly<Record<string, unknown>>;
}

/** 圏域を読み込んだ. `kept` are the areas that were known and that the file does not name: none is ever lost by an import. */
export type AreasImported = Event<
  'AreasImported',
  {
    prefecture: { code: string; name: string };
    homeCareAreas: readonly HomeCareAreaRow[];
    kept?: readonly string[];
  }
>;

export const areaTreeId = (prefecture: string): string => idOf('area_tree', prefecture);

/** Ids of the tiers above the municipality; a municipality's id is its six-digit code. */
export const areaId = (prefecture: string, level: AreaLevel, name: string): string =>
  level === 'prefecture' ? prefecture : idOf('area', prefecture, level, name);

/** The check digit of a local-government code (全国地方公共団体コード, JIS X 0401/0402 with the ministry's sixth digit). */
export function isMunicipalityCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(code[i]), 0);
  return (11 - (sum % 11)) % 10 === Number(code[5]);
}

export const areaRef = ({ areas }: AreaTree, municipality: string): AreaRef | undefined => {
  const m = areas[municipality];
  const h = m?.parent ? areas[m.parent] : undefined;
  const s = h?.parent ? areas[h.parent] : undefined;
  if (!m || m.level !== 'municipality' || !h || !s) return undefined;
  return { municipalityId: m.id, homeCareAreaId: h.id, secondaryAreaId: s.id, tertiaryAreaId: s.parent ?? '' };
};

/** The tiers of any area from the tertiary area down to it, empty below; undefined for one that is not there. */
export function tiersOf(tree: AreaTree, id: string): AreaRef | undefined {
  if (!Object.hasOwn(tree.areas, id)) return undefined;
  const chain = [id, ...around(tree, id)];
  const at = (level: AreaLevel) => chain.find((each) => tree.areas[each]?.level === level) ?? '';
  return {
    municipalityId: at('municipality'),
    homeCareAreaId: at('home_care_area'),
    secondaryAreaId: at('secondary_area'),
    tertiaryAreaId: at('tertiary_area'),
  };
}

/** A municipality by its code, or by its name within the prefecture. */
export const municipalityOf = ({ areas }: AreaTree, nameOrCode: string): Area | undefined =>
  (Object.hasOwn(areas, nameOrCode) ? areas[nameOrCode] : undefined) ??
  Object.values(areas).find(({ level, name }) => level === 'municipality' && name === nameOrCode);

export const childrenOf = ({ areas }: AreaTree, id: string): Area[] =>
  Object.values(areas).filter(({ parent }) => parent === id);

/** The areas around an area, nearest first. */
const around = (tree: AreaTree, id: string): string[] => {
  const parent = tree.areas[id]?.parent;
  return parent == null ? [] : [parent, ...around(tree, parent)];
};

/** Whether an area is another one or lies inside it. */
export const liesIn = (tree: AreaTree, id: string, outer: string): boolean =>
  id === outer || around(tree, id).includes(outer);

/** An area and all that lie inside it, each with the areas around it. */
export const areasIn = (tree: AreaTree, id: string): (Area & { readonly chain: readonly string[] })[] =>
  Object.values(tree.areas)
    .map((area) => ({ ...area, chain: around(tree, area.id) }))
    .filter(({ id: inner, chain }) => inner === id || chain.includes(id));

/** Why rows cannot be loaded: every bad row, not only the first. An import with one bad row stores nothing. */
export function faultsOf({ prefecture, homeCareAreas }: ImportAreas): FieldError[] {
  const faults: FieldError[] = [];
  const seen = new Map<string, string>();
  const areaNames = new Set<string>();
  const above = new Map<string, string>();
  const fault = (path: string, code: string, ja: string, en: string) => faults.push({ path, code, ja, en });
  if (!/^(0[1-9]|[1-3]\d|4[0-7])$/.test(prefecture.code))
    fault('prefecture.code', 'unknown_prefecture', '都道府県コードは01から47です。', 'A prefecture code is 01 to 47.');
  homeCareAreas.forEach((area, i) => {
    const at = `homeCareAreas[${i}]`;
    for (const key of ['tertiary', 'secondary', 'homeCareArea'] as const)
      if (!area[key]?.trim())
        fault(`${at}.${key}`, 'missing', '圏域名がありません。', 'The name of the area is missing.');
    if (areaNames.has(area.homeCareArea))
      fault(`${at}.homeCareArea`, 'duplicate', '同じ在宅医療圏が二度あります。', 'This home-care area is there twice.');
    areaNames.add(area.homeCareArea);
    const tertiary = above.get(area.secondary) ?? area.tertiary;
    above.set(area.secondary, tertiary);
    if (tertiary !== area.tertiary)
      fault(
        `${at}.tertiary`,
        'two_parents',
        `第二次医療圏${area.secondary}は${tertiary}にもあります。`,
        `The secondary area ${area.secondary} is in ${tertiary} as well.`,
      );
    if (area.municipalities.length === 0)
      fault(`${at}.municipalities`, 'missing', '市町村がありません。', 'It has no municipality.');
    area.municipalities.forEach(({ code, name }, j) => {
      const path = `${at}.municipalities[${j}]`;
      if (!isMunicipalityCode(code))
        fault(
          `${path}.code`,
          'check_digit',
          `団体コード${code}の検査数字が合いません。`,
          `The check digit of ${code} is wrong.`,
        );
      else if (!code.startsWith(prefecture.code))
        fault(
          `${path}.code`,
          'other_prefecture',
          `${code}は他の都道府県です。`,
          `${code} belongs to another prefecture.`,
        );
      if (!name?.trim()) fault(`${path}.name`, 'missing', '市町村名がありません。', 'The name is missing.');
      const other = seen.get(code);
      if (other)
        fault(`${path}.code`, 'duplicate', `${code}は${other}にもあります。`, `${code} is in ${other} as well.`);
      seen.set(code, area.homeCareArea);
    });
  });
  return faults;
}

function treeOf({ prefecture, homeCareAreas }: Pick<ImportAreas, 'prefecture' | 'homeCareAreas'>): AreaTree {
  const areas: Record<string, Area> = {
    [prefecture.code]: { id: prefecture.code, level: 'prefecture', name: prefecture.name, parent: null },
  };
  const put = (level: AreaLevel, name: string, parent: string, population?: number): string => {
    const id = areaId(prefecture.code, level, name);
    areas[id] ??= { id, level, name, parent, ...(population !== undefined && { population }) };
    return id;
  };
  for (const { tertiary, secondary, homeCareArea, population, municipalities } of homeCareAreas) {
    const t = put('tertiary_area', tertiary, prefecture.code);
    const s = put('secondary_area', secondary, t);
    const h = put('home_care_area', homeCareArea, s, population);
    for (const { code, name } of municipalities) areas[code] = { id: code, level: 'municipality', name, parent: h };
  }
  return { prefecture: prefecture.code, areas };
}

/** Areas that are known and that an import does not name (読み込むデータにない圏域). */
export function keptBy(
  { areas }: AreaTree,
  { prefecture, homeCareAreas }: Pick<ImportAreas, 'prefecture' | 'homeCareAreas'>,
): Area[] {
  const named = treeOf({ prefecture, homeCareAreas }).areas;
  return Object.values(areas).filter(({ id }) => !Object.hasOwn(named, id));
}

/** An area in use is never taken away: cases, people and issues stand in it. What a file names anew takes its new place. */
const merged = ({ areas }: AreaTree, imported: AreaTree): AreaTree => ({
  ...imported,
  areas: { ...areas, ...imported.areas },
});

const ofArea = ({ level, name, parent, population }: Area): string =>
  JSON.stringify([level, name, parent, population ?? null]);

const isSame = (a: AreaTree, b: AreaTree): boolean =>
  Object.keys(a.areas).length === Object.keys(b.areas).length &&
  Object.values(a.areas).every((area) => {
    const other = b.areas[area.id];
    return other !== undefined && ofArea(area) === ofArea(other);
  });

export const areaTree: Decider<AreaTree, ImportAreas, AreasImported, { prefecture: string }> = {
  kind: 'area_tree',
  // 1 forgot the areas that a later import did not name.
  stateVersion: 2,
  initial: { prefecture: '', areas: {} },
  decide(command, state, { found }) {
    const errors = faultsOf(command);
    if (errors.length === 0 && command.prefecture.code !== found.prefecture)
      errors.push({
        path: 'prefecture.code',
        code: 'other_prefecture',
        ja: `これは都道府県${found.prefecture}の圏域ではありません。自分の都道府県のデータを読み込んでください。`,
        en: `These are not the areas of prefecture ${found.prefecture}. Import those of your own.`,
      });
    if (errors.length > 0)
      throw new DomainError(
        'invalid',
        'invalid_input',
        `圏域データに${errors.length}件の誤りがあり、何も登録していません。すべて直してから読み込み直してください。`,
        `The area data has ${errors.length} faults; nothing was stored. Mend all of them and import again.`,
        errors,
      );
    const { prefecture, homeCareAreas } = command;
    if (isSame(state, merged(state, treeOf(command)))) return [];
    const kept = keptBy(state, command).map(({ id }) => id);
    return [{ type: 'AreasImported', payload: { prefecture, homeCareAreas, ...(kept.length > 0 && { kept }) } }];
  },
  evolve: (state, { payload }) => merged(state, treeOf(payload)),
  bearings: () => ({}),
  status: ({ areas }) => (Object.keys(areas).length > 0 ? 'LOADED' : 'EMPTY'),
};

/** What an import loaded and what the source says is missing (E1). */
export function controlReport(
  command: ImportAreas,
): Record<string, { loaded: number; expected?: number; missing?: number }> {
  const { homeCareAreas, counts = {} } = command;
  const line = (loaded: number, key: string) => {
    const expected = counts[key];
    return typeof expected === 'number' ? { loaded, expected, missing: expected - loaded } : { loaded };
  };
  return {
    homeCareAreas: line(homeCareAreas.length, 'homeCareAreas'),
    secondaryAreas: line(new Set(homeCareAreas.map((a) => a.secondary)).size, 'secondaryMedicalAreas'),
    tertiaryAreas: line(new Set(homeCareAreas.map((a) => a.tertiary)).size, 'tertiaryAreas'),
    municipalities: line(
      new Set(homeCareAreas.flatMap((a) => a.municipalities.map((m) => m.code))).size,
      'municipalities',
    ),
    population: line(
      homeCareAreas.reduce((sum, a) => sum + (a.population ?? 0), 0),
      'population',
    ),
  };
}

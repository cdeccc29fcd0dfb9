/** 取り込むもの: what a file may bring into the directory. */
export const TARGETS = ['areas', 'organizations', 'staff', 'patients'] as const;
export type Target = (typeof TARGETS)[number];

/** What a column may mean. `headings` are as real files write them; the first is how the field is called. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly headings: readonly string[];
}

const field = (name: string, ...headings: readonly string[]): Field => ({ name, required: false, headings });
const required = (name: string, ...headings: readonly string[]): Field => ({ name, required: true, headings });

/**
 * 見出し. Sources: 介護サービス情報公表システム (open data), lists of 厚生局 (コード内容別医療機関一覧), 全国地方公共団体コード, and
 * the usual exports of care and clinic software [M].
 */
export const FIELDS: Readonly<Record<Target, readonly Field[]>> = {
  areas: [
    required('code', '団体コード', '全国地方公共団体コード', '市区町村コード', '市町村コード', '自治体コード'),
    required('name', '市町村名', '市町村', '市区町村', '市区町村名', '自治体名'),
    field('kana', '市町村名（カナ）', '市町村かな', '市町村カナ', 'フリガナ', 'ふりがな', 'かな', 'カナ'),
    required('homeCareArea', '在宅医療圏', '在宅医療の圏域', '在宅医療圏域', '在宅医療に必要な連携を担う圏域'),
    required('secondary', '二次医療圏', '第二次医療圏', '二次医療圏名', '2次医療圏', '構想区域'),
    field('tertiary', '三次医療圏', '第三次医療圏', '三次医療圏名', '3次医療圏'),
    field('healthCentre', '保健所', '保健所名', '所管保健所'),
    field('population', '人口', '総人口', '人口総数'),
  ],
  organizations: [
    required(
      'name',
      '名称',
      '施設名',
      '施設名称',
      '事業所名',
      '事業所の名称',
      '医療機関名',
      '医療機関名称',
      '医療機関の名称',
      '機関名',
      '機関名称',
      '薬局名',
      '薬局名称',
    ),
    field(
      'code',
      'コード',
      '事業所番号',
      '事業所番号・医療機関コード',
      '医療機関コード・事業所番号',
      '介護事業所番号',
      '介護保険事業所番号',
      '医療機関コード',
      '医療機関番号',
      '機関コード',
      '指定番号',
    ),
    field(
      'kind',
      '種類',
      '種別',
      '施設種別',
      '機関種別',
      '機関の種類',
      'サービスの種類',
      'サービス種別',
      'サービス種類',
      '事業所種別',
      '業態',
    ),
    field(
      'municipality',
      '市町村',
      '市区町村',
      '市町村名',
      '市区町村名',
      '所在市町村',
      '所在地市町村',
      '団体コード',
      '市区町村コード',
      '市町村コード',
      '都道府県コード又は市区町村コード',
    ),
    field('address', '住所', '所在地', '医療機関所在地', '事業所所在地', '施設所在地'),
    field('phone', '電話番号', '電話', 'TEL', '代表電話', '連絡先電話番号', '連絡先'),
    field('block', 'ブロック', '地区', '地域'),
    field(
      'group',
      '法人グループ',
      '法人名',
      '法人の名称',
      '法人等の名称',
      '開設者',
      '開設者名',
      '開設者・法人',
      '開設法人',
      '運営法人',
    ),
  ],
  staff: [
    required('name', '氏名', '名前', '職員名', '職員氏名', '担当者名', '担当者氏名'),
    required('role', '役割', '職種', '職名', '職位', '資格', '担当'),
    required(
      'organization',
      '所属',
      '所属機関',
      '所属先',
      '所属名',
      '勤務先',
      '施設名',
      '事業所名',
      '医療機関名',
      '機関名',
      '所属コード',
      '事業所番号',
    ),
    field('municipality', '市町村', '市区町村', '所属の市町村', '所在市町村', '市町村名', '市区町村名'),
    field('ward', '病棟', '病棟名', '所属病棟'),
  ],
  patients: [
    required('name', '氏名', '患者氏名', '患者名', '利用者氏名', '利用者名', '本人氏名', '名前'),
    required(
      'kana',
      'フリガナ',
      'ふりがな',
      '氏名カナ',
      '氏名（カナ）',
      'カナ氏名',
      '氏名かな',
      '患者カナ氏名',
      '利用者カナ',
      'カナ',
      'かな',
      'よみ',
      '読み',
    ),
    required('birthDate', '生年月日', '誕生日', '生年月日（和暦）', '生年月日（西暦）'),
    required('sex', '性別'),
    field(
      'municipality',
      '市町村',
      '市区町村',
      '市町村名',
      '市区町村名',
      '住所地市町村',
      '保険者',
      '保険者名',
      '団体コード',
      '市区町村コード',
    ),
    field('address', '住所', '現住所', '居所', '自宅住所'),
    field(
      'careManager',
      '担当ケアマネ',
      '担当ケアマネジャー',
      '担当ケアマネージャー',
      'ケアマネ',
      'ケアマネジャー',
      'ケアマネージャー',
      '担当介護支援専門員',
      '介護支援専門員',
      '担当CM',
      '居宅介護支援専門員',
    ),
    field(
      'careOffice',
      '居宅介護支援事業所',
      '居宅介護支援事業所名',
      '居宅事業所',
      '居宅',
      'ケアマネ事業所',
      '担当ケアマネの事業所',
      '担当事業所',
    ),
    field(
      'primaryPhysician',
      '主治医',
      'かかりつけ医',
      '主治医の医療機関',
      '主治医医療機関',
      '主治医療機関',
      '主治医療機関名',
      '医療機関名',
      '主治医所属',
    ),
    field('block', 'ブロック', '地区', '地域'),
    field('consent', '同意', '情報共有の同意', '情報共有への同意', '同意の有無', '個人情報同意'),
  ],
};

export const fieldsOf = (target: Target): readonly string[] => FIELDS[target].map(({ name }) => name);

/** A heading without what differs from file to file: width, spaces, brackets, marks, case. */
const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/[\s*※★◎・:_/-]/g, '')
    .replaceAll(/[([【{「].*?(?:必須|任意|例|全角|半角|YYYY).*?[)\]】}」]/gi, '')
    .replaceAll(/[()[\]【】{}「」]/g, '')
    .toLowerCase();

interface KnownHeading {
  readonly name: string;
  readonly rank: number;
}

/** A heading of an earlier field wins: "医療機関名" among people is where they work. */
const headingsOf = (target: Target): ReadonlyMap<string, KnownHeading> =>
  new Map(
    FIELDS[target]
      .toReversed()
      .flatMap(({ name, headings }) => headings.map((heading, rank) => [folded(heading), { name, rank }] as const)),
  );
const KNOWN: Readonly<Record<Target, ReadonlyMap<string, KnownHeading>>> = {
  areas: headingsOf('areas'),
  organizations: headingsOf('organizations'),
  staff: headingsOf('staff'),
  patients: headingsOf('patients'),
};

/** Which field each column is, by its place; null: it is not read. */
export type Mapping = readonly (string | null)[];

/** How many headings of a row say something about such a target. */
export const knownHeadings =
  (target: Target) =>
  (headings: readonly string[]): number =>
    new Set(headings.flatMap((heading) => KNOWN[target].get(folded(heading))?.name ?? [])).size;

/**
 * 列の見当. Of several columns that could be one field that is taken whose heading comes first among its names; two with
 * the very same heading are left to the person: nobody but her knows which of them counts.
 */
export function guessed(target: Target, headings: readonly string[]): Mapping {
  const found = headings.map((heading) => KNOWN[target].get(folded(heading)));
  return found.map((one, i) => {
    if (!one) return null;
    const rivals = found.filter((other) => other?.name === one.name);
    const best = Math.min(...rivals.map((other) => other?.rank ?? Infinity));
    const first = found.filter((other) => other?.name === one.name && other.rank === best);
    return one.rank === best && first.length === 1 && found.indexOf(one) <= i ? one.name : null;
  });
}

/** Headings that are there twice. */
export const twice = (headings: readonly string[]): string[] => [
  ...new Set(headings.filter((heading, i) => heading !== '' && headings.indexOf(heading) !== i)),
];

/** What files with these headings have in common, whatever they hold. */
export const headingsKey = (headings: readonly string[]): string => JSON.stringify(headings.map(folded));

export interface MappingFault {
  readonly code: 'missing_column' | 'column_twice' | 'unknown_field';
  readonly field: string;
}

/** Why rows cannot be read by this mapping. */
export function faultsOfMapping(target: Target, mapping: Mapping): MappingFault[] {
  const chosen = mapping.filter((name): name is string => name !== null);
  const fields = FIELDS[target];
  return [
    ...fields
      .filter(({ name, required: must }) => must && !chosen.includes(name))
      .map(({ name }) => ({ code: 'missing_column' as const, field: name })),
    // Where somebody lives or works is said by one of the two.
    ...(['organizations', 'patients'].includes(target) &&
    !chosen.includes('municipality') &&
    !chosen.includes('address')
      ? [{ code: 'missing_column' as const, field: 'municipality' }]
      : []),
    ...[...new Set(chosen)]
      .filter((name) => chosen.indexOf(name) !== chosen.lastIndexOf(name))
      .map((name) => ({ code: 'column_twice' as const, field: name })),
    ...chosen
      .filter((name) => !fields.some((one) => one.name === name))
      .map((name) => ({ code: 'unknown_field' as const, field: name })),
  ];
}

// Usage: node scripts/make-examples.mjs     writes docs/examples: fictional lists of a region, as an office would have them
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/ensure.mjs';

const FOLDER = join(root, 'docs/examples');
const MARK = '\uFEFF';
const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const write = (name, rows) =>
  writeFileSync(join(FOLDER, name), MARK + rows.map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n');

/** The five municipalities of 富良野 are real; whoever and whatever is in them here is not. */
const TOWNS = ['富良野市', '上富良野町', '中富良野町', '南富良野町', '占冠村'];
const KINDS = [
  ['病院', '病院', 2],
  ['診療所', 'クリニック', 4],
  ['歯科診療所', '歯科', 1],
  ['薬局', '薬局', 3],
  ['訪問看護', '訪問看護ステーション', 2],
  ['居宅介護支援', '居宅介護支援事業所', 4],
  ['訪問介護', 'ヘルパーステーション', 1],
  ['地域包括支援センター', '地域包括支援センター', 1],
  ['相談窓口', '在宅医療相談窓口', 1],
  ['連携拠点', '在宅医療連携拠点', 1],
];
const PLANTS = [
  'あけび', 'いちい', 'うめ', 'えぞまつ', 'おおば', 'かえで', 'きはだ', 'くるみ', 'けやき', 'こぶし',
  'さくら', 'しらかば', 'すずらん', 'せんのき', 'そよご', 'たらのき', 'つばき', 'とどまつ', 'なら', 'にれ',
]; // prettier-ignore

const organizations = KINDS.flatMap(([kind, ending, count]) => Array.from({ length: count }, () => [kind, ending])).map(
  ([kind, ending], i) => ({
    kind,
    name: `架空${PLANTS[i]}${ending}`,
    town: TOWNS[i % TOWNS.length],
    phone: `0167-00-${String(1000 + i)}`,
    code: ['相談窓口', '連携拠点'].includes(kind) ? '' : `01999${String(10_001 + i)}`,
  }),
);
const of = (...kinds) => organizations.filter(({ kind }) => kinds.includes(kind));

const FAMILIES = [
  ['架空', 'カクウ'], ['見本', 'ミホン'], ['例題', 'レイダイ'], ['試作', 'シサク'], ['髙仮', 'タカカリ'],
  ['仮崎', 'カリサキ'], ['例山', 'レイヤマ'], ['見本田', 'ミホンダ'], ['仮名', 'カメイ'], ['無実', 'ムジツ'],
]; // prettier-ignore
const GIVEN = [
  ['一郎', 'イチロウ'], ['二葉', 'フタバ'], ['三津', 'ミツ'], ['四季', 'シキ'], ['五月', 'サツキ'], ['六助', 'ロクスケ'],
  ['七海', 'ナナミ'], ['八重', 'ヤエ'], ['九美', 'クミ'], ['十和', 'トワ'], ['百合', 'ユリ'], ['千代', 'チヨ'],
  ['万里', 'マリ'], ['億人', 'オクト'], ['兆', 'キザシ'], ['京', 'ケイ'], ['零', 'レイ'], ['数馬', 'カズマ'],
  ['算太', 'サンタ'], ['例子', 'レイコ'], ['見太', 'ケンタ'], ['本子', 'モトコ'], ['仮介', 'カスケ'], ['名恵', 'ナエ'],
  ['架代', 'カヨ'], ['空也', 'クウヤ'],
]; // prettier-ignore
const person = (n) => {
  const [family, familyKana] = FAMILIES[n % FAMILIES.length];
  const [given, givenKana] = GIVEN[Math.floor(n / FAMILIES.length) % GIVEN.length];
  return { name: `${family} ${given}`, kana: `${familyKana} ${givenKana}` };
};

const PLACES = [
  ['退院支援看護師', of('病院'), 4],
  ['医療ソーシャルワーカー', of('病院'), 2],
  ['地域連携室の責任者', of('病院'), 2],
  ['医師', of('診療所'), 8],
  ['診療所の職員', of('診療所'), 6],
  ['訪問看護師', of('訪問看護'), 8],
  ['居宅介護支援事業所の管理者', of('居宅介護支援'), 4],
  ['ケアマネジャー', of('居宅介護支援'), 20],
  ['コーディネーター', of('相談窓口'), 3],
  ['連携拠点の事務局', of('連携拠点'), 3],
];
const staff = PLACES.flatMap(([role, at, count]) =>
  Array.from({ length: count }, (_, i) => ({ role, at: at[i % at.length] })),
).map((one, n) => ({ ...one, ...person(n) }));
const careManagers = staff.filter(({ role }) => role === 'ケアマネジャー');
const clinics = of('診療所');

/** 1926 to 1955, in the era that was then. */
const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
const patients = Array.from({ length: 200 }, (_, n) => {
  const manager = careManagers[n % careManagers.length];
  return {
    ...person(n + 60),
    born: wareki.format(new Date(Date.UTC(1927, 0, 1 + ((n * 53) % 10_500)))),
    sex: n % 3 === 0 ? '男' : '女',
    town: TOWNS[n % TOWNS.length],
    manager,
    clinic: clinics[n % clinics.length],
  };
});

mkdirSync(FOLDER, { recursive: true });
const { homeCareAreas } = JSON.parse(readFileSync(join(root, 'data/hokkaido-home-care-areas.json'), 'utf8'));
write('areas.csv', [
  ['団体コード', '市町村名', '在宅医療圏', '二次医療圏', '三次医療圏', '保健所'],
  ...homeCareAreas.flatMap(({ tertiary, secondary, homeCareArea, healthCentre = '', municipalities }) =>
    municipalities.map(({ code, name }) => [code, name, homeCareArea, secondary, tertiary, healthCentre]),
  ),
]);
write('organizations.csv', [
  ['名称', '種類', '市町村', '電話番号', '事業所番号・医療機関コード'],
  ...organizations.map(({ name, kind, town, phone, code }) => [name, kind, town, phone, code]),
]);
write('staff.csv', [['氏名', '職種', '所属'], ...staff.map(({ name, role, at }) => [name, role, at.name])]);
write('patients.csv', [
  ['氏名', 'フリガナ', '生年月日', '性別', '市町村', '住所', '担当ケアマネ', '居宅介護支援事業所', '主治医', '同意'],
  ...patients.map(({ name, kana, born, sex, town, manager, clinic }, n) => [
    name, kana, born, sex, town, `${town}架空町${n + 1}番地`, manager.name, manager.at.name, clinic.name, n % 4 === 0 ? '有' : '',
  ]), // prettier-ignore
]);

import { folded, telephonesIn } from '#kernel';

/** Whom a text is about, as the personal-data store names them. */
export interface Whom {
  readonly name?: string | undefined;
  readonly kana?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly address?: string | undefined;
}

export const TELLS = ['name', 'kana', 'address', 'birth_date', 'telephone'] as const;
/** What in a text gives a person away. */
export type Tells = (typeof TELLS)[number];

/**
 * 要旨に残る個人の手がかり: what of these persons still stands in a text that is meant for councils, however it is spelled (trap
 * 10). A telephone number does, whosever it is. What it does not find is for the eye of the coordinator who approves it.
 */
export function tellsOf(text: string, persons: readonly Whom[]): Tells[] {
  const read = closed(text);
  const found = new Set<Tells>(telephonesIn(text).length > 0 ? ['telephone'] : []);
  for (const { name = '', kana = '', birthDate = '', address = '' } of persons) {
    if (namesIn(name).some((part) => isNamed(read, part, SHORT_NAME))) found.add('name');
    if (namesIn(kana).some((part) => isNamed(read, part, SHORT_READING))) found.add('kana');
    if (placesIn(address).some((part) => read.includes(part))) found.add('address');
    if (isBorn(text, birthDate)) found.add('birth_date');
  }
  return TELLS.filter((tells) => found.has(tells));
}

/** Without what people put between the parts of a name. */
const closed = (text: string): string => folded(text).replaceAll(/[\s・,、。]+/gu, '');

/** A part of a name that is so short stands in other words as well: it names somebody where he is addressed. */
const SHORT_NAME = 1;
const SHORT_READING = 2;
const ADDRESSED = ['さん', 'さま', '様', '氏', 'くん', '君', 'ちやん', '殿', '翁', 'じいさん', 'ばあさん'];

const isNamed = (text: string, part: string, short: number): boolean =>
  part.length > short ? text.includes(part) : ADDRESSED.some((how) => text.includes(part + how));

/** 姓と名, and the whole. Where no space parts them, any two characters from an end may be one of them. */
function namesIn(name: string): string[] {
  const parts = folded(name)
    .split(/[\s・,、]+/u)
    .filter((part) => part !== '');
  const [only = ''] = parts;
  if (parts.length !== 1) return [...parts, ...(parts.length > 0 ? [parts.join('')] : [])];
  const whole = Array.from(only);
  return [only, ...(whole.length > 3 ? [whole.slice(0, 2).join(''), whole.slice(-2).join('')] : [])];
}

/** 町名と番地: what of an address comes after the municipality, in pieces. */
function placesIn(address: string): string[] {
  const read = folded(address).replaceAll(/\s+/gu, '\n');
  const after = read.replace(/^(?:.{2,3}[都道府県])?(?:[^\n\d]{1,4}?郡)?[^\n\d]{1,6}?[市町村]/u, '');
  return after
    .split(/\n|(?<=[^\d-])(?=\d)|(?<=\d)(?=[^\d\-の丁目番地号])/u)
    .map((piece) => closed(piece))
    .filter((piece) => (/\d/.test(piece) ? /\d\D+\d/.test(piece) : piece.length >= 2));
}

/** 元号 begins so many years before its first year's number: 昭和13年 is 1938. */
const ERAS: readonly (readonly [string, number])[] = [
  ['明治|m', 1867],
  ['大正|t', 1911],
  ['昭和|s', 1925],
  ['平成|h', 1988],
  ['令和|r', 2018],
];
const DATE = new RegExp(
  `(?:(${ERAS.map(([era]) => era).join('|')})\\s*(\\d{1,2}|元)|(\\d{4}))\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})`,
  'gu',
);

/** A day of birth, in whichever calendar and with whatever between its numbers. */
function isBorn(text: string, birthDate: string): boolean {
  if (birthDate === '') return false;
  return [...text.normalize('NFKC').toLowerCase().matchAll(DATE)].some(([, era, ofEra, year, month = '', day = '']) => {
    const begun = ERAS.find(([names]) => era !== undefined && names.split('|').includes(era))?.[1];
    const full = begun === undefined ? Number(year) : begun + (ofEra === '元' ? 1 : Number(ofEra));
    return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` === birthDate;
  });
}

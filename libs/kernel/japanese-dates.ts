import { isLocalDate, type LocalDate } from './time.js';

/** An era by its names, with the days on which it began and ended. The last day of 明治 and 大正 is the first of the next. */
interface Era {
  readonly names: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** 元号. Before 1873 the calendar was another one: nobody alive was born then. */
const ERAS: readonly Era[] = [
  { names: ['明治', '明', 'M'], from: '1873-01-01', to: '1912-07-30' },
  { names: ['大正', '大', 'T'], from: '1912-07-30', to: '1926-12-25' },
  { names: ['昭和', '昭', 'S'], from: '1926-12-25', to: '1989-01-07' },
  { names: ['平成', '平', 'H'], from: '1989-01-08', to: '2019-04-30' },
  { names: ['令和', '令', 'R'], from: '2019-05-01', to: '9999-12-31' },
];
const FIRST_YEAR: Readonly<Record<string, number>> = { 明治: 1868, 大正: 1912, 昭和: 1926, 平成: 1989, 令和: 2019 };

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 二十五 → 25; 〇 to 九十九 is all that a date needs. */
const kanjiNumbers = (text: string): string =>
  text.replaceAll(/[〇零一二三四五六七八九十]+/g, (number) => {
    const plain = number.replaceAll('零', '〇');
    const [tens, ones] = plain.split('十');
    if (ones === undefined) return Array.from(plain, (digit) => KANJI_DIGITS.indexOf(digit)).join('');
    const digit = (one: string | undefined, empty: number) => (one ? KANJI_DIGITS.indexOf(one) : empty);
    return String(digit(tens, 1) * 10 + digit(ones, 0));
  });

const DAY = String.raw`(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?`;
const OF_ERA = new RegExp(`^(明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHR])${DAY}$`, 'i');
const WESTERN = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:\(.\))?(?:T?0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;

/** Why a text is no day: it cannot be read as one, there is no such day, or it lies outside the era that it names. */
export type NoDay = 'unreadable' | 'no_such_day' | 'outside_era';

/**
 * A day as people in Japan write it: in an era (昭和25年1月2日, S25.1.2, 令和元年…) or by the western year, in digits of
 * any width or in kanji. What could be two days (1/2/1950, 25-01-02) is none.
 */
export function daySaid(text: string): { readonly day: LocalDate } | { readonly fault: NoDay } {
  const said = kanjiNumbers(
    text
      .normalize('NFKC')
      .replaceAll(/\s+/g, '')
      .replaceAll(/[‐‑‒–—―−ー]/g, '-')
      .replace(/^西暦/, ''),
  );
  const inEra = OF_ERA.exec(said);
  if (inEra) return inTheEra(inEra[1] ?? '', inEra[2] ?? '', inEra[3] ?? '', inEra[4] ?? '');
  const [, year, month, day] = WESTERN.exec(said) ?? PACKED.exec(said) ?? [];
  if (year === undefined) return { fault: 'unreadable' };
  return existing(Number(year), month ?? '', day ?? '');
}

function inTheEra(name: string, year: string, month: string, day: string) {
  const era = ERAS.find(({ names }) => names.includes(name) || names.includes(name.toUpperCase()));
  const first = FIRST_YEAR[era?.names[0] ?? ''];
  if (!era || first === undefined) return { fault: 'unreadable' as const };
  const nth = year === '元' ? 1 : Number(year);
  const found = existing(first + nth - 1, month, day);
  if ('fault' in found) return found;
  return nth >= 1 && found.day >= era.from && found.day <= era.to ? found : { fault: 'outside_era' as const };
}

function existing(year: number, month: string, day: string) {
  const found = [String(year).padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isLocalDate(found) ? { day: found } : { fault: 'no_such_day' as const };
}

import type { Dictionary, Language } from '../i18n/index.tsx';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const JST = 9 * HOUR;

const WEEKDAYS: Record<Language, readonly string[]> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** The clock on the wall in Japan, whatever this machine is set to. */
const inJapan = (at: number): Date => new Date(at + JST);
const two = (n: number): string => String(n).padStart(2, '0');

/** The day in Japan, YYYY-MM-DD. */
export const dayOf = (at: number): string => inJapan(at).toISOString().slice(0, 10);
export const timeOf = (at: number): string => inJapan(at).toISOString().slice(11, 16);
/** What `<input type="datetime-local">` holds, in Japan's time. */
export const localOf = (at: number): string => inJapan(at).toISOString().slice(0, 16);
/** Such a value as a moment with its offset. */
export const momentOf = (local: string): string => `${local.length === 16 ? `${local}:00` : local}+09:00`;
/** The moment at which a day in Japan, some days from now, reaches an hour. */
export const atHour = (now: number, days: number, hour: number): number =>
  Date.parse(`${dayOf(now + days * DAY)}T${two(hour)}:00:00+09:00`);

/** 6/24(火), with the year where it is not this one. */
export function dayText(day: string, now: number, language: Language): string {
  const [year = '', month, date] = day.split('-').map(Number);
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const short = `${String(month)}/${String(date)}(${weekday})`;
  return dayOf(now).startsWith(`${String(year)}-`) ? short : `${String(year)}/${short}`;
}

/** 6/24(火) 17:00, or "today 17:00" where that is shorter to grasp. */
export function momentText(moment: string, now: number, t: Dictionary, language: Language): string {
  const at = Date.parse(moment);
  const day = dayOf(at);
  const near = [
    [0, t.due.today],
    [1, t.due.tomorrow],
    [-1, t.due.yesterday],
  ] as const;
  const word = near.find(([days]) => dayOf(now + days * DAY) === day)?.[1];
  return `${word ?? dayText(day, now, language)} ${timeOf(at)}`;
}

/** Always with its date: for facts, which are read on other days too. */
export const stampText = (moment: string, now: number, language: Language): string =>
  `${dayText(dayOf(Date.parse(moment)), now, language)} ${timeOf(Date.parse(moment))}`;

/** How long until then, or since: "あと2時間", "3日超過". Days count midnights, as people do. */
export function distanceText(moment: string, now: number, t: Dictionary): string {
  const at = Date.parse(moment);
  const gap = Math.abs(at - now);
  const days = Math.abs(Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / DAY));
  const { due } = t;
  if (gap < MINUTE) return due.now;
  const words =
    at > now
      ? ([due.inMinutes, due.inHours, due.inDays] as const)
      : ([due.overMinutes, due.overHours, due.overDays] as const);
  if (gap < HOUR) return words[0](Math.floor(gap / MINUTE));
  if (gap < DAY) return words[1](Math.floor(gap / HOUR));
  return words[2](days);
}

export function ageOn(birthDate: string, now: number): number {
  const [year = 0, month = 1, date = 1] = birthDate.split('-').map(Number);
  const [nowYear = 0, nowMonth = 1, nowDate = 1] = dayOf(now).split('-').map(Number);
  return nowYear - year - (nowMonth < month || (nowMonth === month && nowDate < date) ? 1 : 0);
}

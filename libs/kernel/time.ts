/** A moment, as UTC ISO 8601 with milliseconds ("2025-06-02T01:00:00.000Z"). One form only, so that text order is time order. */
export type Instant = string;

/** A day in Japan, "YYYY-MM-DD". Never a Date: birth dates fall into the daylight saving of 1948–1951. */
export type LocalDate = string;

const JST_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

export const instantOf = (ms: number): Instant => new Date(ms).toISOString();
export const millisOf = (at: Instant): number => Date.parse(at);
export const plusMillis = (at: Instant, ms: number): Instant => instantOf(millisOf(at) + ms);
export const plusMinutes = (at: Instant, minutes: number): Instant => plusMillis(at, minutes * MINUTE_MS);
export const plusHours = (at: Instant, hours: number): Instant => plusMillis(at, hours * HOUR_MS);

/** The day in Japan on which a moment falls. Japan has had no daylight saving since 1951, so the offset is constant for events. */
export const dateIn = (at: Instant): LocalDate => new Date(millisOf(at) + JST_OFFSET_MS).toISOString().slice(0, 10);

/** Minutes since midnight in Japan. */
export const minuteOfDay = (at: Instant): number => {
  const local = new Date(millisOf(at) + JST_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
};

/** The moment at which a day in Japan reaches the given minute. */
export const atMinute = (on: LocalDate, minute: number): Instant =>
  instantOf(Date.parse(`${on}T00:00:00.000Z`) - JST_OFFSET_MS + minute * MINUTE_MS);

export const plusDays = (on: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);

/** The fiscal year (年度), 1 April to 31 March, named by the year it begins in. */
export const fiscalYear = (at: Instant): number => {
  const [year = 0, month = 0] = dateIn(at).split('-').map(Number);
  return month >= 4 ? year : year - 1;
};

/** True for a day that exists; "2025-02-30" does not. */
export const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00.000Z`)) &&
  new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text);

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(:([0-5]\d)(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/** True for an ISO 8601 moment with an offset on a day that exists. "24:00" is refused: it is the next day's 00:00. */
export const isInstantText = (text: string): boolean => {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isLocalDate(day);
};

/** Any accepted text of a moment in our one form. */
export const toInstant = (text: string): Instant => new Date(text).toISOString();

/** So many calendar months up to and with this one, as `2025-06`, oldest first. */
export function monthsTo(last: string, count: number): string[] {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const n = year * 12 + month - 1 - (count - 1 - i);
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
}

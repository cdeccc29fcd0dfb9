import holidayJp from '@holiday-jp/holiday_jp';
import {
  atMinute,
  dateIn,
  minuteOfDay,
  MINUTE_MS,
  plusDays,
  plusMillis,
  type Instant,
  type LocalDate,
} from './time.js';

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When an organization is reachable: ranges "HH:MM-HH:MM" by weekday, days on which it is closed besides (休診日・休業日), and
 * days on which it is open though its week or a holiday says otherwise (臨時の開業日: a duty on a holiday, a Saturday before Obon).
 */
export interface Opening {
  readonly hours: { readonly [Day in Weekday]?: readonly string[] };
  readonly closedDays: readonly LocalDate[];
  readonly openDays?: readonly LocalDate[];
}

const OFFICE = ['08:30-17:15'];

/** Weekdays 08:30–17:15: what an organization that says nothing keeps (scenarios/README.md). */
export const OFFICE_HOURS: Opening = {
  hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
  closedDays: [],
};

/** A deadline never falls later in the day than this, however long an organization is open (scenarios/README.md) [D]. */
const LATEST_MINUTE = 17 * 60;
/** A calendar without one open day in so many is taken for one that says nothing: time then runs as it does. */
const NEVER_OPEN_DAYS = 400;

/** 年末年始 12-29…01-03, closed by custom and not by law (model.md 2.2). */
const isYearEnd = (on: LocalDate): boolean => on.slice(5) >= '12-29' || on.slice(5) <= '01-03';

const isPublicHoliday = (on: LocalDate): boolean => on in holidayJp.holidays;

/** What is true of a day for everybody. `holiday`: 休日, a public holiday or the year-end closing. */
interface CalendarDay {
  readonly weekday: Weekday;
  readonly holiday: boolean;
  readonly next: LocalDate;
  readonly previous: LocalDate;
}

/** A few decades of days; then it begins anew. */
const MOST_DAYS = 20_000;
const days = new Map<LocalDate, CalendarDay>();

/** A ladder asks the same days again and again: parsing and printing them was a tenth of a command. */
function dayOf(on: LocalDate): CalendarDay {
  const known = days.get(on);
  if (known) return known;
  const day: CalendarDay = {
    weekday: WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? 'sun',
    holiday: isPublicHoliday(on) || isYearEnd(on),
    next: plusDays(on, 1),
    previous: plusDays(on, -1),
  };
  if (days.size >= MOST_DAYS) days.clear();
  days.set(on, day);
  return day;
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

interface Range {
  readonly from: number;
  readonly to: number;
}

const rangesOf = (texts: readonly string[] = []): Range[] =>
  texts
    .map((range) => ({ from: minutes(range.slice(0, 5)), to: minutes(range.slice(6, 11)) }))
    .toSorted((a, b) => a.from - b.from);

const weeks = new WeakMap<Opening['hours'], Map<Weekday, readonly Range[]>>();

function weeklyRanges(weekday: Weekday, hours: Opening['hours']): readonly Range[] {
  const week = weeks.get(hours) ?? new Map<Weekday, readonly Range[]>();
  const ranges = week.get(weekday) ?? rangesOf(hours[weekday]);
  if (!week.has(weekday)) weeks.set(hours, week.set(weekday, ranges));
  return ranges;
}

/** On a special day that its week does not know, the hours of its first working day of the week (月曜から) hold [D]. */
function rangesOn(on: LocalDate, { hours, openDays = [] }: Opening): readonly Range[] {
  const own = weeklyRanges(dayOf(on).weekday, hours);
  if (own.length > 0 || !openDays.includes(on)) return own;
  const working = [...WEEKDAYS.slice(1), 'sun' as const].find((day) => weeklyRanges(day, hours).length > 0);
  return working === undefined ? [] : weeklyRanges(working, hours);
}

/**
 * Whether the organization works on that day: its weekday, no public holiday (祝日), no year-end closing, none of its own
 * closed days; or one of the days on which it is open specially.
 */
export const isOpenOn = (on: LocalDate, opening: Opening): boolean => {
  if (rangesOn(on, opening).length === 0 || opening.closedDays.includes(on)) return false;
  return !dayOf(on).holiday || opening.openDays?.includes(on) === true;
};

export const isOpenAt = (at: Instant, opening: Opening): boolean => {
  const on = dateIn(at);
  const minute = minuteOfDay(at);
  return isOpenOn(on, opening) && rangesOn(on, opening).some(({ from, to }) => from <= minute && minute < to);
};

/**
 * Whether hours of duty (対応時間帯) cover a moment, by the weekday they begin on; "18:00-08:00" runs over midnight. On a
 * holiday (祝日・年末年始) those of Sunday hold, as duty is agreed for 日曜・祝日 together [D].
 */
export function isCoveredAt(at: Instant, hours: Opening['hours']): boolean {
  const today = dateIn(at);
  const minute = minuteOfDay(at);
  const begunOn = (on: LocalDate) => rangesOf(hours[dayOf(on).holiday ? 'sun' : dayOf(on).weekday]);
  return (
    begunOn(today).some(({ from, to }) => from <= minute && (minute < to || to <= from)) ||
    begunOn(plusDays(today, -1)).some(({ from, to }) => to <= from && minute < to)
  );
}

/** The n-th open day (営業日) after a day; before it when n is negative; the day itself when n is 0, open or not. */
export function plusOpenDays(on: LocalDate, n: number, opening: Opening): LocalDate {
  const step = n < 0 ? 'previous' : 'next';
  let left = Math.abs(n);
  let day = on;
  for (let closed = 0; left > 0 && closed < NEVER_OPEN_DAYS; closed++) {
    day = dayOf(day)[step];
    if (!isOpenOn(day, opening)) continue;
    left--;
    closed = -1;
  }
  return left > 0 ? plusDays(on, n) : day;
}

/** The day itself when open, else the next open one: for a due date that counts forward. */
export const openOnOrAfter = (on: LocalDate, opening: Opening): LocalDate =>
  isOpenOn(on, opening) ? on : plusOpenDays(on, 1, opening);

/** The day itself when open, else the open one before: for a due date that counts back from a planned day. */
export const openOnOrBefore = (on: LocalDate, opening: Opening): LocalDate =>
  isOpenOn(on, opening) ? on : plusOpenDays(on, -1, opening);

/** The moment a day's work is due: the organization's closing time, at most 17:00 (scenarios/README.md). */
export function closingOn(on: LocalDate, opening: Opening): Instant {
  const closing = Math.max(...rangesOn(on, opening).map(({ to }) => to), 0);
  return atMinute(on, closing === 0 ? LATEST_MINUTE : Math.min(closing, LATEST_MINUTE));
}

/** The moment after so many minutes of opening time, from the moment given (営業時間内の4時間). */
export function plusOpenMinutes(at: Instant, wanted: number, opening: Opening): Instant {
  let left = wanted;
  let on = dateIn(at);
  let from = minuteOfDay(at);
  for (let closed = 0; closed < NEVER_OPEN_DAYS; closed++) {
    if (isOpenOn(on, opening)) {
      for (const range of rangesOn(on, opening)) {
        const start = Math.max(range.from, from);
        const span = range.to - start;
        if (span <= 0) continue;
        if (left <= span) return atMinute(on, start + left);
        left -= span;
        from = range.to;
        closed = 0;
      }
    }
    on = plusDays(on, 1);
    from = 0;
  }
  return plusMillis(at, wanted * MINUTE_MS);
}

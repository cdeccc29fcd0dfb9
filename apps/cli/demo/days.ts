import {
  atMinute,
  closingOn,
  dateIn,
  isOpenOn,
  minuteOfDay,
  OFFICE_HOURS,
  plusDays,
  plusMinutes,
  plusOpenDays,
  plusOpenMinutes,
  type Instant,
  type LocalDate,
} from '#kernel';

const OPENING_MINUTE = 8 * 60 + 30;
const CLOSING_MINUTE = 17 * 60 + 15;
/** A call of last night is told in the morning; before this minute the last whole night is the one before. */
const MORNING_MINUTE = 7 * 60;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The demo's calendar: every moment is said relative to today, and office work falls on business days. */
export class DemoDays {
  readonly on: LocalDate;

  constructor(readonly now: Instant) {
    this.on = dateIn(now);
  }

  /** The n-th business day before today, at a time of the day. */
  office(n: number, clock: string): Instant {
    return atMinute(this.officeDay(n), minutes(clock));
  }

  officeDay(n: number): LocalDate {
    return plusOpenDays(this.on, -n, OFFICE_HOURS);
  }

  /** So many calendar days from today, whatever day that is. */
  day(days: number): LocalDate {
    return plusDays(this.on, days);
  }

  at(days: number, clock: string): Instant {
    return atMinute(this.day(days), minutes(clock));
  }

  minutesAgo(ago: number): Instant {
    return plusMinutes(this.now, -ago);
  }

  /** So many minutes of office time before now: on a Sunday the last of them lie on Friday. */
  officeAgo(ago: number): Instant {
    let left = ago;
    let on = this.on;
    let until = minuteOfDay(this.now);
    for (;;) {
      if (isOpenOn(on, OFFICE_HOURS)) {
        const worked = Math.min(until, CLOSING_MINUTE) - OPENING_MINUTE;
        if (worked >= left) return atMinute(on, OPENING_MINUTE + worked - left);
        left -= Math.max(worked, 0);
      }
      on = plusDays(on, -1);
      until = CLOSING_MINUTE;
    }
  }

  /** The moment after so many minutes of office time. */
  later(at: Instant, officeMinutes: number): Instant {
    return plusOpenMinutes(at, officeMinutes, OFFICE_HOURS);
  }

  /** The day whose office hours were the n-th last to end. */
  closed(n: number): LocalDate {
    const today = isOpenOn(this.on, OFFICE_HOURS) && closingOn(this.on, OFFICE_HOURS) <= this.now;
    return today ? plusOpenDays(this.on, 1 - n, OFFICE_HOURS) : this.officeDay(n);
  }

  /** A moment of the last night that is over. */
  lastNight(clock: string, morning = false): Instant {
    const evening = minuteOfDay(this.now) < MORNING_MINUTE ? -2 : -1;
    return this.at(morning ? evening + 1 : evening, clock);
  }

  /** The last Saturday that lies at least so many days back. */
  saturday(daysBack: number): LocalDate {
    let on = this.day(-daysBack);
    while (new Date(`${on}T00:00:00Z`).getUTCDay() !== 6) on = plusDays(on, -1);
    return on;
  }
}

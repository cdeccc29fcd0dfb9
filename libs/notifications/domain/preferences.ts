import { atMinute, dateIn, invalidInput, minuteOfDay, plusDays, type Instant } from '#kernel';
import { CONTACT_KINDS, type ContactKind } from './contact.js';
import { NOTICE_CLASSES, type NoticeClass } from './notice-class.js';

/** By what, in the order in which they are tried, within and outside of quiet hours. None: it waits, or stays in the app. */
export interface Reached {
  readonly day: readonly ContactKind[];
  readonly night: readonly ContactKind[];
  /** 一日一回まとめて. */
  readonly digest: boolean;
}

/** 通知の受け取り方: minutes of the day in Japan. */
export interface Preferences {
  readonly quiet: { readonly from: number; readonly to: number };
  readonly digestAt: number;
  readonly classes: Readonly<Record<NoticeClass, Reached>>;
}

/**
 * [D] How somebody is reached who has said nothing: what wakes a person first at night, what disturbs least by day. Whoever
 * has verified none of these hears in the app only.
 */
export const DEFAULT_PREFERENCES: Preferences = {
  quiet: { from: 21 * 60, to: 7 * 60 },
  digestAt: 8 * 60,
  classes: {
    emergency: {
      day: ['push', 'voice', 'sms', 'line_works', 'email', 'webhook', 'fax'],
      night: ['voice', 'push', 'sms', 'line_works', 'email', 'webhook', 'fax'],
      digest: false,
    },
    urgent: { day: ['push', 'line_works', 'sms', 'email', 'webhook', 'fax'], night: [], digest: false },
    chase: { day: ['push', 'line_works', 'email', 'webhook', 'fax'], night: [], digest: false },
    notice: { day: ['email', 'push', 'line_works', 'webhook', 'fax'], night: [], digest: false },
  },
};

const DAY = 24 * 60;

const within = (minute: number, { from, to }: Preferences['quiet']): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to;

export const isQuiet = ({ quiet }: Preferences, at: Instant): boolean => within(minuteOfDay(at), quiet);

/** The next moment from `at` on at which the day reaches a minute. */
export const nextAtMinute = (at: Instant, minute: number): Instant => {
  const today = atMinute(dateIn(at), minute);
  return today >= at ? today : atMinute(plusDays(dateIn(at), 1), minute);
};

export const afterQuiet = (preferences: Preferences, at: Instant): Instant =>
  isQuiet(preferences, at) ? nextAtMinute(at, preferences.quiet.to) : at;

/** When and by what somebody is told. */
export interface Route {
  readonly at: Instant;
  /** In the order in which they are tried. Empty: in the app only. */
  readonly by: readonly ContactKind[];
}

/**
 * When a message goes out and by what. Quiet hours and the digest delay it, but never past the moment that it is about; an
 * emergency waits for nothing, and goes by whatever there is where its list names none that the person has.
 */
export function routeOf(
  of: NoticeClass,
  now: Instant,
  preferences: Preferences,
  /** What the person has verified. */
  has: readonly ContactKind[],
  /** Of what is owed; null where nothing is. */
  deadline: Instant | null,
): Route {
  const { day, night, digest } = preferences.classes[of];
  const own = (kinds: readonly ContactKind[]) => kinds.filter((kind) => has.includes(kind));
  const quiet = isQuiet(preferences, now);
  if (of === 'emergency') {
    const by = own(quiet ? night : day);
    return { at: now, by: by.length > 0 ? by : own(DEFAULT_PREFERENCES.classes.emergency[quiet ? 'night' : 'day']) };
  }
  if (quiet && own(night).length > 0 && !digest) return { at: now, by: own(night) };
  const by = own(day);
  const waits = afterQuiet(preferences, digest ? nextAtMinute(now, preferences.digestAt) : now);
  return { at: notPast(waits, now, deadline), by };
}

/** Not later than a deadline that is still to come. */
export const notPast = (wanted: Instant, now: Instant, deadline: Instant | null): Instant =>
  deadline !== null && deadline >= now && wanted > deadline ? now : wanted;

/** As it is kept, whatever an earlier version left out. */
export function preferencesFrom(stored: unknown): Preferences {
  const { quiet, digestAt, classes } = (stored ?? {}) as Partial<Preferences>;
  return {
    quiet: quiet ?? DEFAULT_PREFERENCES.quiet,
    digestAt: digestAt ?? DEFAULT_PREFERENCES.digestAt,
    classes: { ...DEFAULT_PREFERENCES.classes, ...classes },
  };
}

/** @throws invalid_input where it would silence an emergency, or name what there is not. */
export function mustBeSound(preferences: Preferences): void {
  const { quiet, digestAt, classes } = preferences;
  for (const minute of [quiet.from, quiet.to, digestAt])
    if (!Number.isInteger(minute) || minute < 0 || minute >= DAY)
      throw invalidInput('quiet', '時刻は 0:00 から 23:59 の間にしてください。', 'A time lies between 0:00 and 23:59.');
  for (const of of NOTICE_CLASSES)
    for (const kind of [...classes[of].day, ...classes[of].night])
      if (!CONTACT_KINDS.includes(kind))
        throw invalidInput(`classes.${of}`, 'その連絡手段はありません。', 'There is no such channel.');
  const { day, night, digest } = classes.emergency;
  if (day.length === 0 || night.length === 0 || digest)
    throw invalidInput(
      'classes.emergency',
      '緊急の依頼（夜間の往診など）は、昼も夜も、すぐに届く手段を一つ以上選んでください。静かな時間にも届きます。',
      'An emergency needs at least one channel by day and by night, at once. It breaks quiet hours.',
    );
}

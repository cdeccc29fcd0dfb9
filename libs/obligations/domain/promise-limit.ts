import { plusMinutes, type Instant, type Urgency } from '#kernel';

/**
 * How far ahead "I have it, by …" may reach, in minutes, by the class of what is owed [D]. A promise holds back the whole
 * ladder, the base included: one without a limit would silence what it was to keep.
 */
export const PROMISE_LIMIT_MINUTES: Readonly<Record<Urgency, number>> = {
  emergency: 2 * 60,
  urgent: 24 * 60,
  routine: 31 * 24 * 60,
};

export const latestPromise = (now: Instant, urgency: Urgency): Instant =>
  plusMinutes(now, PROMISE_LIMIT_MINUTES[urgency]);

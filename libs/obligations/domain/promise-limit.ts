import { plusHours, term, whole, type Bounds, type Instant, type RuleTerms, type Urgency } from '#kernel';

/**
 * How far ahead "I have it, by …" may reach, by the class of what is owed [D]. A promise holds back the whole ladder, the
 * base included: one without a limit would silence what it was to keep. It is judged by the rules of the place on the day
 * on which it is given.
 */
export const PROMISE_RULES = {
  /** What cannot wait, as a night call that everybody is asked for at once: clock hours [D]. */
  emergencyHours: 2,
  /** What is urgent: clock hours [D]. */
  urgentHours: 24,
  /** Everything else: days of 24 hours [D]. */
  routineDays: 31,
};

/** What an area may set [D]. */
export const PROMISE_BOUNDS: Bounds<typeof PROMISE_RULES> = {
  emergencyHours: whole(1, 24),
  urgentHours: whole(1, 14 * 24),
  routineDays: whole(1, 366),
};

export const PROMISE_TERMS: RuleTerms<typeof PROMISE_RULES> = {
  title: { ja: '「いつまでにする」という約束', en: 'Promises ("I have it, by …")' },
  rules: {
    emergencyHours: term(
      'hour',
      [
        '緊急のものを約束できる長さ',
        '緊急の案件で、今から何時間先までの約束を受け付けるか。約束の間は、催促が止まります。',
      ],
      ['How far an emergency may be promised', 'Up to so many hours ahead. While a promise stands, nobody is chased.'],
    ),
    urgentHours: term(
      'hour',
      ['急ぎのものを約束できる長さ', '急ぎの案件で、今から何時間先までの約束を受け付けるか。'],
      ['How far an urgent matter may be promised', 'Up to so many hours ahead.'],
    ),
    routineDays: term(
      'day',
      ['ふつうのものを約束できる長さ', 'ふつうの案件で、今から何日先までの約束を受け付けるか。'],
      ['How far anything else may be promised', 'Up to so many days ahead.'],
    ),
  },
};

export type PromiseRules = typeof PROMISE_RULES;
export const PROMISE_CONTEXT = 'promises';

const DAY_HOURS = 24;

export const latestPromise = (now: Instant, urgency: Urgency, rules: PromiseRules): Instant => {
  const { emergencyHours, urgentHours, routineDays } = rules;
  return plusHours(now, { emergency: emergencyHours, urgent: urgentHours, routine: routineDays * DAY_HOURS }[urgency]);
};

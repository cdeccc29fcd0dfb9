import { whole, type Bounds } from '#kernel';

/**
 * Rule set of regional issues (model.md 2.6 and 2.16). Every number is data: an area overrides it from a day on. [D] marks
 * what is our own default.
 */
export const ISSUE_RULES = {
  /** R0: so many distinct cases, reported by so many organizations, within a rolling window [D]. */
  windowDays: 90,
  cases: 3,
  organizations: 2,
  /** R0, shortcut: one signal of this severity is enough [D]. */
  aloneAtSeverity: 3,
  /** R0, by season: so many times the mean of distinct cases in the same quarter of so many years, and at least so many [D]. */
  seasonTimes: 2,
  seasonYears: 3,
  seasonCases: 3,
  /** R2: so many municipalities of one home-care area hold the key within so many days of each other [D]. */
  rollUpDays: 180,
  municipalities: 2,
  /** R3: so many home-care areas of one secondary area hold it. */
  homeCareAreas: 2,
  /** What was only observed sleeps after so many days without a signal [D]. */
  dormantDays: 180,
  /** Every night at this minute after midnight a prefecture looks at all of its issues anew [D]. */
  reviewMinute: 180,
};

/** What an area may set [D]. A severity of 4 does not exist: no single signal is then enough. */
export const ISSUE_BOUNDS: Bounds<typeof ISSUE_RULES> = {
  windowDays: whole(1, 3_660),
  cases: whole(1, 1_000),
  organizations: whole(1, 1_000),
  aloneAtSeverity: whole(1, 4),
  seasonTimes: whole(1, 100),
  seasonYears: whole(1, 10),
  seasonCases: whole(1, 1_000),
  rollUpDays: whole(1, 3_660),
  municipalities: whole(1, 200),
  homeCareAreas: whole(1, 100),
  dormantDays: whole(1, 3_660),
  reviewMinute: whole(0, 1_439),
};

export type IssueRules = typeof ISSUE_RULES;
export const ISSUE_CONTEXT = 'issues';

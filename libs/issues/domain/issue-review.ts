import {
  atMinute,
  dateIn,
  plusDays,
  SYSTEM,
  type Bearings,
  type Circumstances,
  type Duties,
  type Event,
  type Instant,
  type LocalDate,
  type Plan,
} from '#kernel';
import type { IssueRules } from './issue.rules.js';

/** A prefecture has heard of an issue for the first time: from now on it looks at them every night. */
export interface BeginIssueReviews {
  readonly type: 'BeginIssueReviews';
}
/** The night has come (from the alarm clock). */
export interface ReviewIssues {
  readonly type: 'ReviewIssues';
}

/** 毎晩の見直しを始めた. */
export type IssueReviewsBegun = Event<'IssueReviewsBegun', { nextAt: Instant }>;
/** 地域課題を見直した: every key is counted anew, by the rules and the calendar of that day (休眠). */
export type IssuesReviewed = Event<'IssuesReviewed', { on: LocalDate; nextAt: Instant }>;
export type IssueReviewEvent = IssueReviewsBegun | IssuesReviewed;

/** 課題の見直し: what a prefecture does every night, as an obligation like any other, so that no night is lost. */
export interface IssueReview {
  readonly reviewedOn: LocalDate | null;
  readonly duties: Duties;
}
export interface ReviewFound {
  readonly rules: IssueRules;
}

type State = IssueReview | null;
const STEP = 'review';

const nextNight = (now: Instant, { reviewMinute }: IssueRules): Instant => {
  const tonight = atMinute(dateIn(now), reviewMinute);
  return tonight > now ? tonight : atMinute(plusDays(dateIn(now), 1), reviewMinute);
};

/** One a prefecture, however many signals tell of it. */
export const beginReviews = (
  _command: BeginIssueReviews,
  state: State,
  { now, found }: Circumstances<ReviewFound>,
): IssueReviewEvent[] =>
  state ? [] : [{ type: 'IssueReviewsBegun', payload: { nextAt: nextNight(now, found.rules) } }];

/** Nights on which nothing ran are made good by one. */
export const review = (
  _command: ReviewIssues,
  _state: IssueReview,
  { now, found }: Circumstances<ReviewFound>,
): IssueReviewEvent[] => [
  { type: 'IssuesReviewed', payload: { on: dateIn(now), nextAt: nextNight(now, found.rules) } },
];

const tonight = (at: Instant): Plan => ({
  step: STEP,
  // No institution owes it, and nobody is chased.
  owedBy: SYSTEM,
  dueAt: at,
  actAt: at,
  urgency: 'routine',
  template: '',
  rungs: [],
});
export const issueReview = {
  kind: 'issue_review',
  stateVersion: 1,
  initial: null as State,
  evolve(_state: State, { type, payload }: IssueReviewEvent): State {
    return {
      reviewedOn: type === 'IssuesReviewed' ? payload.on : null,
      duties: { [STEP]: { ...tonight(payload.nextAt), state: 'open' } },
    };
  },
  bearings: (): Bearings => ({}),
  status: (state: State): string => (state ? 'KEPT' : 'UNKNOWN'),
};

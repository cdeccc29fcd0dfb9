import { defineCase, entriesOf, type CommandIn, type EventEntry, type Grants } from '#cases';
import { RegroupLookUps } from './commands/regroup.look-ups.js';
import { ReviewLookUps, SignalLookUps } from './commands/issues.look-ups.js';
import { beginReviews, issueReview, review, type IssueReview, type IssueReviewEvent } from './domain/issue-review.js';
import type { IssueSignalEvent } from './domain/issue-signal.events.js';
import { issueSignal, raise, RAISING, tag, withdraw, type IssueSignal } from './domain/issue-signal.js';
import type { RegionalIssueEvent } from './domain/regional-issue.events.js';
import {
  BEGINNING,
  close,
  dismiss,
  followAgenda,
  isUndecided,
  record,
  regionalIssue,
  type RegionalIssue,
} from './domain/regional-issue.js';
import { followMerge, mayRegroup, merge, split, unmerge } from './domain/regroup.js';
import * as dto from './http/issues.dto.js';

const TAG = 'Issues';
const signal = entriesOf<IssueSignal | null, IssueSignalEvent, SignalLookUps>();
const issue = entriesOf<RegionalIssue | null, RegionalIssueEvent, RegroupLookUps>();

const signalCommands = {
  RaiseIssueSignal: signal.begins({
    route: {
      path: 'issue-signals',
      body: dto.RaiseIssueSignalBody,
      summary: '課題の兆しを登録する',
      personal: { narrative: ['redactedNarrative'] },
    },
    explained: true,
    may: { anyone: 'signal_raising' },
    find: (look, said, _state, ask) => look.raising(said, ask),
    decide: raise,
  }),
  TagIssueSignal: signal.asked({
    route: {
      path: 'issue-signals/:signal/tags',
      body: dto.TagIssueSignalBody,
      summary: '課題の兆しの分類を確かめる',
      personal: { narrative: ['redactedNarrative'] },
    },
    may: { area: 'signal_raising' },
    after: [RAISING],
    find: (look, _said, state, ask) => look.tagging(state, ask),
    decide: tag,
  }),
  WithdrawIssueSignal: signal.asked({
    route: {
      path: 'issue-signals/:signal/withdrawals',
      body: dto.WithdrawIssueSignalBody,
      summary: '課題の兆しを取り下げる',
      personal: { withdrawal_reason: ['reason'] },
    },
    may: { area: 'signal_raising' },
    after: [RAISING],
    decide: withdraw,
  }),
};

export type IssueSignalCommand = CommandIn<typeof signalCommands>;

/** 課題の兆し: one sign that something is amiss in an area (model.md 2.6). */
export const issueSignalKind = defineCase({
  ...issueSignal,
  tag: TAG,
  states: ['RAISED', 'TAGGED', 'WITHDRAWN'],
  commands: signalCommands,
  events: {
    IssueSignalRaised: { version: 1 },
    IssueSignalTagged: { version: 1 },
    IssueSignalWithdrawn: { version: 1 },
  },
  sees: { area: 'signal_raising' },
  card: ({ key, source }) => ({ key, source }),
  steps: {},
  texts: { templates: [], records: ['narrative', 'withdrawal_reason'] },
  lookUps: SignalLookUps,
});

/** Before, an issue's facts named every signal behind it: their number says the same, and does not grow. */
const COUNTED: EventEntry = {
  version: 2,
  upcasts: {
    1: (payload) => {
      const evidence = payload['evidence'] as { readonly signals: readonly string[] };
      return { ...payload, evidence: { ...evidence, signals: evidence.signals.length } };
    },
  },
};

/** At the top the prefecture, wherever it sits. */
const REVIEWERS: Grants = { area: 'issue_review', prefecture: 'prefecture_work' };

const issueCommands = {
  RecordIssue: issue.heard({ decide: record }),
  FollowAgenda: issue.asked({ workers: true, decide: followAgenda }),
  DismissIssue: issue.asked({
    route: {
      path: 'issues/:issue/dismissals',
      body: dto.DismissIssueBody,
      summary: '地域課題を取り上げないことにする',
      personal: { dismissal_reason: ['reason'] },
    },
    may: REVIEWERS,
    from: isUndecided,
    after: [BEGINNING],
    decide: dismiss,
  }),
  MergeIssue: issue.asked({
    route: {
      path: 'issues/:issue/mergers',
      body: dto.MergeIssueBody,
      summary: '同じ地域課題に統合する',
      personal: { regrouping_reason: ['reason'] },
    },
    may: REVIEWERS,
    from: mayRegroup,
    after: [BEGINNING],
    find: (look, { into }, _state, ask) => look.merging(into, ask),
    decide: merge,
  }),
  UnmergeIssue: issue.asked({
    route: {
      path: 'issues/:issue/unmergings',
      body: dto.UnmergeIssueBody,
      summary: '地域課題の統合を取り消す',
      personal: { regrouping_reason: ['reason'] },
    },
    may: REVIEWERS,
    from: ({ merged }) => merged !== undefined,
    after: [BEGINNING],
    decide: unmerge,
  }),
  FollowMerge: issue.asked({ workers: true, decide: followMerge }),
  SplitIssue: issue.asked({
    route: {
      path: 'issues/:issue/splits',
      body: dto.SplitIssueBody,
      summary: '地域課題を分ける',
      personal: { regrouping_reason: ['reason'] },
    },
    may: REVIEWERS,
    from: mayRegroup,
    after: [BEGINNING],
    find: (look, { signals }, state, ask) => look.splitting(signals, state, ask),
    decide: split,
  }),
  CloseIssue: issue.asked({
    route: { path: 'issues/:issue/closings', body: dto.CloseIssueBody, summary: '地域課題を終結する' },
    may: REVIEWERS,
    from: isUndecided,
    after: [BEGINNING],
    decide: close,
  }),
};

export type RegionalIssueCommand = CommandIn<typeof issueCommands>;

/** 地域課題: one kind of trouble in one area (model.md 2.6). What the roll-up and the agenda say of it, no person may. */
export const regionalIssueKind = defineCase({
  ...regionalIssue,
  tag: TAG,
  states: [
    'OBSERVED',
    'RECURRENT',
    'DRAFTED',
    'ON_AGENDA',
    'DECIDED',
    'ACTIONING',
    'MONITORING',
    'CLOSED',
    'REOPENED',
    'DORMANT',
    'DISMISSED',
    'MERGED',
  ],
  commands: issueCommands,
  events: {
    RegionalIssueObserved: COUNTED,
    RegionalIssueRecurred: COUNTED,
    RegionalIssueRolledUp: COUNTED,
    RegionalIssueReopened: COUNTED,
    RegionalIssueEvidenceChanged: COUNTED,
    RegionalIssueDormant: { version: 1 },
    RegionalIssueDrafted: { version: 1 },
    RegionalIssueAdvanced: { version: 1 },
    RegionalIssueDismissed: { version: 1 },
    RegionalIssueMerged: { version: 1 },
    RegionalIssueUnmerged: { version: 1 },
    RegionalIssueSplit: { version: 1 },
    RegionalIssueClosed: { version: 1 },
  },
  sees: { area: 'region_reading', everyone: ['prefecture_work', 'administration'] },
  counts: ['evidence'],
  card: ({ key, level }) => ({ key, level }),
  steps: {},
  texts: { templates: [], records: ['dismissal_reason', 'regrouping_reason'] },
  lookUps: RegroupLookUps,
});

const nightly = entriesOf<IssueReview | null, IssueReviewEvent, ReviewLookUps>();

const reviewCommands = {
  BeginIssueReviews: nightly.heard({
    find: (look, _said, _state, ask, now) => look.reviewing(ask, now),
    decide: beginReviews,
  }),
  ReviewIssues: nightly.asked({
    workers: true,
    find: (look, _said, _state, ask, now) => look.reviewing(ask, now),
    decide: review,
  }),
};

/** 課題の見直し: every night, of a whole prefecture. Nobody sees it and nobody is chased for it. */
export const issueReviewKind = defineCase({
  ...issueReview,
  tag: TAG,
  states: ['KEPT'],
  commands: reviewCommands,
  events: { IssueReviewsBegun: { version: 1 }, IssuesReviewed: { version: 1 } },
  sees: {},
  card: () => ({}),
  steps: { review: { by: ['ReviewIssues'], promisable: false } },
  texts: { templates: [], records: [] },
  lookUps: ReviewLookUps,
  due: { job: 'review-issues', command: () => ({ type: 'ReviewIssues' }) },
});

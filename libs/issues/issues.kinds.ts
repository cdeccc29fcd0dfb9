import { command, defineCase, type Grants } from '#cases';
import { SignalLookUps } from './commands/issues.look-ups.js';
import type { IssueSignalCommand } from './domain/issue-signal.commands.js';
import type { IssueSignalEvent } from './domain/issue-signal.events.js';
import { issueSignal, type IssueSignal } from './domain/issue-signal.js';
import type { RegionalIssueCommand } from './domain/regional-issue.commands.js';
import type { RegionalIssueEvent } from './domain/regional-issue.events.js';
import { regionalIssue, type RegionalIssue } from './domain/regional-issue.js';
import * as dto from './http/issues.dto.js';

const TAG = 'Issues';
const signal = command<IssueSignal | null, IssueSignalEvent, SignalLookUps>();
const issue = command<RegionalIssue | null, RegionalIssueEvent, never>();

/** 課題の兆し: one sign that something is amiss in an area (model.md 2.6). */
export const issueSignalKind = defineCase<IssueSignal | null, IssueSignalCommand, IssueSignalEvent, SignalLookUps>({
  ...issueSignal,
  tag: TAG,
  states: ['RAISED', 'WITHDRAWN'],
  commands: {
    RaiseIssueSignal: signal({
      route: {
        path: 'issue-signals',
        body: dto.RaiseIssueSignalBody,
        summary: '課題の兆しを登録する',
        personal: { narrative: ['redactedNarrative'] },
      },
      begins: true,
      may: { anyone: 'signal_raising' },
      find: (look, asked: IssueSignalCommand, state, ask) => look.find(asked, state, ask),
      decide: issueSignal.decide,
    }),
    WithdrawIssueSignal: signal({
      route: {
        path: 'issue-signals/:signal/withdrawals',
        body: dto.WithdrawIssueSignalBody,
        summary: '課題の兆しを取り下げる',
        personal: { withdrawal_reason: ['reason'] },
      },
      may: { area: 'signal_raising' },
      find: (look, asked: IssueSignalCommand, state, ask) => look.find(asked, state, ask),
      decide: issueSignal.decide,
    }),
  },
  events: { IssueSignalRaised: { version: 1 }, IssueSignalWithdrawn: { version: 1 } },
  sees: { area: 'signal_raising' },
  card: ({ key, source }) => ({ key, source }),
  steps: {},
  texts: { templates: [], records: ['narrative', 'withdrawal_reason'] },
  lookUps: SignalLookUps,
});

/** At the top the prefecture, wherever it sits. */
const REVIEWERS: Grants = { area: 'issue_review', prefecture: 'prefecture_work' };
const undecided = ({ status }: RegionalIssue) => status !== 'CLOSED' && status !== 'DISMISSED';

/** 地域課題: one kind of trouble in one area (model.md 2.6). What the roll-up and the agenda say of it, no person may. */
export const regionalIssueKind = defineCase<RegionalIssue | null, RegionalIssueCommand, RegionalIssueEvent>({
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
  ],
  commands: {
    RecordIssue: issue({ decide: regionalIssue.decide }),
    FollowAgenda: issue({ decide: regionalIssue.decide }),
    DismissIssue: issue({
      route: {
        path: 'issues/:issue/dismissals',
        body: dto.DismissIssueBody,
        summary: '地域課題を取り上げないことにする',
        personal: { dismissal_reason: ['reason'] },
      },
      may: REVIEWERS,
      from: undecided,
      decide: regionalIssue.decide,
    }),
    CloseIssue: issue({
      route: { path: 'issues/:issue/closings', body: dto.CloseIssueBody, summary: '地域課題を終結する' },
      may: REVIEWERS,
      from: undecided,
      decide: regionalIssue.decide,
    }),
  },
  events: {
    RegionalIssueObserved: { version: 1 },
    RegionalIssueRecurred: { version: 1 },
    RegionalIssueRolledUp: { version: 1 },
    RegionalIssueReopened: { version: 1 },
    RegionalIssueEvidenceChanged: { version: 1 },
    RegionalIssueDormant: { version: 1 },
    RegionalIssueDrafted: { version: 1 },
    RegionalIssueAdvanced: { version: 1 },
    RegionalIssueDismissed: { version: 1 },
    RegionalIssueClosed: { version: 1 },
  },
  sees: { area: 'region_reading', everyone: ['prefecture_work', 'administration'] },
  card: ({ key, level }) => ({ key, level }),
  steps: {},
  texts: { templates: [], records: ['dismissal_reason'] },
});

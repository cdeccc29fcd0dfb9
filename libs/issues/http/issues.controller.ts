import { commandController } from '#access';
import { AskIssueSignal, AskRegionalIssue } from '../commands/issues.aggregates.js';
import * as dto from './issues.dto.js';

export const IssuesController = commandController('Issues', [
  {
    command: 'RaiseIssueSignal',
    path: 'issue-signals',
    body: dto.RaiseIssueSignalBody,
    asked: AskIssueSignal,
    summary: '課題の兆しを登録する',
    personal: { narrative: ['redactedNarrative'] },
  },
  {
    command: 'WithdrawIssueSignal',
    path: 'issue-signals/:signal/withdrawals',
    body: dto.WithdrawIssueSignalBody,
    asked: AskIssueSignal,
    summary: '課題の兆しを取り下げる',
    personal: { withdrawal_reason: ['reason'] },
  },
  {
    command: 'DismissIssue',
    path: 'issues/:issue/dismissals',
    body: dto.DismissIssueBody,
    asked: AskRegionalIssue,
    summary: '地域課題を取り上げないことにする',
    personal: { dismissal_reason: ['reason'] },
  },
  {
    command: 'CloseIssue',
    path: 'issues/:issue/closings',
    body: dto.CloseIssueBody,
    asked: AskRegionalIssue,
    summary: '地域課題を終結する',
  },
]);

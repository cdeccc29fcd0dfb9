import type { Actor, Role } from '#kernel';
import type { IssueSignalCommand } from './issue-signal.commands.js';
import type { RegionalIssueCommand } from './regional-issue.commands.js';

type Person = Extract<Actor, { userId: string }>;

/** Who writes signals and issues (visibility matrix, model.md 2.2). What the roll-up and the agenda say, no person may. */
const ASKERS: Record<IssueSignalCommand['type'] | RegionalIssueCommand['type'], readonly Role[]> = {
  RaiseIssueSignal: ['coordinator', 'base_secretariat'],
  WithdrawIssueSignal: ['coordinator', 'base_secretariat'],
  DismissIssue: ['coordinator', 'base_secretariat', 'council_secretariat', 'health_centre_officer'],
  CloseIssue: ['coordinator', 'base_secretariat', 'council_secretariat', 'health_centre_officer'],
  RecordIssue: [],
  FollowAgenda: [],
};

export const mayAskOfIssues = (
  { role }: Person,
  { type }: { readonly type: keyof typeof ASKERS },
): 'allowed' | 'forbidden' => (ASKERS[type].includes(role) ? 'allowed' : 'forbidden');

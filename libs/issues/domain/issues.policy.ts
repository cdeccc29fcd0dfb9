import type { Actor, Role } from '#kernel';
import type { IssueSignalCommand } from './issue-signal.commands.js';
import type { IssueSignal } from './issue-signal.js';
import type { RegionalIssueCommand } from './regional-issue.commands.js';
import type { RegionalIssue } from './regional-issue.js';

type Person = Extract<Actor, { userId: string }>;

const WATCHERS: readonly Role[] = ['coordinator', 'base_secretariat'];
const COUNCILS: readonly Role[] = [...WATCHERS, 'council_secretariat', 'health_centre_officer'];

/** At the top (R4 of model.md 2.6): their area is the prefecture, wherever they sit. */
const PREFECTURE: readonly Role[] = ['prefecture_ltc', 'prefecture_medical'];

/** Who writes signals and issues (visibility matrix, model.md 2.2). What the roll-up and the agenda say, no person may. */
const ASKERS: Record<IssueSignalCommand['type'] | RegionalIssueCommand['type'], readonly Role[]> = {
  RaiseIssueSignal: WATCHERS,
  WithdrawIssueSignal: WATCHERS,
  DismissIssue: COUNCILS,
  CloseIssue: COUNCILS,
  RecordIssue: [],
  FollowAgenda: [],
};

/**
 * A sign of trouble may be raised for any area, since who sees it need not sit there (域をまたぐ事例). What is there already
 * is its own area's matter, and answers elsewhere as if it did not exist.
 */
export function mayAskOfIssues(
  { role }: Person,
  { type }: { readonly type: keyof typeof ASKERS },
  state: IssueSignal | RegionalIssue | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  const asks = ASKERS[type];
  if (state && 'level' in state && state.level === 'prefecture' && asks.length > 0 && PREFECTURE.includes(role))
    return 'allowed';
  if (!asks.includes(role)) return 'forbidden';
  if (type === 'RaiseIssueSignal') return 'allowed';
  return state ? 'in_area' : 'hidden';
}

import { invalidInput, recordOf, type Circumstances } from '#kernel';
import { issueKey } from './issue-types.js';
import type { FollowMerge, MergeIssue, SplitIssue, UnmergeIssue } from './regional-issue.commands.js';
import type { RegionalIssueEvent } from './regional-issue.events.js';
import type { IssueStatus, RegionalIssue } from './regional-issue.js';
import type { SignalSeen } from './signal-seen.js';

/** What is before a council is judged there first. */
const REGROUPED: ReadonlySet<IssueStatus> = new Set(['OBSERVED', 'RECURRENT', 'DRAFTED', 'REOPENED', 'DORMANT']);
const GOES_ON: ReadonlySet<IssueStatus> = new Set([...REGROUPED, 'ON_AGENDA', 'DECIDED', 'ACTIONING', 'MONITORING']);

export const mayRegroup = ({ status }: RegionalIssue): boolean => REGROUPED.has(status);

/** The issue that is named, as it stands; undefined where there is none that the person may see. */
export interface OtherIssue {
  readonly other: RegionalIssue | undefined;
}

/** 統合する (model.md 2.6): only into one that goes on and is itself no part of another, so that no chain closes. */
export function merge(
  { into }: MergeIssue,
  { key, level, areaId }: RegionalIssue,
  { id, found: { other }, records }: Circumstances<OtherIssue>,
): RegionalIssueEvent[] {
  if (into === id)
    throw invalidInput(
      'into',
      'この課題自身には統合できません。続けるほうの課題を選んでください。',
      'An issue cannot be merged into itself. Choose the one that goes on.',
    );
  // Of another area it is as if there were none: whether there is, its own people know.
  if (!other || other.level !== level || other.areaId !== areaId)
    throw invalidInput(
      'into',
      'この圏域に、その地域課題は見つかりません。同じ圏域の課題から選び直してください。',
      'There is no such issue in this area. Choose one of the same area.',
    );
  if (other.merged)
    throw invalidInput(
      'into',
      other.merged.into === id
        ? 'その課題は、この課題に統合されています。先にそれを取り消すか、この課題で続けてください。'
        : 'その課題は、すでにほかの課題に統合されています。統合先の課題を選んでください。',
      other.merged.into === id
        ? 'That one is merged into this one. Undo that first, or go on with this one.'
        : 'That one is merged into another already. Choose the one that it was merged into.',
    );
  if (!GOES_ON.has(other.status))
    throw invalidInput(
      'into',
      'その課題はもう終わっています。続いている課題を選んでください。',
      'That issue has ended. Choose one that goes on.',
    );
  const reasonRef = recordOf(records, 'regrouping_reason');
  return [{ type: 'RegionalIssueMerged', payload: { key, into, intoKey: other.key, reasonRef } }];
}

export function unmerge(
  _command: UnmergeIssue,
  { key, merged }: RegionalIssue,
  { records }: Circumstances<unknown>,
): RegionalIssueEvent[] {
  if (!merged) return [];
  if (merged.follows)
    throw invalidInput(
      'issue',
      'この統合は、上の圏域で決めたものです。上の圏域の課題で取り消してください。',
      'It was merged with the area around it. Undo it at the issue of that area.',
    );
  const reasonRef = recordOf(records, 'regrouping_reason');
  return [{ type: 'RegionalIssueUnmerged', payload: { key, from: merged.into, reasonRef } }];
}

/** What an area has merged is merged within it. What is before a council there stays before it. */
export function followMerge({ into }: FollowMerge, state: RegionalIssue): RegionalIssueEvent[] {
  const { key, merged } = state;
  if (into === undefined)
    return merged?.follows
      ? [{ type: 'RegionalIssueUnmerged', payload: { key, from: merged.into, follows: true } }]
      : [];
  return mayRegroup(state)
    ? [{ type: 'RegionalIssueMerged', payload: { key, into: into.issue, intoKey: into.key, follows: true } }]
    : [];
}

/** Of the signals named those that stand behind the issue now, and that the person may open. */
export interface OwnSignals {
  readonly own: readonly SignalSeen[];
}

/** 分ける: each signal that is named counts as the other trouble from now on. */
export function split(
  { signals, issueType, subject, scene: said }: SplitIssue,
  { key }: RegionalIssue,
  { found: { own }, records }: Circumstances<OwnSignals>,
): RegionalIssueEvent[] {
  const known = new Set(own.map(({ id }) => id));
  const stray = signals.findIndex((id) => !known.has(id));
  if (stray >= 0)
    throw invalidInput(
      `signals.${stray}`,
      'この兆しは、この課題の根拠ではありません。一覧から選び直してください。',
      'This signal does not stand behind the issue. Choose from the list again.',
    );
  const [first] = own;
  const scene = said ?? first?.scene;
  if (!scene) return [];
  const intoKey = issueKey(scene, issueType, subject);
  if (intoKey === key)
    throw invalidInput(
      'issueType',
      '分ける先が、今の課題と同じ分類です。種類か区分を変えてください。',
      'That is what the issue is already. Choose another type or subject.',
    );
  return [
    {
      type: 'RegionalIssueSplit',
      payload: {
        key,
        intoKey,
        scene,
        issueType,
        ...(subject !== undefined && { subject }),
        signals: [...new Set(signals)],
        reasonRef: recordOf(records, 'regrouping_reason'),
      },
    },
  ];
}

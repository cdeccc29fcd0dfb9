import {
  EVERYBODY,
  recordOf,
  unreachable,
  type AreaRef,
  type Circumstances,
  type Bearings,
  type Earlier,
  type Instant,
} from '#kernel';
import type { IssueLevel } from './issue-types.js';
import type { AgendaProgress, FollowAgenda, RecordIssue } from './regional-issue.commands.js';
import type { IssueFacts, RegionalIssueEvent } from './regional-issue.events.js';

export type IssueStatus =
  'OBSERVED' | 'RECURRENT' | AgendaProgress | 'CLOSED' | 'REOPENED' | 'DORMANT' | 'DISMISSED' | 'MERGED';

/** 地域課題: one kind of trouble in one area (model.md 2.6). */
export interface RegionalIssue {
  readonly key: string;
  readonly level: IssueLevel;
  /** Id of the area at whose council it stands. */
  readonly areaId: string;
  readonly area: AreaRef;
  readonly status: IssueStatus;
  readonly episode: number;
  /** Since when this episode stands. */
  readonly episodeSince: Instant;
  readonly distinctCases: number;
  readonly distinctOrganizations: number;
  readonly municipalities: number;
  readonly children: readonly string[];
  readonly signals: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly ruleSet: { readonly id: string; readonly version: number };
  /** 対策の効果なし: it came back after it had been closed. */
  readonly ineffective: boolean;
  readonly agendaItem?: string;
  /** 統合先: the issue that its signals count for; whether because the area around it was merged. */
  readonly merged?: { readonly into: string; readonly key: string; readonly follows: boolean };
  readonly through: number;
}

type State = RegionalIssue | null;

/** 時の順: a judgment follows the beginning of the issue, or its coming back (model.md 2.6). */
export const BEGINNING: Earlier<RegionalIssue> = {
  ja: '地域課題が挙がった時（再発したものはその時）',
  en: 'the moment at which the issue came up, or came back',
  at: ({ episodeSince }) => episodeSince,
};

const WAITING: ReadonlySet<IssueStatus> = new Set(['OBSERVED', 'DORMANT']);
const ENDED: ReadonlySet<IssueStatus> = new Set(['CLOSED', 'DISMISSED', 'MERGED']);

/** What the roll-up says of it. */
export function record({ wanted, through }: RecordIssue, state: State): RegionalIssueEvent[] {
  const { key, level, areaId, area, episode, reached, because, evidence, ruleSet, dormant } = wanted;
  if (state && (through <= state.through || state.merged)) return [];
  const again = state !== null && ENDED.has(state.status);
  if (state && episode !== state.episode + (again ? 1 : 0)) return [];
  // An open item loses no child because that one's council was quicker to close it.
  const kept = again ? [] : (state?.children ?? []);
  const children = [...new Set([...kept, ...wanted.children])].toSorted();
  const payload: IssueFacts = { key, level, areaId, area, episode, evidence, children, ruleSet, through };
  const opened = reached === 'recurrent' || reached === 'rolled_up';
  const risen = (): RegionalIssueEvent =>
    reached === 'rolled_up'
      ? { type: 'RegionalIssueRolledUp', payload: { ...payload, from: children, to: areaId, because } }
      : { type: 'RegionalIssueRecurred', payload };

  // Measures had no effect where there were any: nothing was done about what had been dismissed.
  const ineffective = state?.status === 'CLOSED';
  if (again) return opened ? [{ type: 'RegionalIssueReopened', payload: { ...payload, ineffective } }] : [];
  const asleep: RegionalIssueEvent = { type: 'RegionalIssueDormant', payload: { key } };
  if (!state) {
    if (reached === 'none') return [];
    if (reached === 'rolled_up') return [risen()];
    const observed: RegionalIssueEvent = { type: 'RegionalIssueObserved', payload };
    if (opened) return [observed, risen()];
    // What was written down so late that nothing has been heard of it since sleeps from the start.
    return dormant ? [observed, asleep] : [observed];
  }
  const waits = WAITING.has(state.status);
  if (waits && opened) return [risen()];
  const changed =
    JSON.stringify(evidence) !== JSON.stringify(evidenceOf(state)) || children.length !== state.children.length;
  const sleeps = waits && dormant;
  return [
    ...(changed ? [{ type: 'RegionalIssueEvidenceChanged', payload } as const] : []),
    ...(sleeps && (changed || state.status !== 'DORMANT') ? [asleep] : []),
  ];
}

const evidenceOf = ({
  signals,
  distinctCases,
  distinctOrganizations,
  municipalities,
  firstAt,
  lastAt,
}: RegionalIssue) => ({
  signals,
  distinctCases,
  distinctOrganizations,
  municipalities,
  firstAt,
  lastAt,
});

/** 協議が進んだ. What is still done about an earlier episode's item moves this one no more. */
export function followAgenda({ to, agendaItem }: FollowAgenda, state: RegionalIssue): RegionalIssueEvent[] {
  const other = state.agendaItem !== undefined && state.agendaItem !== agendaItem;
  if (ENDED.has(state.status) || other || state.status === to) return [];
  return to === 'DRAFTED'
    ? [{ type: 'RegionalIssueDrafted', payload: { agendaItem } }]
    : [{ type: 'RegionalIssueAdvanced', payload: { to, agendaItem } }];
}

/** 取り上げない. The reason lies in the personal-data store. */
export const dismiss = (
  _command: object,
  { key }: RegionalIssue,
  { records }: Circumstances<unknown>,
): RegionalIssueEvent[] => [
  { type: 'RegionalIssueDismissed', payload: { key, reasonRef: recordOf(records, 'dismissal_reason') } },
];

/** 終結する. */
export const close = (_command: object, { key, episode }: RegionalIssue): RegionalIssueEvent[] => [
  { type: 'RegionalIssueClosed', payload: { key, episode } },
];

/** A person judges what is not judged yet. */
export const isUndecided = ({ status }: RegionalIssue): boolean => !ENDED.has(status);

const within = (
  { key, level, areaId, area, episode, evidence, children, ruleSet, through }: IssueFacts,
  status: IssueStatus,
  ineffective: boolean,
  episodeSince: Instant,
  before?: RegionalIssue,
): RegionalIssue => ({
  ...before,
  key,
  level,
  areaId,
  area,
  status,
  episode,
  episodeSince,
  ...evidence,
  children,
  ruleSet,
  ineffective,
  through,
});

/** Watched as at first: what its signals come to, the roll-up says anew. */
function unmerged({ merged: _merged, agendaItem: _item, ...rest }: RegionalIssue): RegionalIssue {
  return { ...rest, status: 'OBSERVED' };
}

const begins = (state: State, event: RegionalIssueEvent, at: Instant): RegionalIssue | undefined => {
  if (event.type === 'RegionalIssueObserved') return within(event.payload, 'OBSERVED', false, at);
  if (event.type === 'RegionalIssueReopened') return within(event.payload, 'REOPENED', event.payload.ineffective, at);
  return event.type === 'RegionalIssueRecurred' || event.type === 'RegionalIssueRolledUp'
    ? within(event.payload, 'RECURRENT', state?.ineffective ?? false, state?.episodeSince ?? at)
    : undefined;
};

function evolve(state: State, event: RegionalIssueEvent, occurredAt: Instant): State {
  const begun = begins(state, event, occurredAt);
  if (begun) return begun;
  if (!state) throw new Error(`${event.type} before RegionalIssueObserved`);
  switch (event.type) {
    case 'RegionalIssueEvidenceChanged':
      return within(
        event.payload,
        state.status === 'DORMANT' ? 'OBSERVED' : state.status,
        state.ineffective,
        state.episodeSince,
        state,
      );
    case 'RegionalIssueDormant':
      return { ...state, status: 'DORMANT' };
    case 'RegionalIssueDrafted':
      return { ...state, status: 'DRAFTED', agendaItem: event.payload.agendaItem };
    case 'RegionalIssueAdvanced':
      return { ...state, status: event.payload.to, agendaItem: event.payload.agendaItem };
    case 'RegionalIssueDismissed':
      return { ...state, status: 'DISMISSED' };
    case 'RegionalIssueClosed':
      return { ...state, status: 'CLOSED' };
    case 'RegionalIssueMerged': {
      const { into, intoKey, follows = false } = event.payload;
      return { ...state, status: 'MERGED', merged: { into, key: intoKey, follows } };
    }
    case 'RegionalIssueUnmerged':
      return unmerged(state);
    case 'RegionalIssueSplit':
      return state;
    case 'RegionalIssueObserved':
    case 'RegionalIssueRecurred':
    case 'RegionalIssueRolledUp':
    case 'RegionalIssueReopened':
      return state;
    default:
      return unreachable(event);
  }
}

export const regionalIssue = {
  kind: 'regional_issue',
  stateVersion: 4,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          ruleSet: state.ruleSet,
          // What came to the top is the whole prefecture's (R4 of model.md 2.6).
          relations: { prefecture: state.level === 'prefecture' ? [EVERYBODY] : [] },
        }
      : {},
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

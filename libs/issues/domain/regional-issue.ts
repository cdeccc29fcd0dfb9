import {
  EVERYBODY,
  inOrder,
  invalidState,
  notFound,
  recordOf,
  unreachable,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Earlier,
  type Instant,
  type Order,
} from '#kernel';
import type { IssueLevel } from './issue-types.js';
import type { AgendaProgress, RecordIssue, RegionalIssueCommand } from './regional-issue.commands.js';
import type { IssueFacts, RegionalIssueEvent } from './regional-issue.events.js';

export type IssueStatus = 'OBSERVED' | 'RECURRENT' | AgendaProgress | 'CLOSED' | 'REOPENED' | 'DORMANT' | 'DISMISSED';

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
  readonly signals: readonly string[];
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly ruleSet: { readonly id: string; readonly version: number };
  /** 対策の効果なし: it came back after it had been closed. */
  readonly ineffective: boolean;
  readonly agendaItem?: string;
  readonly through: number;
}

type State = RegionalIssue | null;

const BEGINNING: Earlier<RegionalIssue> = {
  ja: '地域課題が挙がった時（再発したものはその時）',
  en: 'the moment at which the issue came up, or came back',
  at: ({ episodeSince }) => episodeSince,
};

/** 時の順: what each command cannot precede (model.md 2.6). */
const ORDER: Order<RegionalIssue, RegionalIssueCommand> = {
  RecordIssue: {},
  FollowAgenda: {},
  DismissIssue: { occurredAt: [BEGINNING] },
  CloseIssue: { occurredAt: [BEGINNING] },
};

const WAITING: ReadonlySet<IssueStatus> = new Set(['OBSERVED', 'DORMANT']);
const ENDED: ReadonlySet<IssueStatus> = new Set(['CLOSED', 'DISMISSED']);

function record({ wanted, through }: RecordIssue, state: State): RegionalIssueEvent[] {
  const { key, level, areaId, area, episode, reached, because, evidence, ruleSet, dormant } = wanted;
  if (state && through <= state.through) return [];
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

function decide(command: RegionalIssueCommand, state: State, given: Circumstances): readonly RegionalIssueEvent[] {
  if (command.type === 'RecordIssue') return record(command, state);
  if (!state) throw notFound('regional issue', '地域課題');
  inOrder(ORDER, command, state, given);
  const ended = ENDED.has(state.status);
  switch (command.type) {
    case 'FollowAgenda': {
      const { to, agendaItem } = command;
      // What is still done about an earlier episode's item moves this one no more.
      const other = state.agendaItem !== undefined && state.agendaItem !== agendaItem;
      if (ended || other || state.status === to) return [];
      return to === 'DRAFTED'
        ? [{ type: 'RegionalIssueDrafted', payload: { agendaItem } }]
        : [{ type: 'RegionalIssueAdvanced', payload: { to, agendaItem } }];
    }
    case 'DismissIssue':
      if (ended) throw invalidState(command.type, state.status);
      return [
        {
          type: 'RegionalIssueDismissed',
          payload: { key: state.key, reasonRef: recordOf(given.records, 'dismissal_reason') },
        },
      ];
    case 'CloseIssue':
      if (ended) throw invalidState(command.type, state.status);
      return [{ type: 'RegionalIssueClosed', payload: { key: state.key, episode: state.episode } }];
    default:
      return unreachable(command);
  }
}

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
    case 'RegionalIssueObserved':
    case 'RegionalIssueRecurred':
    case 'RegionalIssueRolledUp':
    case 'RegionalIssueReopened':
      return state;
    default:
      return unreachable(event);
  }
}

export const regionalIssue: Decider<State, RegionalIssueCommand, RegionalIssueEvent> = {
  kind: 'regional_issue',
  stateVersion: 2,
  initial: null,
  decide,
  evolve,
  duties: () => [],
  bearings: (state) =>
    state
      ? {
          area: state.area,
          ruleSet: state.ruleSet,
          // What came to the top is the whole prefecture's (R4 of model.md 2.6).
          relations: { prefecture: state.level === 'prefecture' ? [EVERYBODY] : [] },
        }
      : {},
  status: (state) => state?.status ?? 'UNKNOWN',
};

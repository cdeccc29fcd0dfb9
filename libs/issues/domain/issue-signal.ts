import {
  inOrder,
  invalidInput,
  invalidState,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Instant,
  type Order,
} from '#kernel';
import type { IssueSignalCommand } from './issue-signal.commands.js';
import type { IssueSignalEvent } from './issue-signal.events.js';
import { issueKey } from './issue-types.js';

/** One sign that something is amiss in an area (課題の兆し, model.md 2.6). */
export interface IssueSignal {
  readonly key: string;
  readonly source: string;
  readonly sourceId: string;
  readonly area: AreaRef;
  readonly raisedAt: Instant;
  readonly withdrawn: boolean;
}

export interface SignalFound {
  /** The area that the command names, or that of the caller's organization. */
  readonly area: AreaRef | undefined;
  readonly otherAreas: readonly AreaRef[];
}

type State = IssueSignal | null;

/** 時の順: what each command cannot precede. */
const ORDER: Order<IssueSignal, IssueSignalCommand> = {
  RaiseIssueSignal: {},
  WithdrawIssueSignal: {
    occurredAt: [{ ja: '兆しの登録', en: 'the raising of the signal', at: ({ raisedAt }) => raisedAt }],
  },
};

function decide(
  command: IssueSignalCommand,
  state: State,
  given: Circumstances<SignalFound>,
): readonly IssueSignalEvent[] {
  const {
    id,
    actor,
    found: { area, otherAreas },
    records,
  } = given;
  if (command.type === 'WithdrawIssueSignal') {
    if (!state || state.withdrawn) {
      // What is gone already needs no second word from a reaction; a person should know.
      if ('system' in actor) return [];
      throw invalidState(command.type, issueSignal.status(state));
    }
    inOrder(ORDER, command, state, given);
    const reasonRef = records['withdrawal_reason'];
    return [
      { type: 'IssueSignalWithdrawn', payload: { key: state.key, ...(reasonRef !== undefined && { reasonRef }) } },
    ];
  }
  if (state && !state.withdrawn) return [];
  if (!area)
    throw invalidInput(
      'municipality',
      'この市町村は登録されていません。名前かコードを確かめてください。',
      'This municipality is not known. Check its name or code.',
    );
  const { type: _type, municipality: _named, otherMunicipalities: _others, ...said } = command;
  const { source = 'manual', sourceId = id, caseKey = sourceId, severity = 1 } = said;
  const reporterOrganization = said.reporterOrganization ?? ('userId' in actor ? actor.orgId : undefined);
  const narrativeRef = said.narrativeRef ?? records['narrative'];
  return [
    {
      type: 'IssueSignalRaised',
      payload: {
        ...said,
        source,
        sourceId,
        caseKey,
        severity,
        area,
        key: issueKey(said.scene, said.issueType, said.subject),
        ...(reporterOrganization !== undefined && { reporterOrganization }),
        ...(otherAreas.length > 0 && { otherAreas }),
        ...(narrativeRef !== undefined && { narrativeRef }),
      },
    },
  ];
}

export const issueSignal: Decider<State, IssueSignalCommand, IssueSignalEvent, SignalFound> = {
  kind: 'issue_signal',
  stateVersion: 2,
  initial: null,
  decide,
  evolve(state, event, raisedAt) {
    if (event.type === 'IssueSignalWithdrawn') return state && { ...state, withdrawn: true };
    const { key, source, sourceId, area } = event.payload;
    return { key, source, sourceId, area, raisedAt, withdrawn: false };
  },
  duties: () => [],
  bearings: (state) => (state ? { area: state.area } : {}),
  status: (state) => (state ? (state.withdrawn ? 'WITHDRAWN' : 'RAISED') : 'UNKNOWN'),
};

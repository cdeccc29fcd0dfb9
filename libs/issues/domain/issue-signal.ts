import {
  invalidInput,
  invalidState,
  type AreaRef,
  type Circumstances,
  type Bearings,
  type Earlier,
  type Instant,
} from '#kernel';
import type { RaiseIssueSignal, WithdrawIssueSignal } from './issue-signal.commands.js';
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

/** 時の順: a withdrawal follows the signal. */
export const RAISING: Earlier<IssueSignal> = {
  ja: '兆しの登録',
  en: 'the raising of the signal',
  at: ({ raisedAt }) => raisedAt,
};

/** 取り下げる. */
export function withdraw(
  { type }: WithdrawIssueSignal,
  { withdrawn, key }: IssueSignal,
  { actor, records }: Circumstances<unknown>,
): IssueSignalEvent[] {
  if (withdrawn) {
    // What is gone already needs no second word from a reaction; a person should know.
    if ('system' in actor) return [];
    throw invalidState(type, 'WITHDRAWN');
  }
  const reasonRef = records['withdrawal_reason'];
  return [{ type: 'IssueSignalWithdrawn', payload: { key, ...(reasonRef !== undefined && { reasonRef }) } }];
}

/** 登録する. A signal that was withdrawn may be raised again. */
export function raise(
  command: RaiseIssueSignal,
  state: State,
  { id, actor, found: { area, otherAreas }, records }: Circumstances<SignalFound>,
): IssueSignalEvent[] {
  if (state && !state.withdrawn) return [];
  if (!area)
    throw invalidInput(
      'municipality',
      'この市町村は登録されていません。名前かコードを確かめてください。',
      'This municipality is not known. Check its name or code.',
    );
  const { type: _type, municipality: _named, otherMunicipalities: _others, otherAreas: _areas, ...said } = command;
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

export const issueSignal = {
  kind: 'issue_signal',
  stateVersion: 2,
  initial: null as State,
  evolve(state: State, event: IssueSignalEvent, raisedAt: Instant): State {
    if (event.type === 'IssueSignalWithdrawn') return state && { ...state, withdrawn: true };
    const { key, source, sourceId, area } = event.payload;
    return { key, source, sourceId, area, raisedAt, withdrawn: false };
  },
  bearings: (state: State): Bearings => (state ? { area: state.area } : {}),
  status: (state: State): string => (state ? (state.withdrawn ? 'WITHDRAWN' : 'RAISED') : 'UNKNOWN'),
};

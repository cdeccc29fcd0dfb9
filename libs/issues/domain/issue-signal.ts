import {
  invalidInput,
  invalidState,
  type AreaRef,
  type Circumstances,
  type Bearings,
  type Earlier,
  type Instant,
  type Scene,
} from '#kernel';
import type { RaiseIssueSignal, TagIssueSignal, WithdrawIssueSignal } from './issue-signal.commands.js';
import type { IssueSignalEvent } from './issue-signal.events.js';
import { issueKey } from './issue-types.js';

/** One sign that something is amiss in an area (課題の兆し, model.md 2.6). */
export interface IssueSignal {
  readonly key: string;
  readonly source: string;
  readonly sourceId: string;
  readonly caseKey: string;
  readonly scene: Scene;
  readonly area: AreaRef;
  readonly raisedAt: Instant;
  readonly withdrawn: boolean;
  /** 確認済: a coordinator has said what it is a sign of. */
  readonly tagged: boolean;
  /** Id of the narrative (要旨): councils may read it once a coordinator has confirmed the signal. */
  readonly narrativeRef?: string;
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

/** 分類を確かめる、付け直す. To say the same of it confirms it. */
export function tag(
  { type, scene: said, issueType, subject }: TagIssueSignal,
  { withdrawn, key: was, scene: before, tagged }: IssueSignal,
  { actor, records }: Circumstances<unknown>,
): IssueSignalEvent[] {
  const bySystem = 'system' in actor;
  if (withdrawn) {
    if (bySystem) return [];
    throw invalidState(type, 'WITHDRAWN');
  }
  const scene = said ?? before;
  const key = issueKey(scene, issueType, subject);
  const narrativeRef = records['narrative'];
  if (key === was && narrativeRef === undefined && (tagged || bySystem)) return [];
  const tags = { scene, issueType, ...(subject !== undefined && { subject }) };
  return [
    { type: 'IssueSignalTagged', payload: { key, was, ...tags, ...(narrativeRef !== undefined && { narrativeRef }) } },
  ];
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
  stateVersion: 3,
  initial: null as State,
  evolve(state: State, event: IssueSignalEvent, raisedAt: Instant): State {
    if (event.type === 'IssueSignalWithdrawn') return state && { ...state, withdrawn: true };
    if (event.type === 'IssueSignalTagged') {
      const { key, scene, narrativeRef } = event.payload;
      return state && { ...state, key, scene, tagged: true, ...(narrativeRef !== undefined && { narrativeRef }) };
    }
    const { key, source, sourceId, caseKey, scene, area, narrativeRef } = event.payload;
    const said = { key, source, sourceId, caseKey, scene, area, ...(narrativeRef !== undefined && { narrativeRef }) };
    return { ...said, raisedAt, withdrawn: false, tagged: false };
  },
  bearings: (state: State): Bearings => (state ? { area: state.area } : {}),
  status: (state: State): string => {
    if (!state) return 'UNKNOWN';
    if (state.withdrawn) return 'WITHDRAWN';
    return state.tagged ? 'TAGGED' : 'RAISED';
  },
};

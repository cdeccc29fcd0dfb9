import {
  dateIn,
  EVERYBODY,
  idOf,
  monthsTo,
  unreachable,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Earlier,
  type Event,
  type Instant,
} from '#kernel';
import type { PackContent, Window } from './pack.content.js';
import type { PackRules } from './pack.rules.js';

/** One stream of packs for each agenda item. */
export const evidencePackId = (item: string): string => idOf('evidence_pack', item);

interface OfItem {
  readonly item: string;
  readonly key: string;
  readonly level: string;
  readonly areaId: string;
  readonly area: AreaRef;
}

export interface OpenEvidencePack extends OfItem {
  readonly type: 'OpenEvidencePack';
}
export interface CompileEvidencePack {
  readonly type: 'CompileEvidencePack';
}
export interface FreezeEvidencePack {
  readonly type: 'FreezeEvidencePack';
  readonly version: number;
  readonly content: PackContent;
  /** SHA-256 over the canonical content. */
  readonly hash: string;
}

/** 根拠資料の入れ物を作った: the item may have packs from now on. */
export type EvidencePackOpened = Event<'EvidencePackOpened', OfItem>;
/** 根拠資料の作成を始めた. */
export type EvidencePackRequested = Event<
  'EvidencePackRequested',
  { version: number; window: Window; rules: PackRules; ruleSet: { id: string; version: number } }
>;
/** 根拠資料を確定した: from now on its numbers stand, whatever is written down later. */
export type EvidencePackFrozen = Event<'EvidencePackFrozen', { version: number; hash: string; content: PackContent }>;

export type EvidencePackEvent = EvidencePackOpened | EvidencePackRequested | EvidencePackFrozen;

export type PackStatus = 'OPEN' | 'COMPILING' | 'FROZEN';

export interface FrozenVersion {
  readonly version: number;
  readonly frozenAt: Instant;
  readonly hash: string;
  readonly content: PackContent;
}

/** 議題の根拠資料: what speaks for an agenda item, without a person in it (model.md 2.7). */
export interface EvidencePack extends OfItem {
  readonly status: PackStatus;
  readonly openedAt: Instant;
  /** What is being compiled. */
  readonly asked?: {
    readonly version: number;
    readonly window: Window;
    readonly rules: PackRules;
    readonly at: Instant;
  };
  readonly versions: readonly FrozenVersion[];
}

type State = EvidencePack | null;

/** Which rules hold, and which version is next. */
export interface PackRulesFound {
  readonly ref: { readonly id: string; readonly version: number };
  readonly values: PackRules;
}

/** 時の順: a pack follows the draft of its item. */
export const OPENING: Earlier<EvidencePack> = {
  ja: '議題案の作成',
  en: 'the drafting of the item',
  at: ({ openedAt }) => openedAt,
};

export const open = ({ type: _type, ...of }: OpenEvidencePack, state: State): EvidencePackEvent[] =>
  state ? [] : [{ type: 'EvidencePackOpened', payload: of }];

/** As known now: what is written down from here on belongs to the next version. */
export function request(
  _command: CompileEvidencePack,
  { versions }: EvidencePack,
  { now, found }: Circumstances<PackRulesFound>,
): EvidencePackEvent[] {
  const { values: rules, ref: ruleSet } = found;
  const window = { months: monthsTo(dateIn(now).slice(0, 7), rules.months), knownAt: now };
  return [{ type: 'EvidencePackRequested', payload: { version: versions.length + 1, window, rules, ruleSet } }];
}

/** Whoever comes second with the same version has nothing to add. */
export const freeze = ({ version, content, hash }: FreezeEvidencePack, state: EvidencePack): EvidencePackEvent[] =>
  state.status === 'COMPILING' && state.asked?.version === version
    ? [{ type: 'EvidencePackFrozen', payload: { version, hash, content } }]
    : [];

function evolve(state: State, { type, payload }: EvidencePackEvent, occurredAt: Instant): State {
  if (type === 'EvidencePackOpened') return { ...payload, status: 'OPEN', openedAt: occurredAt, versions: [] };
  if (!state) throw new Error(`${type} before EvidencePackOpened`);
  switch (type) {
    case 'EvidencePackRequested': {
      const { version, window, rules } = payload;
      return { ...state, status: 'COMPILING', asked: { version, window, rules, at: occurredAt } };
    }
    case 'EvidencePackFrozen': {
      const { asked: _asked, ...rest } = state;
      return { ...rest, status: 'FROZEN', versions: [...state.versions, { ...payload, frozenAt: occurredAt }] };
    }
    default:
      return unreachable(type);
  }
}

export const evidencePack = {
  kind: 'evidence_pack',
  stateVersion: 1,
  initial: null as State,
  evolve,
  /** What came to the top is the whole prefecture's, as its item (R4 of model.md 2.6). */
  bearings: (state: State): Bearings =>
    state ? { area: state.area, relations: { prefecture: state.level === 'prefecture' ? [EVERYBODY] : [] } } : {},
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

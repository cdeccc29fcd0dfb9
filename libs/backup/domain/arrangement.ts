import {
  dateIn,
  DomainError,
  invalidInput,
  isCoveredAt,
  notFound,
  unreachable,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type Instant,
  type LocalDate,
  type Opening,
  type Earlier,
} from '#kernel';

export const ARRANGEMENT_KINDS = ['mutual', 'delegated', 'hospital_preregistration'] as const;
/** 相互に主・副 (both may ask) · 副主治医機能依頼 (only `from` may ask `to`) · 入院先の事前登録 (one patient at one hospital). */
export type ArrangementKind = (typeof ARRANGEMENT_KINDS)[number];

/** Hours that an arrangement covers (対応時間帯), as the calendar of all reads them (`isCoveredAt`). */
export type CoverHours = Opening['hours'];

export interface AgreeBackupArrangement {
  readonly type: 'AgreeBackupArrangement';
  readonly kind: ArrangementKind;
  readonly from: string;
  readonly to: string;
  readonly block?: string;
  readonly patient?: string;
  readonly hours?: CoverHours;
}

/** 取り決めた. `ordinal` counts the arrangements of the prefecture: equals are asked in the order in which they were agreed. */
export type BackupArrangementAgreed = Event<
  'BackupArrangementAgreed',
  {
    kind: ArrangementKind;
    from: string;
    to: string;
    block?: string;
    patient?: string;
    hours?: CoverHours;
    area: AreaRef;
    ordinal: number;
  }
>;
/** 更新した: the parties have gone through it again. */
export type BackupArrangementRenewed = Event<'BackupArrangementRenewed', { on: LocalDate }>;
/** 終えた. */
export type BackupArrangementEnded = Event<'BackupArrangementEnded', { on: LocalDate }>;
export type ArrangementEvent = BackupArrangementAgreed | BackupArrangementRenewed | BackupArrangementEnded;

/** 副主治医の取り決め: who may ask whom before anything happens (往診時医療情報連携加算 [L26], model.md 2.5). */
export interface BackupArrangement {
  readonly kind: ArrangementKind;
  readonly from: string;
  readonly to: string;
  readonly block?: string;
  readonly patient?: string;
  readonly hours?: CoverHours;
  readonly area: AreaRef;
  readonly ordinal: number;
  readonly status: 'IN_FORCE' | 'ENDED';
  readonly agreedAt: Instant;
  readonly renewedAt?: Instant;
  readonly renewedOn?: LocalDate;
}

export interface Agreeing {
  /** The area of `from`; null when that is not the keeper's. */
  readonly area: AreaRef | null;
  readonly ordinal: number;
  /** Arrangements in force between the two. */
  readonly standing: readonly BackupArrangement[];
}

type State = BackupArrangement | null;

/** The organization that the requester may ask through an arrangement; a delegated one runs one way only (E13). */
export function askedThrough({ kind, from, to, status }: BackupArrangement, requester: string): string | undefined {
  if (status !== 'IN_FORCE' || kind === 'hospital_preregistration') return undefined;
  if (from === requester) return to;
  return kind === 'mutual' && to === requester ? from : undefined;
}

/** Whether an arrangement covers a moment; one that names no hours always does. */
export const covers = (hours: CoverHours | undefined, at: Instant): boolean => !hours || isCoveredAt(at, hours);

/** 時の順: moments that a renewal or the end cannot lie before. */
export const AGREEMENT: Earlier<BackupArrangement> = {
  ja: '取り決め',
  en: 'the agreement',
  at: ({ agreedAt }) => agreedAt,
};
export const RENEWAL: Earlier<BackupArrangement> = { ja: '更新', en: 'the renewal', at: ({ renewedAt }) => renewedAt };
/** 取り決める. */
export function agree(
  { type: _type, ...terms }: AgreeBackupArrangement,
  _none: State,
  { found }: Circumstances<Agreeing>,
): ArrangementEvent[] {
  const { kind, from, to, patient } = terms;
  if (from === to)
    throw invalidInput(
      'to',
      '依頼元と依頼先が同じ機関です。別の機関を選んでください。',
      'Both parties are the same organization. Choose another one.',
    );
  if (kind === 'hospital_preregistration' && patient === undefined)
    throw invalidInput(
      'patient',
      '事前登録には患者が必要です。患者を選んでください。',
      'A pre-registration is for one patient. Name the patient.',
    );
  const { area, ordinal } = found;
  if (!area) throw notFound('organization', '機関');
  const claim = claimOf(terms);
  if (found.standing.some((other) => claimOf(other) === claim)) throw agreedAlready();
  return [{ type: 'BackupArrangementAgreed', payload: { ...terms, area, ordinal } }];
}

/** 更新する. */
export const renew = (_command: object, _state: State, { occurredAt }: Circumstances<unknown>): ArrangementEvent[] => [
  { type: 'BackupArrangementRenewed', payload: { on: dateIn(occurredAt) } },
];

/** 終える. */
export const end = (_command: object, _state: State, { occurredAt }: Circumstances<unknown>): ArrangementEvent[] => [
  { type: 'BackupArrangementEnded', payload: { on: dateIn(occurredAt) } },
];

/**
 * What may stand once: one hospital for each patient (在宅時医学総合管理料等の事前登録 [L27]), one arrangement of a kind
 * between two, and a mutual one whichever of them is named first.
 */
function claimOf({ kind, from, to, patient }: Pick<BackupArrangement, 'kind' | 'from' | 'to' | 'patient'>): string {
  if (kind === 'hospital_preregistration') return `backup_preregistration:${patient ?? ''}`;
  const pair = kind === 'mutual' ? [from, to].toSorted() : [from, to];
  return `backup_arrangement:${kind}:${pair.join(':')}`;
}

const agreedAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'この二つの機関の間には、同じ種類の取り決めがすでにあります。内容を変えるときは、終えてから登録し直してください。',
    'The two have an arrangement of this kind already. To change its terms, end it and agree anew.',
  );

export const backupArrangement = {
  kind: 'backup_arrangement',
  stateVersion: 2,
  initial: null as State,
  evolve(state: State, { type, payload }: ArrangementEvent, occurredAt: Instant): State {
    if (type === 'BackupArrangementAgreed') return { ...payload, status: 'IN_FORCE', agreedAt: occurredAt };
    if (!state) throw new Error(`${type} before BackupArrangementAgreed`);
    switch (type) {
      case 'BackupArrangementRenewed':
        return { ...state, renewedAt: occurredAt, renewedOn: payload.on };
      case 'BackupArrangementEnded':
        return { ...state, status: 'ENDED' };
      default:
        return unreachable(type);
    }
  },
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          relations: { party: [state.from, state.to] },
          ...(state.patient !== undefined && { patientRef: state.patient }),
        }
      : {},
  claims(events: readonly ArrangementEvent[], state: State) {
    const claims = state ? [claimOf(state)] : [];
    const happened = (type: ArrangementEvent['type']) => events.some((event) => event.type === type);
    return {
      take: happened('BackupArrangementAgreed') ? claims : [],
      release: happened('BackupArrangementEnded') ? claims : [],
    };
  },
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

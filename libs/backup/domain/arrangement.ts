import {
  dateIn,
  invalidInput,
  invalidState,
  minuteOfDay,
  notFound,
  plusDays,
  unreachable,
  WEEKDAYS,
  type Actor,
  type AreaRef,
  type Decider,
  type Event,
  type Instant,
  type LocalDate,
  type Weekday,
} from '#kernel';
import { isClinic, isKeeper } from './roles.js';

export const ARRANGEMENT_KINDS = ['mutual', 'delegated', 'hospital_preregistration'] as const;
/** 相互に主・副 (both may ask) · 副主治医機能依頼 (only `from` may ask `to`) · 入院先の事前登録 (one patient at one hospital). */
export type ArrangementKind = (typeof ARRANGEMENT_KINDS)[number];

/** Hours that an arrangement covers (対応時間帯), by the weekday they begin on; "18:00-08:00" runs over midnight. */
export type CoverHours = { readonly [Day in Weekday]?: readonly string[] };

export interface AgreeBackupArrangement {
  readonly type: 'AgreeBackupArrangement';
  readonly kind: ArrangementKind;
  readonly from: string;
  readonly to: string;
  readonly block?: string;
  readonly patient?: string;
  readonly hours?: CoverHours;
}
export interface RenewOrEndBackupArrangement {
  readonly type: 'RenewBackupArrangement' | 'EndBackupArrangement';
}
export type ArrangementCommand = AgreeBackupArrangement | RenewOrEndBackupArrangement;

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
  readonly renewedOn?: LocalDate;
}

export interface ArrangementFound {
  /** The area of `from`; undefined when either organization is unknown. */
  readonly area?: AreaRef;
  readonly ordinal: number;
}

type State = BackupArrangement | null;

/** The organization that the requester may ask through an arrangement; a delegated one runs one way only (E13). */
export function askedThrough({ kind, from, to, status }: BackupArrangement, requester: string): string | undefined {
  if (status !== 'IN_FORCE' || kind === 'hospital_preregistration') return undefined;
  if (from === requester) return to;
  return kind === 'mutual' && to === requester ? from : undefined;
}

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const weekdayOf = (on: LocalDate): Weekday => WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? 'sun';

/** Whether an arrangement covers a moment. Public holidays are nothing special here: backup is for when others are closed. */
export function covers(hours: CoverHours | undefined, at: Instant): boolean {
  if (!hours) return true;
  const today = dateIn(at);
  const minute = minuteOfDay(at);
  const ranges = (on: LocalDate) =>
    (hours[weekdayOf(on)] ?? []).map((range) => ({ from: clock(range.slice(0, 5)), to: clock(range.slice(6, 11)) }));
  return (
    ranges(today).some(({ from, to }) => from <= minute && (minute < to || to <= from)) ||
    ranges(plusDays(today, -1)).some(({ from, to }) => to <= from && minute < to)
  );
}

function agree({ type: _type, ...terms }: AgreeBackupArrangement, found: ArrangementFound): ArrangementEvent[] {
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
  return [{ type: 'BackupArrangementAgreed', payload: { ...terms, area, ordinal } }];
}

/** One hospital only for each patient (在宅時医学総合管理料等の事前登録 [L27]). */
const claimOf = ({ patient }: BackupArrangement): string[] =>
  patient === undefined ? [] : [`backup_preregistration:${patient}`];

export const backupArrangement: Decider<State, ArrangementCommand, ArrangementEvent, ArrangementFound> = {
  kind: 'backup_arrangement',
  stateVersion: 2,
  initial: null,
  decide(command, state, { found, occurredAt }) {
    if (command.type === 'AgreeBackupArrangement') {
      if (state) throw invalidState(command.type, state.status);
      return agree(command, found);
    }
    if (!state) throw notFound('backup arrangement', '取り決め');
    if (state.status === 'ENDED') throw invalidState(command.type, state.status);
    const type = command.type === 'RenewBackupArrangement' ? 'BackupArrangementRenewed' : 'BackupArrangementEnded';
    return [{ type, payload: { on: dateIn(occurredAt) } }];
  },
  evolve(state, { type, payload }) {
    if (type === 'BackupArrangementAgreed') return { ...payload, status: 'IN_FORCE' };
    if (!state) throw new Error(`${type} before BackupArrangementAgreed`);
    switch (type) {
      case 'BackupArrangementRenewed':
        return { ...state, renewedOn: payload.on };
      case 'BackupArrangementEnded':
        return { ...state, status: 'ENDED' };
      default:
        return unreachable(type);
    }
  },
  duties: () => [],
  bearings: (state) =>
    state
      ? {
          area: state.area,
          relations: { party: [state.from, state.to] },
          ...(state.patient !== undefined && { patientRef: state.patient }),
        }
      : {},
  claims(events, state) {
    const claims = state?.kind === 'hospital_preregistration' ? claimOf(state) : [];
    const happened = (type: ArrangementEvent['type']) => events.some((event) => event.type === type);
    return {
      take: happened('BackupArrangementAgreed') ? claims : [],
      release: happened('BackupArrangementEnded') ? claims : [],
    };
  },
  status: (state) => state?.status ?? 'UNKNOWN',
};

/** The base owns the arrangements (B-05); the parties may state their own. */
export function mayAskOfArrangement(
  { role, orgId }: Extract<Actor, { userId: string }>,
  command: ArrangementCommand,
  state: State,
): 'allowed' | 'forbidden' | 'hidden' {
  const begins = command.type === 'AgreeBackupArrangement';
  const parties = begins ? [command.from, command.to] : [state?.from, state?.to];
  if (isKeeper(role)) return 'allowed';
  if (!parties.includes(orgId)) return begins ? 'forbidden' : 'hidden';
  return isClinic(role) ? 'allowed' : 'forbidden';
}

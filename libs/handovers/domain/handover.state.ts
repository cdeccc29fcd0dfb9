import { dutyKey, openKeys, type AreaRef, type Duties, type Instant, type LocalDate } from '#kernel';
import type { CareLevel, InsuredType, Destination, ExclusionCode, LeakCode } from './handover.commands.js';
import type { NamedCareManager } from './handover.events.js';
import type { HandoverRules } from './handover.rules.js';

/** What is known of the need for support before a document goes out. */
export type Support = 'NONE' | 'NOT_REQUIRED' | 'REQUIRED' | 'START_NOTIFIED';
/** Where the document (引継書) is. */
export type DocumentStep = 'SUBMITTED' | 'CLARIFYING' | 'REDIRECTING' | 'ACKNOWLEDGED';

export type HandoverStatus =
  Support | DocumentStep | 'MISSED' | 'RECOVERED' | 'LEAK_CONFIRMED' | 'FEEDBACK_RETURNED' | 'EXCLUDED';

export type Stay = 'ADMITTED' | 'DISCHARGE_PLANNED' | 'DISCHARGED' | 'TRANSFERRED' | 'DIED';

/** A step of the document, or the discharge, at the moment at which it happened in the world. */
export interface Passed {
  readonly at: Instant;
  readonly to: DocumentStep | 'DISCHARGED';
  /** Of the document. */
  readonly version: number;
}

/** 入退院支援ケース: one stay of one patient, from admission to the feedback (model.md 2.4). */
export interface DischargeCase {
  readonly patient: string;
  readonly hospital: string;
  readonly area: AreaRef;
  readonly admittedAt: Instant;
  readonly careLevel: CareLevel;
  /** 被保険者の区分: first (65 and over) or second (40 to 64, of a specified disease). */
  readonly insuredType?: InsuredType;
  readonly careManager?: NamedCareManager;
  /** Since when there is somebody to hand over to. */
  readonly careManagerSince?: Instant;
  /** Whether there was somebody at the discharge. */
  readonly namedInTime?: boolean;
  readonly pattern: 'A' | 'B';
  readonly rules: HandoverRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly handover: HandoverStatus;
  readonly support: Support;
  /** The document and the discharge in the order in which they happened, however late they were written down. */
  readonly way: readonly Passed[];
  readonly stay: Stay;
  readonly plannedDischargeOn?: LocalDate;
  readonly dischargedAt?: Instant;
  /** The day of the transfer or death. */
  readonly endedOn?: LocalDate;
  readonly destination?: Destination;
  /** Versions of the document, newest last; 0 is none. */
  readonly version: number;
  readonly startNotified: boolean;
  /** Steps of the support that were done before anybody owed them; what is done is not asked for. */
  readonly doneEarly?: readonly string[];
  readonly informed?: 'I' | 'II' | 'late';
  readonly leakCodes: readonly LeakCode[];
  /** Why it does not count. */
  readonly excluded?: ExclusionCode;
  /** A person has said what kind of leak it is: nothing corrects that but a person. */
  readonly classified?: boolean;
  readonly recoverUntil?: Instant;
  /** Set when the miss came from this obligation; it keeps the recovery window. */
  readonly missedStep?: string;
  readonly toHospital?: string;
  /** The case of a stay elsewhere that nobody had ended when this one began. */
  readonly openElsewhere?: string;
  readonly duties: Duties;
}

/** Another stay of the same person: when it began, and when it ended if it has. */
export interface OtherStay {
  readonly id: string;
  readonly hospital: string;
  readonly stay: Stay;
  readonly from: Instant;
  readonly until?: Instant;
  /** Where only the day is known. */
  readonly untilOn?: LocalDate;
}

export type State = DischargeCase | null;

const CLOSED: ReadonlySet<HandoverStatus> = new Set(['LEAK_CONFIRMED', 'FEEDBACK_RETURNED', 'EXCLUDED']);
/** What a discharge made of the handover: a step of the document does not undo that by itself. */
const CONCLUDED: ReadonlySet<HandoverStatus> = new Set([...CLOSED, 'MISSED', 'RECOVERED']);
const UNFULFILLED: ReadonlySet<Support | DocumentStep> = new Set([
  'REQUIRED',
  'START_NOTIFIED',
  'SUBMITTED',
  'CLARIFYING',
  'REDIRECTING',
]);

export const isInHospital = ({ stay }: Pick<DischargeCase, 'stay'>): boolean =>
  stay === 'ADMITTED' || stay === 'DISCHARGE_PLANNED';
export const isClosed = ({ handover }: DischargeCase): boolean => CLOSED.has(handover);
export const isConcluded = ({ handover }: DischargeCase): boolean => CONCLUDED.has(handover);
export const isBeforeSupport = (step: HandoverStatus): boolean => step === 'NONE' || step === 'NOT_REQUIRED';

/** Later than all that happened before it; of two at one moment the one recorded first comes first. */
export const withPassed = (way: readonly Passed[], passed: Passed): readonly Passed[] => {
  const after = way.findIndex(({ at }) => at > passed.at);
  return after < 0 ? [...way, passed] : way.toSpliced(after, 0, passed);
};

const isDocument = (passed: Passed): passed is Passed & { readonly to: DocumentStep } => passed.to !== 'DISCHARGED';

/** How far the handover has come, whatever a discharge made of it. */
export const stepNow = ({ way, support }: DischargeCase): Support | DocumentStep =>
  way.findLast(isDocument)?.to ?? support;

const dischargeIndex = (way: readonly Passed[]): number => way.findIndex(({ to }) => to === 'DISCHARGED');

/** The last step of the document that happened before the patient left. */
export const documentAtDischarge = ({ way }: DischargeCase): (Passed & { readonly to: DocumentStep }) | undefined =>
  way.slice(0, Math.max(dischargeIndex(way), 0)).findLast(isDocument);

/** The last step of the document, if it happened after the patient had left. */
export const stepSinceDischarge = ({ way }: DischargeCase): (Passed & { readonly to: DocumentStep }) | undefined =>
  dischargeIndex(way) < 0 ? undefined : way.slice(dischargeIndex(way) + 1).findLast(isDocument);

/** The key of what is owed once the document has taken a step: to read it, to answer, to find the right addressee. */
export const owedAfter = ({ to, version }: Pick<Passed, 'to' | 'version'>): string => {
  if (to === 'CLARIFYING') return dutyKey({ step: 'handover_document', instance: `answer-${version}` });
  if (to === 'REDIRECTING') return dutyKey({ step: 'handover_document', instance: `redirect-${version}` });
  return dutyKey({ step: 'acknowledgement', instance: String(version) });
};

/** The last time that the document took one of these steps. */
export const lastPassed = ({ way }: DischargeCase, ...steps: readonly DocumentStep[]): Instant | undefined =>
  way.findLast((passed) => isDocument(passed) && steps.includes(passed.to))?.at;

/**
 * Whether the patient left without the handover that was owed. Nobody may have screened: with a care manager support is
 * always due (forms-and-rules.md 4.4).
 */
export const leftWithoutHandover = (state: DischargeCase): boolean => {
  const step = documentAtDischarge(state)?.to ?? state.support;
  return UNFULFILLED.has(step) || (step === 'NONE' && state.namedInTime === true);
};

/** What happened inside the recovery window still counts, also when the leak is confirmed already (late logging). */
export const isInWindow = ({ recoverUntil }: DischargeCase, at: Instant): boolean =>
  recoverUntil !== undefined && at < recoverUntil;

/** Open, or closed as a leak by what was known then. */
export const takesLate = (state: DischargeCase, at: Instant): boolean =>
  !isClosed(state) || (state.handover === 'LEAK_CONFIRMED' && isInWindow(state, at));

export const openHandoverKeys = (duties: Duties): string[] =>
  openKeys(duties).filter((key) => duties[key]?.step === 'handover_document');

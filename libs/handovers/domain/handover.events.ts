import type { AreaRef, Event, Instant, LocalDate, Plan } from '#kernel';
import type {
  ADMISSION_KINDS,
  AnsweredBy,
  CareLevel,
  Destination,
  ExclusionCode,
  FEEDBACK_QUALITIES,
  INFORMATION_CHANNELS,
  InsuredType,
  LeakCode,
  ScreeningCriterion,
} from './handover.commands.js';
import type { HandoverRules } from './handover.rules.js';

export interface NamedCareManager {
  readonly user: string;
  readonly organization: string;
}

/** 入院を登録した. Holds the rules that the case keeps. */
export type AdmissionRegistered = Event<
  'AdmissionRegistered',
  {
    patient: string;
    hospital: string;
    wardRef?: string;
    area: AreaRef;
    admittedAt: Instant;
    admissionKind: (typeof ADMISSION_KINDS)[number];
    careLevel: CareLevel;
    insuredType?: InsuredType;
    careManager?: NamedCareManager;
    pattern: 'A' | 'B';
    previousCase?: string;
    /** The case of a stay elsewhere that nobody has ended. */
    openElsewhere?: string;
    rules: HandoverRules;
    ruleSet: { id: string; version: number };
    plans: readonly Plan[];
  }
>;
export type CareManagerIdentified = Event<'CareManagerIdentified', { careManager: NamedCareManager }>;
/** 担当ケアマネジャーが変わった. `follows`: nobody said so of this stay; it follows a change of who is in charge of the person. */
export type CareManagerReassigned = Event<
  'CareManagerReassigned',
  { careManager: NamedCareManager; plans: readonly Plan[]; follows?: true }
>;
/** 本人の担当が変わったことを控えた: the stay keeps its addressee, who is another one than is in charge of the person now. */
export type CareManagerChangeNoted = Event<'CareManagerChangeNoted', { careManager: NamedCareManager | null }>;
/** 入院時情報を提供した. Ⅰ on the day of admission, Ⅱ by day 3 (入院時情報連携加算). */
export type AdmissionInformationProvided = Event<
  'AdmissionInformationProvided',
  { channel: (typeof INFORMATION_CHANNELS)[number]; level: 'I' | 'II' | 'late' }
>;
export type DischargeSupportScreened = Event<
  'DischargeSupportScreened',
  {
    criteria: { readonly [Criterion in ScreeningCriterion]?: boolean };
    required: boolean;
    plans: readonly Plan[];
  }
>;
export type FamilyInterviewHeld = Event<'FamilyInterviewHeld'>;
export type DischargePlanStarted = Event<'DischargePlanStarted'>;
export type DischargeConferenceHeld = Event<'DischargeConferenceHeld'>;
export type DischargePlanned = Event<
  'DischargePlanned',
  { plannedDischargeOn: LocalDate; destination: Destination; shortNotice: boolean; plans: readonly Plan[] }
>;
export type DischargeRescheduled = Event<
  'DischargeRescheduled',
  {
    plannedDischargeOn: LocalDate;
    previouslyOn: LocalDate;
    destination: Destination;
    shortNotice: boolean;
    plans: readonly Plan[];
  }
>;
export type DischargeSupportStartNotified = Event<'DischargeSupportStartNotified'>;
export type DischargeHandoverSubmitted = Event<
  'DischargeHandoverSubmitted',
  { version: number; documentRef: string; careManager: NamedCareManager; plans: readonly Plan[] }
>;
export type DischargeHandoverSupplemented = Event<
  'DischargeHandoverSupplemented',
  { version: number; documentRef: string; careManager: NamedCareManager; plans: readonly Plan[] }
>;
/**
 * 立ち会いのある回答: of a receiver who never signs in. `via`: how it came; `toldByRef`: the record of who said it. Who wrote it
 * down is the actor of the fact. Without it, the answer is a click of the receiver's own.
 */
export interface Witnessed {
  readonly via?: AnsweredBy;
  readonly toldByRef?: string;
}
/** 引継書を紙で届けた: with a sheet that whoever has no account can answer. */
export type HandoverDeliveredOnPaper = Event<'HandoverDeliveredOnPaper', { version: number }>;
export type DischargeHandoverAcknowledged = Event<
  'DischargeHandoverAcknowledged',
  { version: number; by: string; plans: readonly Plan[] } & Witnessed
>;
export type HandoverClarificationRequested = Event<
  'HandoverClarificationRequested',
  { version: number; textRef: string; plans: readonly Plan[] } & Witnessed
>;
export type HandoverReturned = Event<
  'HandoverReturned',
  { version: number; reasonRef: string; plans: readonly Plan[] } & Witnessed
>;
export type PatientDischarged = Event<
  'PatientDischarged',
  { dischargedAt: Instant; destination: Destination; plans: readonly Plan[] }
>;
export type PatientTransferred = Event<'PatientTransferred', { on: LocalDate; toHospital?: string }>;
/** 死亡した. `withdrawsLeak`: it happened inside the recovery window of a leak that was confirmed before this was known. */
export type PatientDied = Event<'PatientDied', { on: LocalDate; withdrawsLeak?: true }>;
export type CareManagerRelayed = Event<'CareManagerRelayed', { careManager: string; toHospital?: string }>;
/** 引継ぎがもれた. `step` is the key of the obligation that made it so, `planned` that obligation where none stood open. */
export type DischargeHandoverMissed = Event<
  'DischargeHandoverMissed',
  { leakCode: LeakCode; step: string; recoverUntil: Instant; planned?: Plan }
>;
/** 追いついた. `inTime`: it had been read before the discharge, and only the record of that came late. */
export type HandoverRecovered = Event<'HandoverRecovered', { version: number; inTime?: true }>;
export type DischargeLeakConfirmed = Event<'DischargeLeakConfirmed', { codes: readonly LeakCode[] }>;
/** もれを分類した. `corrects`: nobody judged; a late record shows another kind of miss than was known. */
export type DischargeLeakClassified = Event<'DischargeLeakClassified', { codes: readonly LeakCode[]; corrects?: true }>;
export type DischargeCaseExcluded = Event<'DischargeCaseExcluded', { code: ExclusionCode }>;
/** 同意が得られ、対象に戻した. */
export type DischargeCaseResumed = Event<'DischargeCaseResumed', { plans: readonly Plan[] }>;
export type PostDischargeFeedbackReturned = Event<
  'PostDischargeFeedbackReturned',
  { quality: (typeof FEEDBACK_QUALITIES)[number] }
>;

export type HandoverEvent =
  | AdmissionRegistered
  | CareManagerIdentified
  | CareManagerReassigned
  | CareManagerChangeNoted
  | AdmissionInformationProvided
  | DischargeSupportScreened
  | FamilyInterviewHeld
  | DischargePlanStarted
  | DischargeConferenceHeld
  | DischargePlanned
  | DischargeRescheduled
  | DischargeSupportStartNotified
  | DischargeHandoverSubmitted
  | DischargeHandoverSupplemented
  | HandoverDeliveredOnPaper
  | DischargeHandoverAcknowledged
  | HandoverClarificationRequested
  | HandoverReturned
  | PatientDischarged
  | PatientTransferred
  | PatientDied
  | CareManagerRelayed
  | DischargeHandoverMissed
  | HandoverRecovered
  | DischargeLeakConfirmed
  | DischargeLeakClassified
  | DischargeCaseExcluded
  | DischargeCaseResumed
  | PostDischargeFeedbackReturned;

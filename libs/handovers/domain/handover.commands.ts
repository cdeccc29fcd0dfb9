import type { LocalDate } from '#kernel';

export const CARE_LEVELS = [
  'independent',
  'programme_target',
  'support1',
  'support2',
  'care1',
  'care2',
  'care3',
  'care4',
  'care5',
  'applying_new',
  'applying_renewal',
  'applying_change',
  'none',
  'unknown',
] as const;
/** 要介護度. Never mandatory: the young and the disabled are cared for at home as well (traps.md 11). */
export type CareLevel = (typeof CARE_LEVELS)[number];

export const SCREENING_CRITERIA = [
  'rising_walking_assistance',
  'eating_assistance',
  'excretion_assistance',
  'dementia_symptoms',
  'living_alone_housework_assistance',
  'terminal_cancer',
  'new_medical_procedure',
] as const;
/** The seven criteria for patients without a care manager, any one of which calls for support (forms-and-rules.md 4.4 [L11]). */
export type ScreeningCriterion = (typeof SCREENING_CRITERIA)[number];

export const DESTINATIONS = ['home', 'facility', 'other_hospital', 'other'] as const;
export type Destination = (typeof DESTINATIONS)[number];

export const LEAK_CODES = ['LK01', 'LK02', 'LK03', 'LK04', 'LK05', 'LK06', 'LK07', 'LK08', 'LK09'] as const;
/** もれ分類 (model.md 2.4). */
export type LeakCode = (typeof LEAK_CODES)[number];
/** Those that count in the headline rate (もれ率). */
export const HEADLINE_LEAKS: readonly LeakCode[] = ['LK01', 'LK04', 'LK05', 'LK06', 'LK07', 'LK08'];

export const EXCLUSION_CODES = ['EX1', 'EX2', 'EX3', 'EX4', 'EX5', 'EX6'] as const;
/** 集計からの除外: transfer, death, short stay, respite, no consent, ward outside the rule. */
export type ExclusionCode = (typeof EXCLUSION_CODES)[number];

export const INFORMATION_CHANNELS = ['ict', 'fax', 'visit', 'phone', 'mail', 'other'] as const;
export const FEEDBACK_QUALITIES = ['insufficient', 'adequate', 'excessive'] as const;
export const ADMISSION_KINDS = ['emergency', 'planned'] as const;
export const INSURED_TYPES = ['first', 'second_40_64'] as const;
export type InsuredType = (typeof INSURED_TYPES)[number];

export interface RegisterAdmission {
  readonly type: 'RegisterAdmission';
  readonly patient: string;
  readonly hospital: string;
  readonly admissionKind: (typeof ADMISSION_KINDS)[number];
  readonly careLevel?: CareLevel;
  readonly insuredType?: InsuredType;
  readonly careManager?: string;
  readonly previousCase?: string;
}
/** 担当の変更に従う: a worker's, after a change of who is in charge of the person. */
export interface FollowCareManagerChange {
  readonly type: 'FollowCareManagerChange';
  /** Null: nobody. */
  readonly careManager: string | null;
  readonly former: string | null;
}
export interface ProvideAdmissionInformation {
  readonly type: 'ProvideAdmissionInformation';
  readonly channel: (typeof INFORMATION_CHANNELS)[number];
}
export interface ScreenForDischargeSupport {
  readonly type: 'ScreenForDischargeSupport';
  readonly criteria: { readonly [Criterion in ScreeningCriterion]?: boolean };
}
export interface PlanDischarge {
  readonly type: 'PlanDischarge';
  readonly plannedDischargeOn: LocalDate;
  readonly destination: Destination;
}
export interface AcknowledgeHandover {
  readonly type: 'AcknowledgeHandover';
  /** The version that was read; left out: the latest. */
  readonly version?: number;
}
export const ANSWERS = ['received', 'question', 'returned'] as const;
/** 受領・照会・返却: how a handover can be answered. */
export type HandoverAnswer = (typeof ANSWERS)[number];
export const ANSWERED_BY = ['page', 'phone', 'fax'] as const;
/** 回答の経路: how an answer came that was no click of somebody who signs in: one-time page, telephone, FAX. */
export type AnsweredBy = (typeof ANSWERED_BY)[number];

/** 受け手に代わる回答: of a receiver for whom nobody signs in; over the one-time page, or written down by whoever heard it. */
export interface AnswerForReceiver {
  readonly type: 'AnswerForReceiver';
  readonly outcome: HandoverAnswer;
  /** The version that the sheet was about. */
  readonly version: number;
  readonly via: AnsweredBy;
}
export interface IdentifyCareManager {
  readonly type: 'IdentifyCareManager';
  /** Left out: whom the directory has (台帳の担当ケアマネジャー), whoever that is. */
  readonly careManager?: string;
}
export interface NameCareManager {
  readonly type: 'ReassignCareManager';
  readonly careManager: string;
}
export interface RecordDischarge {
  readonly type: 'RecordDischarge';
  readonly destination: Destination;
}
export interface RecordTransfer {
  readonly type: 'RecordTransfer';
  readonly toHospital?: string;
}
export interface ReturnPostDischargeFeedback {
  readonly type: 'ReturnPostDischargeFeedback';
  readonly quality: (typeof FEEDBACK_QUALITIES)[number];
}
export interface ClassifyLeak {
  readonly type: 'ClassifyLeak';
  readonly codes: readonly LeakCode[];
}
/** 同意が得られた: what was excluded for want of consent comes back. */
export interface ResumeWithConsent {
  readonly type: 'ResumeWithConsent';
}
export interface ExcludeFromSurvey {
  readonly type: 'ExcludeFromSurvey';
  readonly code: ExclusionCode;
}
/** Kinds of the records that hold the names and free text of these commands. */
export type HandoverRecord = 'admission_ward' | 'handover_document' | 'clarification' | 'return_reason' | 'told_by';

import type { EscalationReason, IssueType, LocalDate, Scene, Severity } from '#kernel';
import type { Check } from './desk.rules.js';
import type { SaidProgramItem } from './program-item.js';

export const CHANNELS = ['phone', 'visit', 'fax', 'email', 'ict', 'meeting', 'outreach'] as const;
/** 受付方法. */
export type Channel = (typeof CHANNELS)[number];

export const SIDES = ['medical', 'care', 'welfare', 'resident', 'other'] as const;
/** 相談者の側: both the medical and the care side ask (requirements H-02). */
export type Side = (typeof SIDES)[number];

export const TOPICS = [
  'find_home_doctor',
  'find_visiting_nurse',
  'find_dentist_oral',
  'find_pharmacy_narcotic',
  'high_medical_need_prep',
  'palliative_eol',
  'discharge_coordination',
  'admission_info',
  'information_sharing_rule',
  'who_is_contact',
  'dementia',
  'guardianship_rights',
  'rehab',
  'nutrition_swallow',
  'rare_disease',
  'disability_welfare',
  'child',
  'device_supply',
  'sanitary_material',
  'night_holiday_cover',
  'family_burden',
  'poverty',
  'no_relatives',
  'abuse',
  'disaster_prep',
  'cross_border',
  'training_request',
  'outreach_request',
  'law_fee',
  'other',
] as const;
/** 相談内容 (start set of model.md 2.3 [L37]). */
export type Topic = (typeof TOPICS)[number];
export const MOST_TOPICS = 3;

export const CONSULTATION_URGENCIES = ['normal', 'today', 'immediate'] as const;
/** 緊急度. */
export type ConsultationUrgency = (typeof CONSULTATION_URGENCIES)[number];

export const ACTION_KINDS = [
  'information',
  'advice',
  'contact_third_party',
  'joint_visit',
  'case_meeting',
  'referral',
  'other',
] as const;
/** 対応の種類. */
export type ActionKind = (typeof ACTION_KINDS)[number];

export const OUTCOMES = [
  'solved',
  'referred',
  'partly',
  'unsolved_no_resource',
  'unsolved_no_rule',
  'withdrawn',
] as const;
/** 転帰. */
export type Outcome = (typeof OUTCOMES)[number];

/** 地域課題の有無: asked on every closing (H-03). Its narrative lies in the personal-data store. */
export interface IssueAssessment {
  readonly raises: boolean;
  readonly issueType?: IssueType;
  readonly subject?: string;
  readonly severity?: Severity;
  readonly escalationReason?: EscalationReason;
}

/** [D] So many issues one closing can show: more than these would be a meeting's work, not a form's. */
export const MOST_ISSUES = 3;

/** One more issue that the same consultation shows. */
export type FurtherIssue = Omit<IssueAssessment, 'raises' | 'issueType'> & { readonly issueType: IssueType };

/** 関連する案件. */
export interface Linked {
  readonly dischargeCase?: string;
  readonly backupRequest?: string;
  readonly consultation?: string;
}

/** 相談者. Whom to call back lies in the personal-data store. */
export interface Consulter {
  readonly side: Side;
  readonly organization?: string;
  readonly profession?: string;
  /** Who has asked, where that is somebody who works with the system. */
  readonly user?: string;
}

export interface LogConsultation {
  readonly type: 'LogConsultation';
  readonly channel: Channel;
  readonly consulter: Consulter;
  readonly counterpartSide?: Side;
  readonly patient?: string;
  readonly scene: Scene;
  readonly topics: readonly Topic[];
  readonly programItem?: SaidProgramItem;
  readonly urgency?: ConsultationUrgency;
  readonly linked?: Linked;
  /** 確認した事項: what was asked about. */
  readonly checked?: readonly Check[];
}
export interface TriageConsultation {
  readonly type: 'TriageConsultation';
  readonly urgency: ConsultationUrgency;
}
export interface RecordConsultationAction {
  readonly type: 'RecordConsultationAction';
  readonly kind: ActionKind;
  readonly toOrganization?: string;
  readonly minutes: number;
}
export interface AwaitReply {
  readonly type: 'AwaitReply';
  /** A moment, or a day, which means its closing time; left out: what the area's rules say. */
  readonly until?: string;
}
export interface ReferConsultation {
  readonly type: 'ReferConsultation';
  /** The desk (相談窓口) that shall take it. */
  readonly to: string;
}
export interface CloseConsultation {
  readonly type: 'CloseConsultation';
  readonly outcome: Outcome;
  readonly issueAssessment: IssueAssessment;
  /** Beside that of the assessment: each is a signal of its own. */
  readonly furtherIssues?: readonly FurtherIssue[];
}
export interface LinkConsultation extends Linked {
  readonly type: 'LinkConsultation';
  /** A case of any other kind. */
  readonly case?: string;
}
export interface UnlinkConsultation {
  readonly type: 'UnlinkConsultation';
  readonly case: string;
}
export interface MergeConsultations {
  readonly type: 'MergeConsultations';
  /** The consultation that goes on. */
  readonly into: string;
}
/** What a call had beside its first trouble. */
interface Trouble {
  readonly scene: Scene;
  readonly topics: readonly Topic[];
  readonly urgency?: ConsultationUrgency;
}
export interface SplitConsultation extends Trouble {
  readonly type: 'SplitConsultation';
}
export interface LogSplitConsultation extends Trouble {
  readonly type: 'LogSplitConsultation';
  /** The consultation that it was split from. */
  readonly from: string;
  readonly summaryRef?: string;
}

export const BACK_NEWS = ['on_agenda', 'decided', 'effect'] as const;
/** 返す知らせ: that a council is going to sit about it, what it decided, and what came of that. */
export type BackNews = (typeof BACK_NEWS)[number];

/**
 * 相談者へ返す: what became, at a council, of the issue that the closing showed (features.md, idea 12). Of the other
 * consultations behind it nothing is said. `decision` and `effect` are codes of the council's.
 */
/** まとめ先で回答した: the consultation that this one was merged into has been answered (from a reaction, with the text). */
export interface PassOnAnswer {
  readonly type: 'PassOnAnswer';
  readonly by: string;
}
export interface ReportBack {
  readonly type: 'ReportBack';
  readonly news: BackNews;
  readonly agendaItem: string;
  /** Of the council. */
  readonly level: string;
  readonly meetingOn?: LocalDate;
  /** 議題番号. */
  readonly agendaNumber?: string;
  readonly decision?: string;
  readonly effect?: string;
}

import { ROLES, type Role } from './event.js';

const HOSPITAL: readonly Role[] = ['discharge_nurse', 'ward_nurse', 'msw', 'liaison_manager'];
const CLINIC: readonly Role[] = ['primary_physician', 'secondary_physician', 'clinic_staff'];

/** 地域課題を判断する人. */
const ISSUE_REVIEWERS = ['coordinator', 'base_secretariat', 'council_secretariat', 'health_centre_officer'] as const;

/**
 * What each role is for (役割と権限; visibility matrix, model.md 2.2): the one place that names roles. Kinds of cases grant
 * by capability and relation, and screens are told what a person may do.
 */
export const CAPABILITIES = {
  /** To belong to an organization of the case, whatever one's role. */
  membership: ROLES,
  /** 退院支援: to keep the stay of a patient. */
  stay_keeping: HOSPITAL,
  /** 退院支援: to write what is handed over. */
  handover_writing: ['discharge_nurse', 'msw'],
  /** ケアマネジメント: to receive a handover, and to tell the hospital. */
  care_management: ['care_manager', 'office_manager'],
  /** Whoever may register an admission: the hospital, or a care office that hears of it. */
  admission: [...HOSPITAL, 'care_manager', 'office_manager'],
  /** 相談支援: to work on consultations, and on handovers that have escalated. */
  desk_work: ['coordinator', 'base_secretariat'],
  /** 活動報告の承認: for the medical association, and for the municipality as insurer (H-04). */
  association_approving: ['medical_association'],
  insurer_approving: ['municipal_ltc_officer'],
  /** 活動報告: to read what a desk counted. */
  activity_reading: ['coordinator', 'base_secretariat', 'medical_association', 'municipal_ltc_officer'],
  /** 書面・電話の回答: to write down what a party without an account has answered: the sender, and the desk. */
  reply_recording: [...HOSPITAL, 'coordinator', 'base_secretariat'],
  /** 拠点: to stand behind the desks and the night calls of an area. */
  base_work: ['base_secretariat'],
  /** もれの分類: to classify what was missed. */
  leak_review: ['coordinator', 'base_secretariat', 'health_centre_officer'],
  /** 診療: to ask for, take and hand back a night call. */
  clinic_work: CLINIC,
  /** To ask for a night call: a clinic, or the base in its name. */
  backup_requesting: [...CLINIC, 'base_secretariat'],
  /** サービス依頼: to ask that a service be done for a person (B-09). */
  service_requesting: [...CLINIC, 'coordinator', 'base_secretariat', 'care_manager', 'office_manager'],
  /** To take on and do a service: 歯科・薬局・訪問看護 …, or a coordinator's desk that passes it on (K-07). */
  service_providing: [...CLINIC, 'visiting_nurse', 'outpatient_nurse', 'coordinator'],
  /** 取り決めと当番表: the base, the association, the desk (B-05). */
  arrangement_keeping: ['base_secretariat', 'medical_association', 'coordinator'],
  /** 調整役の配置 (K-01…K-09): to know who coordinates what where, and to write it down: those who place them and their secretariats. */
  coordinator_placing: [
    'coordinator',
    'base_secretariat',
    'medical_association',
    'municipal_ltc_officer',
    'health_centre_officer',
    'council_secretariat',
    'admin',
  ],
  /** To watch over all that an area owes. */
  area_overview: ['base_secretariat', 'health_centre_officer', 'admin'],
  /** 課題の兆し: to write down what keeps going wrong. */
  signal_raising: ['coordinator', 'base_secretariat'],
  /** 地域課題: to dismiss and close. */
  issue_review: ISSUE_REVIEWERS,
  /** 秘匿しない数を見る: numbers of cases as they are, for those who judge by them. */
  counts_reading: ISSUE_REVIEWERS,
  /** 委員: to sit at a council for a body, and to hear what it is called to. */
  council_sitting: ['council_member', 'medical_association'],
  /** 会議体の事務局. */
  council_work: ['council_secretariat', 'health_centre_officer', 'municipal_ltc_officer', 'base_secretariat'],
  /** 都道府県: what has come to the top, and what councils promised. */
  prefecture_work: ['prefecture_ltc', 'prefecture_medical'],
  /** To look at a region's issues and indicators: no names, no organizations, no text. */
  region_reading: [
    'coordinator',
    'base_secretariat',
    'medical_association',
    'municipal_ltc_officer',
    'municipal_other',
    'health_centre_officer',
    'prefecture_ltc',
    'prefecture_medical',
    'council_member',
    'council_secretariat',
    'admin',
  ],
  /** To see who a person is: those who care for the person; councils, officers and administrators work without names (E19). */
  names_reading: [
    ...HOSPITAL,
    ...CLINIC,
    'coordinator',
    'base_secretariat',
    'outpatient_nurse',
    'care_manager',
    'office_manager',
    'visiting_nurse',
  ],
  /** 資源台帳: to register institutions. */
  institution_registering: ['admin', 'base_secretariat', 'coordinator'],
  /** To register a person and write down consent: whoever meets the person. */
  person_registering: [
    'admin',
    'discharge_nurse',
    'msw',
    'coordinator',
    'base_secretariat',
    'care_manager',
    'primary_physician',
    'clinic_staff',
  ],
  /** 緊急閲覧 (break-glass): to open part of the record of a person to whom one stands in no relation (G11). */
  emergency_looking: [
    'primary_physician',
    'secondary_physician',
    'ward_nurse',
    'discharge_nurse',
    'outpatient_nurse',
    'visiting_nurse',
    'care_manager',
  ],
  /** To decide the rule numbers of an area. */
  rule_making: ['admin', 'base_secretariat', 'council_secretariat'],
  administration: ['admin'],
  /** 消去: to destroy what is written of a person, for ever (個人情報保護法 22条, 35条). */
  person_erasing: ['admin'],
  /** 閲覧の記録の点検: to review who looked at what; a municipality's officer for its own institutions (G13). */
  read_auditing: ['admin', 'municipal_ltc_officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof CAPABILITIES;

export const can = (role: Role, capability: Capability): boolean =>
  (CAPABILITIES[capability] as readonly Role[]).includes(role);

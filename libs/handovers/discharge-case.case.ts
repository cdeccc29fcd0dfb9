import { command, defineCase, type Grants, type Route } from '#cases';
import { can } from '#kernel';
import { HandoverLookUps } from './commands/handover.look-ups.js';
import type { HandoverCommand } from './domain/handover.commands.js';
import type { HandoverEvent } from './domain/handover.events.js';
import { dischargeCase, type DischargeCase, type HandoverFound } from './domain/handover.js';
import * as from from './domain/handover.from.js';
import * as dto from './http/handovers.dto.js';

const asked = command<DischargeCase | null, HandoverEvent, HandoverLookUps>();
type Entry = Parameters<typeof asked<HandoverCommand, HandoverFound>>[0];

const looked = (entry: Omit<Entry, 'find' | 'decide' | 'explained'>) =>
  asked<HandoverCommand, HandoverFound>({
    ...entry,
    // What was done in time may be written down later: the decision judges by the moment, the table says what is offered now.
    explained: true,
    find: (look, said, state, ask, now) => look.find(said, state, ask, now),
    decide: dischargeCase.decide,
  });

const posted = (
  resource: string,
  body: Route['body'],
  summary: string,
  rest: Pick<Route, 'personal' | 'occurred'> = {},
): Route => ({ path: `handovers/:case/${resource}`, body, summary, ...rest });

const DOCUMENT = { personal: { handover_document: ['document'] } };

const HOSPITAL: Grants = { hospital: 'stay_keeping' };
const WRITERS: Grants = { hospital: 'handover_writing' };
const CARE_OFFICE: Grants = { care_office: 'care_management' };
/** The desk of the area names a care manager where the hospital cannot (visibility matrix, model.md 2.2). */
const HOSPITAL_OR_DESK: Grants = { ...HOSPITAL, area: 'desk_work' };
const REVIEWERS: Grants = { area: 'leak_review' };

/** 入退院支援ケース: one stay of one patient, from admission to the feedback (model.md 2.4). */
export const dischargeCaseKind = defineCase<DischargeCase | null, HandoverCommand, HandoverEvent, HandoverLookUps>({
  ...dischargeCase,
  tag: 'Handovers',
  states: [
    'NONE',
    'NOT_REQUIRED',
    'REQUIRED',
    'START_NOTIFIED',
    'SUBMITTED',
    'CLARIFYING',
    'REDIRECTING',
    'ACKNOWLEDGED',
    'MISSED',
    'RECOVERED',
    'LEAK_CONFIRMED',
    'FEEDBACK_RETURNED',
    'EXCLUDED',
  ],
  commands: {
    RegisterAdmission: looked({
      route: {
        path: 'handovers',
        body: dto.RegisterAdmissionBody,
        summary: '入院を登録する',
        occurred: 'admittedAt',
        personal: { admission_ward: ['ward'] },
      },
      begins: true,
      may: { anyone: 'admission' },
      // A hospital registers its own stays; a care office hears of one anywhere.
      allowed: ({ role, orgId }, said) =>
        can(role, 'care_management') || (said.type === 'RegisterAdmission' && said.hospital === orgId),
    }),
    IdentifyCareManager: looked({
      route: posted('care-manager', dto.NameCareManagerBody, '担当ケアマネジャーを確認する'),
      may: HOSPITAL_OR_DESK,
      from: from.withoutCareManager,
    }),
    ReassignCareManager: looked({
      route: posted('care-manager-changes', dto.NameCareManagerBody, '担当ケアマネジャーを変更する'),
      may: HOSPITAL_OR_DESK,
      from: from.withCareManager,
    }),
    ProvideAdmissionInformation: looked({
      route: posted('admission-information', dto.ProvideAdmissionInformationBody, '入院時情報を提供する'),
      may: CARE_OFFICE,
      from: from.uninformed,
    }),
    ScreenForDischargeSupport: looked({
      route: posted('screenings', dto.ScreenForDischargeSupportBody, '退院支援の要否を判定する'),
      may: HOSPITAL,
      from: from.unscreened,
    }),
    HoldFamilyInterview: looked({
      route: posted('family-interviews', dto.PlainBody, '家族面談を記録する'),
      may: HOSPITAL,
      from: from.live,
    }),
    StartDischargePlan: looked({
      route: posted('discharge-plans', dto.PlainBody, '退院支援計画の着手を記録する'),
      may: HOSPITAL,
      from: from.live,
    }),
    HoldDischargeConference: looked({
      route: posted('discharge-conferences', dto.PlainBody, 'カンファレンスを記録する'),
      may: HOSPITAL,
      from: from.live,
    }),
    PlanDischarge: looked({
      route: posted('planned-discharges', dto.PlanDischargeBody, '退院予定を決める・変える'),
      may: HOSPITAL,
      from: from.live,
    }),
    NotifyDischargeSupportStart: looked({
      route: posted('start-notices', dto.PlainBody, '退院支援開始を連絡する'),
      may: HOSPITAL,
      from: from.unnotified,
    }),
    SubmitHandover: looked({
      route: posted('documents', dto.HandoverDocumentBody, '引継書を送る', DOCUMENT),
      may: WRITERS,
      from: from.unsent,
    }),
    SupplementHandover: looked({
      route: posted('supplements', dto.HandoverDocumentBody, '引継書を補う', DOCUMENT),
      may: WRITERS,
      from: from.sent,
    }),
    AcknowledgeHandover: looked({
      route: posted('acknowledgements', dto.AcknowledgeHandoverBody, '引継書の受領を確認する'),
      may: CARE_OFFICE,
      from: from.unacknowledged,
    }),
    RequestHandoverClarification: looked({
      route: posted('clarifications', dto.RequestHandoverClarificationBody, '引継書について照会する', {
        personal: { clarification: ['text'] },
      }),
      may: CARE_OFFICE,
      from: from.submitted,
    }),
    ReturnHandover: looked({
      route: posted('returns', dto.ReturnHandoverBody, '引継書を宛先違いとして返す', {
        personal: { return_reason: ['reason'] },
      }),
      may: CARE_OFFICE,
      from: from.submitted,
    }),
    RecordDischarge: looked({
      route: posted('discharges', dto.RecordDischargeBody, '退院を記録する', { occurred: 'dischargedAt' }),
      may: HOSPITAL,
      from: from.inHospital,
    }),
    RecordTransfer: looked({
      route: posted('transfers', dto.RecordTransferBody, '転院を記録する', { occurred: 'on' }),
      may: HOSPITAL,
      from: from.inHospital,
    }),
    RecordDeath: looked({
      route: posted('deaths', dto.RecordDeathBody, '死亡退院を記録する', { occurred: 'on' }),
      may: HOSPITAL,
      from: from.alive,
    }),
    RelayCareManagerToNextHospital: looked({
      route: posted('relays', dto.PlainBody, '転院先へ担当ケアマネジャーを伝える'),
      may: HOSPITAL,
      from: from.transferred,
    }),
    ReturnPostDischargeFeedback: looked({
      route: posted('feedback', dto.ReturnPostDischargeFeedbackBody, '退院後情報を返す'),
      may: CARE_OFFICE,
      from: from.atHome,
    }),
    ClassifyLeak: looked({
      route: posted('leak-classifications', dto.ClassifyLeakBody, 'もれを分類する'),
      may: REVIEWERS,
      from: from.leaked,
    }),
    ExcludeFromSurvey: looked({
      route: posted('exclusions', dto.ExcludeFromSurveyBody, '集計から除外する'),
      may: REVIEWERS,
      from: from.notExcluded,
    }),
    CloseRecoveryWindow: looked({}),
  },
  events: {
    AdmissionRegistered: { version: 1 },
    CareManagerIdentified: { version: 1 },
    CareManagerReassigned: { version: 1 },
    AdmissionInformationProvided: { version: 1 },
    DischargeSupportScreened: { version: 1 },
    FamilyInterviewHeld: { version: 1 },
    DischargePlanStarted: { version: 1 },
    DischargeConferenceHeld: { version: 1 },
    DischargePlanned: { version: 1 },
    DischargeRescheduled: { version: 1 },
    DischargeSupportStartNotified: { version: 1 },
    DischargeHandoverSubmitted: { version: 1 },
    DischargeHandoverSupplemented: { version: 1 },
    DischargeHandoverAcknowledged: { version: 1 },
    HandoverClarificationRequested: { version: 1 },
    HandoverReturned: { version: 1 },
    PatientDischarged: { version: 1 },
    PatientTransferred: { version: 1 },
    PatientDied: { version: 1 },
    CareManagerRelayed: { version: 1 },
    DischargeHandoverMissed: { version: 1 },
    HandoverRecovered: { version: 1 },
    DischargeLeakConfirmed: { version: 1 },
    DischargeLeakClassified: { version: 1 },
    DischargeCaseExcluded: { version: 1 },
    PostDischargeFeedbackReturned: { version: 1 },
  },
  sees: {
    hospital: 'membership',
    care_office: 'membership',
    area: ['area_overview', 'desk_work'],
    escalated_area: 'desk_work',
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  // It is the desk's matter from the third step of a chase on: until then it reads how the case stands, and no text.
  board: { hospital: 'membership', care_office: 'membership', area: 'area_overview', escalated_area: 'desk_work' },
  withheld: { area: ['handover_document', 'clarification', 'return_reason', 'admission_ward'] },
  card: ({ version, plannedDischargeOn, stay, careLevel, leakCodes }) => ({
    version,
    plannedDischargeOn,
    stay,
    careLevel,
    leakCodes,
  }),
  steps: {
    admission_information: { by: ['ProvideAdmissionInformation'] },
    screening: { by: ['ScreenForDischargeSupport'] },
    family_interview: { by: ['HoldFamilyInterview'] },
    discharge_plan: { by: ['StartDischargePlan'] },
    discharge_conference: { by: ['HoldDischargeConference'] },
    planned_discharge: { by: ['PlanDischarge'] },
    discharge_record: { by: ['RecordDischarge', 'RecordTransfer', 'RecordDeath'] },
    start_notice: { by: ['NotifyDischargeSupportStart'] },
    handover_document: { by: ['SubmitHandover', 'SupplementHandover', 'ReassignCareManager'] },
    acknowledgement: { by: ['AcknowledgeHandover', 'RequestHandoverClarification', 'ReturnHandover'] },
    feedback: { by: ['ReturnPostDischargeFeedback'] },
  },
  texts: {
    templates: [
      'handover.chase',
      'handover.received',
      'handover.clarification',
      'handover.returned',
      'handover.planned_discharge',
      'handover.discharge_record',
    ],
    records: ['admission_ward', 'handover_document', 'clarification', 'return_reason'],
  },
  lookUps: HandoverLookUps,
  /** The recovery window (回復期間) of a missed handover is over: the case itself says whether that is a leak. */
  due: { job: 'recovery-window', command: () => ({ type: 'CloseRecoveryWindow' }) },
});

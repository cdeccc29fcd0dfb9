import { defineCase, entriesOf, type CommandIn, type Grants, type Route } from '#cases';
import { can, openKeys } from '#kernel';
import { HandoverLookUps } from './commands/handover.look-ups.js';
import {
  followCareManagerChange,
  identifyCareManager,
  provideAdmissionInformation,
  reassignCareManager,
  registerAdmission,
} from './domain/decide/admission.js';
import { resumeWithConsent } from './domain/decide/consent.js';
import * as discharge from './domain/decide/discharge.js';
import * as document from './domain/decide/document.js';
import * as leak from './domain/decide/leak.js';
import * as support from './domain/decide/support.js';
import { decided, type Decide } from './domain/decide/work.js';
import type { AnswerForReceiver, FollowCareManagerChange } from './domain/handover.commands.js';
import type { HandoverEvent } from './domain/handover.events.js';
import { dischargeCase, type DischargeCase } from './domain/handover.js';
import * as from from './domain/handover.from.js';
import * as order from './domain/handover.order.js';
import { HANDOVER_RULES } from './domain/handover.rules.js';
import * as dto from './http/handovers.dto.js';

const { begins, asked } = entriesOf<DischargeCase | null, HandoverEvent, HandoverLookUps>();
type Entry<C extends { readonly type: string }, Found> = Parameters<typeof asked<C, Found>>[0];

/** What was done in time may be written down later: the decision judges by the moment, the table says what is offered now. */
const later = <C extends { readonly type: string }, Found>({
  decide,
  ...entry
}: Omit<Entry<C, Found>, 'decide' | 'explained'> & { readonly decide: Decide<C, Found> }) =>
  asked<C, Found>({ ...entry, explained: true, decide: decided(decide) });

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

const commands = {
  RegisterAdmission: begins({
    route: {
      path: 'handovers',
      body: dto.RegisterAdmissionBody,
      summary: '入院を登録する',
      occurred: 'admittedAt',
      personal: { admission_ward: ['ward'] },
    },
    may: { anyone: 'admission' },
    // A hospital registers its own stays; a care office hears of one anywhere.
    allowed: ({ role, orgId }, said) => can(role, 'care_management') || said.hospital === orgId,
    find: (look, said, _none, ask, now) => look.beginning(said, ask, now),
    decide: registerAdmission,
  }),
  IdentifyCareManager: later({
    route: posted(
      'care-manager',
      dto.IdentifyCareManagerBody,
      '担当ケアマネジャーを確認する（書かなければ、台帳の担当）',
    ),
    may: HOSPITAL_OR_DESK,
    from: from.withoutCareManager,
    after: [order.ADMISSION],
    find: (look, { careManager }, { patient }, ask) => look.identifying(careManager, patient, ask),
    decide: identifyCareManager,
  }),
  ReassignCareManager: later({
    route: posted('care-manager-changes', dto.NameCareManagerBody, '担当ケアマネジャーを変更する'),
    may: HOSPITAL_OR_DESK,
    from: from.withCareManager,
    after: [order.ADMISSION, order.NAMING, order.ASKING],
    find: (look, { careManager }, _state, ask) => look.naming(careManager, ask),
    decide: reassignCareManager,
  }),
  ProvideAdmissionInformation: later({
    route: posted('admission-information', dto.ProvideAdmissionInformationBody, '入院時情報を提供する'),
    may: CARE_OFFICE,
    from: from.uninformed,
    after: [order.ADMISSION_DAY],
    find: (look, _said, state, ask) => look.careOffice(state, ask),
    decide: provideAdmissionInformation,
  }),
  ScreenForDischargeSupport: later({
    route: posted('screenings', dto.ScreenForDischargeSupportBody, '退院支援の要否を判定する'),
    may: HOSPITAL,
    from: from.unscreened,
    after: [order.ADMISSION],
    find: (look, _said, state, ask) => look.hospital(state, ask),
    decide: support.screenForDischargeSupport,
  }),
  HoldFamilyInterview: later({
    route: posted('family-interviews', dto.PlainBody, '家族面談を記録する'),
    may: HOSPITAL,
    from: from.live,
    after: [order.ADMISSION],
    decide: support.recorded('FamilyInterviewHeld'),
  }),
  StartDischargePlan: later({
    route: posted('discharge-plans', dto.PlainBody, '退院支援計画の着手を記録する'),
    may: HOSPITAL,
    from: from.live,
    after: [order.ADMISSION],
    decide: support.recorded('DischargePlanStarted'),
  }),
  HoldDischargeConference: later({
    route: posted('discharge-conferences', dto.PlainBody, 'カンファレンスを記録する'),
    may: HOSPITAL,
    from: from.live,
    after: [order.ADMISSION],
    decide: support.recorded('DischargeConferenceHeld'),
  }),
  PlanDischarge: later({
    route: posted('planned-discharges', dto.PlanDischargeBody, '退院予定を決める・変える'),
    may: HOSPITAL,
    from: from.live,
    after: [order.ADMISSION],
    find: (look, _said, state, ask) => look.both(state, ask),
    decide: support.planDischarge,
  }),
  NotifyDischargeSupportStart: later({
    route: posted('start-notices', dto.PlainBody, '退院支援開始を連絡する'),
    may: HOSPITAL,
    from: from.unnotified,
    after: [order.ADMISSION],
    decide: support.notifyDischargeSupportStart,
  }),
  SubmitHandover: later({
    route: posted('documents', dto.HandoverDocumentBody, '引継書を送る', DOCUMENT),
    may: WRITERS,
    from: from.unsent,
    after: [order.ADMISSION, order.SENDING, order.ASKING],
    find: (look, _said, state, ask, now) => look.sending(state, ask, now),
    decide: document.submitHandover,
  }),
  SupplementHandover: later({
    route: posted('supplements', dto.HandoverDocumentBody, '引継書を補う', DOCUMENT),
    may: WRITERS,
    from: from.sent,
    after: [order.SENDING, order.ASKING],
    find: (look, _said, state, ask, now) => look.sending(state, ask, now),
    decide: document.supplementHandover,
  }),
  AcknowledgeHandover: later({
    route: posted('acknowledgements', dto.AcknowledgeHandoverBody, '引継書の受領を確認する'),
    may: CARE_OFFICE,
    from: from.unacknowledged,
    after: [order.SENDING, order.ASKING],
    find: (look, _said, state, ask) => look.careOffice(state, ask),
    decide: document.acknowledgeHandover,
  }),
  RequestHandoverClarification: later({
    route: posted('clarifications', dto.RequestHandoverClarificationBody, '引継書について照会する', {
      personal: { clarification: ['text'] },
    }),
    may: CARE_OFFICE,
    from: from.submitted,
    after: [order.SENDING],
    find: (look, _said, state, ask) => look.hospital(state, ask),
    decide: document.requestHandoverClarification,
  }),
  ReturnHandover: later({
    route: posted('returns', dto.ReturnHandoverBody, '引継書を宛先違いとして返す', {
      personal: { return_reason: ['reason'] },
    }),
    may: CARE_OFFICE,
    from: from.submitted,
    after: [order.SENDING],
    find: (look, _said, state, ask) => look.hospital(state, ask),
    decide: document.returnHandover,
  }),
  DeliverHandoverOnPaper: later({
    route: posted('paper-deliveries', dto.PlainBody, '引継書を紙・電話で届けたことを記録する'),
    may: HOSPITAL,
    from: from.unacknowledged,
    after: [order.SENDING],
    find: (look, _said, state, ask, now) => look.sending(state, ask, now),
    decide: document.deliverOnPaper,
  }),
  AnswerForReceiver: later({
    edge: true,
    may: { ...CARE_OFFICE, hospital: 'reply_recording', area: 'reply_recording' },
    from: from.unacknowledged,
    after: [order.SENDING, order.ASKING],
    find: (look, _said: AnswerForReceiver, state, ask) => look.both(state, ask),
    decide: document.answerForReceiver,
  }),
  RecordDischarge: later({
    route: posted('discharges', dto.RecordDischargeBody, '退院を記録する', { occurred: 'dischargedAt' }),
    may: HOSPITAL,
    from: from.inHospital,
    after: [order.ADMISSION],
    find: (look, _said, state, ask) => look.leaving(state, ask),
    decide: discharge.recordDischarge,
  }),
  RecordTransfer: later({
    route: posted('transfers', dto.RecordTransferBody, '転院を記録する', { occurred: 'on' }),
    may: HOSPITAL,
    from: from.inHospital,
    after: [order.ADMISSION_DAY],
    find: (look, said, state, ask) => look.transferring(said, state, ask),
    decide: discharge.recordTransfer,
  }),
  RecordDeath: later({
    route: posted('deaths', dto.RecordDeathBody, '死亡退院を記録する', { occurred: 'on' }),
    may: HOSPITAL,
    from: from.alive,
    after: [order.ADMISSION_DAY, order.DISCHARGE_DAY, order.TRANSFER_DAY],
    find: (look, _said, state, ask) => look.besideStays(state, ask),
    decide: discharge.recordDeath,
  }),
  RelayCareManagerToNextHospital: later({
    route: posted('relays', dto.PlainBody, '転院先へ担当ケアマネジャーを伝える'),
    may: HOSPITAL,
    from: from.transferred,
    after: [order.TRANSFER_DAY],
    decide: discharge.relayCareManagerToNextHospital,
  }),
  ReturnPostDischargeFeedback: later({
    route: posted('feedback', dto.ReturnPostDischargeFeedbackBody, '退院後情報を返す'),
    may: CARE_OFFICE,
    from: from.atHome,
    after: [order.DISCHARGE],
    decide: discharge.returnPostDischargeFeedback,
  }),
  ClassifyLeak: later({
    route: posted('leak-classifications', dto.ClassifyLeakBody, 'もれを分類する'),
    may: REVIEWERS,
    from: from.leaked,
    after: [order.DISCHARGE],
    decide: leak.classifyLeak,
  }),
  ExcludeFromSurvey: later({
    route: posted('exclusions', dto.ExcludeFromSurveyBody, '集計から除外する'),
    may: REVIEWERS,
    from: from.notExcluded,
    after: [order.ADMISSION],
    decide: leak.excludeFromSurvey,
  }),
  FollowCareManagerChange: later({
    workers: true,
    find: (look, { careManager }: FollowCareManagerChange, _state, ask) => look.following(careManager, ask),
    decide: followCareManagerChange,
  }),
  ResumeWithConsent: later({
    workers: true,
    find: (look, _said, state, ask, now) => look.resuming(state, ask, now),
    decide: resumeWithConsent,
  }),
  CloseRecoveryWindow: later({ workers: true, decide: leak.closeRecoveryWindow }),
};

export type HandoverCommand = CommandIn<typeof commands>;

/** 入退院支援ケース: one stay of one patient, from admission to the feedback (model.md 2.4). */
export const dischargeCaseKind = defineCase({
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
  commands,
  events: {
    AdmissionRegistered: { version: 1 },
    CareManagerIdentified: { version: 1 },
    CareManagerReassigned: { version: 1 },
    CareManagerChangeNoted: { version: 1 },
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
    HandoverDeliveredOnPaper: { version: 1 },
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
    DischargeCaseResumed: { version: 1 },
    PostDischargeFeedbackReturned: { version: 1 },
  },
  across: ['hospital', 'care_office'],
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
  withheld: {
    area: ['handover_document', 'clarification', 'return_reason', 'told_by', 'admission_ward', 'patient_address'],
  },
  // What was missed can still be made good, and is looked into, though nobody owes it any more.
  isOver: ({ handover, duties }) => handover !== 'MISSED' && openKeys(duties).length === 0,
  contact: ({ hospital }) => hospital,
  ward: { record: 'admission_ward', field: 'ward' },
  card: ({ version, plannedDischargeOn, stay, careLevel, leakCodes }) => ({
    version,
    plannedDischargeOn,
    stay,
    careLevel,
    leakCodes,
  }),
  rules: HANDOVER_RULES,
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
    acknowledgement: {
      by: ['AcknowledgeHandover', 'RequestHandoverClarification', 'ReturnHandover', 'AnswerForReceiver'],
    },
    feedback: { by: ['ReturnPostDischargeFeedback'] },
  },
  texts: {
    templates: [
      'handover.chase',
      'handover.received',
      'handover.clarification',
      'handover.returned',
      'handover.care_manager_changed',
      'handover.care_manager_differs',
      'handover.resumed',
      'handover.planned_discharge',
      'handover.discharge_record',
    ],
    records: ['admission_ward', 'handover_document', 'clarification', 'return_reason', 'told_by'],
  },
  lookUps: HandoverLookUps,
  /** The recovery window (回復期間) of a missed handover is over: the case itself says whether that is a leak. */
  due: { job: 'recovery-window', command: () => ({ type: 'CloseRecoveryWindow' }) },
});

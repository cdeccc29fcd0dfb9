import type { ja } from '../i18n/ja/index.ts';
import type { CommandName, Me, Role, Row, Timeline } from '../api/types.ts';

const HOSPITAL: readonly Role[] = ['discharge_nurse', 'ward_nurse', 'msw', 'liaison_manager'];
const WRITERS: readonly Role[] = ['discharge_nurse', 'msw'];
const CARE_OFFICE: readonly Role[] = ['care_manager', 'office_manager'];
const DESK: readonly Role[] = ['coordinator', 'base_secretariat'];
const CLINIC: readonly Role[] = ['primary_physician', 'secondary_physician', 'clinic_staff'];

/** Commands that fulfil something owed: they stand on the board. */
export type Fulfilling = keyof typeof ja.short;

const STEP_COMMANDS: Record<string, Fulfilling> = {
  admission_information: 'ProvideAdmissionInformation',
  screening: 'ScreenForDischargeSupport',
  family_interview: 'HoldFamilyInterview',
  discharge_plan: 'StartDischargePlan',
  discharge_conference: 'HoldDischargeConference',
  start_notice: 'NotifyDischargeSupportStart',
  handover_document: 'SubmitHandover',
  acknowledgement: 'AcknowledgeHandover',
  feedback: 'ReturnPostDischargeFeedback',
  first_action: 'RecordConsultationAction',
  reply: 'RecordConsultationAction',
  long_open: 'CloseConsultation',
  planned_discharge: 'PlanDischarge',
  discharge_record: 'RecordDischarge',
  assignment: 'AssignBackupManually',
  completion: 'CompleteBackup',
  hand_back: 'HandBackToPrimary',
  hand_back_acknowledgement: 'AcknowledgeHandback',
};

/** The command that fulfils what is owed. */
export function commandOf({ step, caseState }: Pick<Row, 'step' | 'caseState'>): Fulfilling | undefined {
  if (step === 'handover_document' && caseState === 'CLARIFYING') return 'SupplementHandover';
  if (step === 'handover_document' && caseState === 'REDIRECTING') return 'ReassignCareManager';
  if (step === 'reply' && caseState === 'REFERRED') return 'AcceptReferral';
  return STEP_COMMANDS[step];
}

/** Rarely needed, or not to be pressed by mistake: they stand apart. */
const APART = new Set<CommandName>([
  'IdentifyCareManager',
  'ReassignCareManager',
  'RecordTransfer',
  'RecordDeath',
  'ReturnHandover',
  'ClassifyLeak',
  'ExcludeFromSurvey',
  'ReferConsultation',
  'WithdrawAcceptance',
  'CancelBackup',
  'DivertToEmergencyServices',
]);

export interface Actions {
  /** Most pressing first. */
  readonly main: readonly CommandName[];
  readonly apart: readonly CommandName[];
}

/** What this person can do in this state. The server decides; this only spares people buttons that must fail. */
export function actionsOf(timeline: Timeline, me: Me): Actions {
  const possible = possibleIn(timeline, me);
  const owed: (CommandName | undefined)[] = timeline.obligations
    .filter(({ mine, state }) => mine && state !== 'met' && state !== 'cancelled')
    .map((row) => commandOf({ ...row, caseState: timeline.state }));
  const first = possible.filter((command) => owed.includes(command));
  const rest = possible.filter((command) => !first.includes(command));
  return {
    main: [...first, ...rest.filter((command) => !APART.has(command))],
    apart: rest.filter((command) => APART.has(command)),
  };
}

function possibleIn(timeline: Timeline, me: Me): CommandName[] {
  switch (timeline.about.kind) {
    case 'discharge_case':
      return [...(HOSPITAL.includes(me.role) ? ofHospital(timeline, me) : []), ...ofOthers(timeline, me)];
    case 'consultation':
      return DESK.includes(me.role) ? ofDesk(timeline) : [];
    case 'backup_request':
      return ofBackup(timeline, me);
    default:
      return [];
  }
}

const when = (holds: boolean, ...commands: CommandName[]): CommandName[] => (holds ? commands : []);
const happened = ({ entries }: Timeline, ...types: string[]): boolean =>
  entries.some(({ type }) => types.includes(type));

const isOver = ({ state }: Timeline): boolean => ['LEAK_CONFIRMED', 'FEEDBACK_RETURNED', 'EXCLUDED'].includes(state);
const isInHospital = (timeline: Timeline): boolean =>
  !happened(timeline, 'PatientDischarged', 'PatientTransferred', 'PatientDied');

const hasCareManager = (timeline: Timeline): boolean =>
  happened(timeline, 'CareManagerIdentified', 'CareManagerReassigned') ||
  timeline.entries.some(
    ({ type, details }) =>
      type === 'AdmissionRegistered' && (details['pattern'] === 'A' || details['careManager'] !== undefined),
  );

export const handoverVersion = ({ entries }: Timeline): number =>
  entries.reduce(
    (latest, { type, details }) =>
      type === 'DischargeHandoverSubmitted' || type === 'DischargeHandoverSupplemented'
        ? Math.max(latest + 1, Number(details['version'] ?? 0))
        : latest,
    0,
  );

function ofHospital(timeline: Timeline, { role }: Me): CommandName[] {
  const { state } = timeline;
  const live = isInHospital(timeline) && !isOver(timeline);
  const needed = live && state !== 'NOT_REQUIRED';
  const sent = handoverVersion(timeline) > 0;
  const writes = WRITERS.includes(role);
  const first = ['NONE', 'REQUIRED', 'START_NOTIFIED'].includes(state) || (state === 'MISSED' && !sent);
  const again = ['CLARIFYING', 'SUBMITTED', 'MISSED'].includes(state) && sent;
  return [
    ...when(live && (state === 'NONE' || state === 'NOT_REQUIRED'), 'ScreenForDischargeSupport'),
    ...when(live, 'PlanDischarge'),
    ...when(needed && !sent && !happened(timeline, 'DischargeSupportStartNotified'), 'NotifyDischargeSupportStart'),
    ...when(writes && first, 'SubmitHandover'),
    ...when(writes && again, 'SupplementHandover'),
    ...when(needed && !happened(timeline, 'FamilyInterviewHeld'), 'HoldFamilyInterview'),
    ...when(needed && !happened(timeline, 'DischargePlanStarted'), 'StartDischargePlan'),
    ...when(needed && !happened(timeline, 'DischargeConferenceHeld'), 'HoldDischargeConference'),
    ...when(isInHospital(timeline), 'RecordDischarge'),
    ...when(!isOver(timeline), hasCareManager(timeline) ? 'ReassignCareManager' : 'IdentifyCareManager'),
    ...when(isInHospital(timeline), 'RecordTransfer', 'RecordDeath'),
    ...when(happened(timeline, 'PatientTransferred'), 'RelayCareManagerToNextHospital'),
  ];
}

function ofOthers(timeline: Timeline, { role }: Me): CommandName[] {
  const { state } = timeline;
  if (CARE_OFFICE.includes(role)) {
    const late = state === 'MISSED' && handoverVersion(timeline) > 0;
    const discharged = happened(timeline, 'PatientDischarged');
    return [
      ...when(state === 'SUBMITTED' || late, 'AcknowledgeHandover'),
      ...when(state === 'SUBMITTED', 'RequestHandoverClarification', 'ReturnHandover'),
      ...when(!isOver(timeline) && !happened(timeline, 'AdmissionInformationProvided'), 'ProvideAdmissionInformation'),
      ...when(discharged && (state === 'ACKNOWLEDGED' || state === 'RECOVERED'), 'ReturnPostDischargeFeedback'),
    ];
  }
  if (!DESK.includes(role) && role !== 'health_centre_officer') return [];
  return [
    ...when(state === 'MISSED' || state === 'LEAK_CONFIRMED', 'ClassifyLeak'),
    ...when(
      DESK.includes(role) && !isOver(timeline),
      hasCareManager(timeline) ? 'ReassignCareManager' : 'IdentifyCareManager',
    ),
    ...when(state !== 'EXCLUDED', 'ExcludeFromSurvey'),
  ];
}

function ofDesk(timeline: Timeline): CommandName[] {
  const { state, obligations } = timeline;
  if (state === 'CLOSED') return ['ReopenConsultation'];
  const asked = state === 'REFERRED' && obligations.some(({ mine, step }) => mine && step === 'reply');
  const working = state === 'IN_PROGRESS' || state === 'WAITING_REPLY';
  return [
    ...when(asked, 'AcceptReferral', 'DeclineReferral'),
    'RecordConsultationAction',
    ...when(happened(timeline, 'ConsultationActionRecorded'), 'CloseConsultation'),
    ...when(working, 'AnswerConsultation', 'AwaitReply'),
    ...when(state === 'RECEIVED' || state === 'TRIAGED', 'TriageConsultation'),
    ...when(state !== 'REFERRED', 'ReferConsultation'),
  ];
}

function ofBackup(timeline: Timeline, me: Me): CommandName[] {
  const { state, obligations, entries } = timeline;
  const under = ['ACCEPTED', 'DEPARTED', 'ARRIVED', 'MANUALLY_ASSIGNED'].includes(state);
  const before = under || ['REQUESTED', 'OFFERING', 'EXHAUSTED'].includes(state);
  const base = me.role === 'base_secretariat';
  const clinic = CLINIC.includes(me.role);
  const taken = entries.findLast(({ type }) => type === 'EmergencyBackupAccepted' || type === 'BackupAssignedManually');
  const acceptor =
    clinic &&
    taken !== undefined &&
    (taken.details['organization'] === me.organization.id ||
      ('name' in taken.actor && taken.actor.name === me.name && taken.type === 'EmergencyBackupAccepted'));
  const offered = obligations.some(({ mine, step, state: at }) => mine && step === 'offer' && at === 'open');
  const primary = clinic && !acceptor && !offered;
  return [
    ...when(offered, 'AcceptBackup', 'DeclineBackup'),
    ...when(acceptor && (state === 'ACCEPTED' || state === 'MANUALLY_ASSIGNED'), 'RecordDeparture'),
    ...when(acceptor && under && state !== 'ARRIVED', 'RecordArrival'),
    ...when(acceptor && under, 'CompleteBackup'),
    ...when(acceptor && state === 'COMPLETED', 'HandBackToPrimary'),
    ...when(primary && state === 'REPORTED', 'AcknowledgeHandback'),
    ...when(base && (state === 'EXHAUSTED' || state === 'OFFERING'), 'AssignBackupManually'),
    ...when(acceptor && under && state !== 'ARRIVED', 'WithdrawAcceptance'),
    ...when((primary || base) && before, 'DivertToEmergencyServices', 'CancelBackup'),
  ];
}

import type { CommandName } from '../api/types.ts';
import type { Dictionary } from '../i18n/index.tsx';

type Codes = keyof Dictionary['codes'];
type FieldName = keyof Dictionary['field'];
type HintName = keyof Dictionary['hint'];

interface Common {
  readonly name: FieldName;
  readonly required?: boolean;
  readonly hint?: HintName;
}
export type FieldDefinition = Common &
  (
    | { readonly as: 'choice' | 'choices'; readonly codes: Codes; readonly most?: number; readonly initial?: string }
    /** Each choice becomes a true in an object, as the screening criteria. */
    | { readonly as: 'marks'; readonly codes: Codes }
    | { readonly as: 'text' | 'date' | 'moment' | 'number' }
    | { readonly as: 'long'; readonly rows?: number }
    | { readonly as: 'patient' }
    | { readonly as: 'organization'; readonly kind?: string }
    | { readonly as: 'user'; readonly role: string }
  );

export interface CommandForm {
  readonly path: (id: string) => string;
  readonly fields: readonly FieldDefinition[];
  /** Whether it can be said later that it happened earlier. */
  readonly backdated?: boolean;
}

const form = (resource: string, fields: readonly FieldDefinition[] = [], backdated = true): CommandForm => ({
  path: (id) => resource.replace(':id', id),
  fields,
  backdated,
});

const handover = (part: string, ...rest: [fields?: readonly FieldDefinition[], backdated?: boolean]) =>
  form(`handovers/:id/${part}`, ...rest);
const consultation = (part: string, ...rest: [fields?: readonly FieldDefinition[], backdated?: boolean]) =>
  form(`consultations/:id/${part}`, ...rest);
const backup = (part: string, ...rest: [fields?: readonly FieldDefinition[], backdated?: boolean]) =>
  form(`backup-requests/:id/${part}`, ...rest);

const careManager: FieldDefinition = { name: 'careManager', as: 'user', role: 'care_manager', required: true };
const destination: FieldDefinition = {
  name: 'destination',
  as: 'choice',
  codes: 'destination',
  required: true,
  initial: 'home',
};

/** Commands whose whole form is a list of fields. The others have a page of their own. */
export const FORMS: Partial<Record<CommandName, CommandForm>> = {
  RegisterAdmission: form(
    'handovers',
    [
      { name: 'patient', as: 'patient', required: true },
      { name: 'hospital', as: 'organization', kind: 'hospital', required: true },
      { name: 'admittedAt', as: 'moment', required: true },
      { name: 'admissionKind', as: 'choice', codes: 'admissionKind', required: true },
      { name: 'careLevel', as: 'choice', codes: 'careLevel' },
      { name: 'careManager', as: 'user', role: 'care_manager' },
      { name: 'ward', as: 'text', hint: 'ward' },
    ],
    false,
  ),
  IdentifyCareManager: handover('care-manager', [careManager]),
  ReassignCareManager: handover('care-manager-changes', [careManager]),
  ProvideAdmissionInformation: handover('admission-information', [
    { name: 'channel', as: 'choice', codes: 'informationChannel', required: true },
  ]),
  ScreenForDischargeSupport: handover('screenings', [
    { name: 'criteria', as: 'marks', codes: 'criterion', hint: 'criteria' },
  ]),
  HoldFamilyInterview: handover('family-interviews'),
  StartDischargePlan: handover('discharge-plans'),
  HoldDischargeConference: handover('discharge-conferences'),
  PlanDischarge: handover('planned-discharges', [
    { name: 'plannedDischargeOn', as: 'date', required: true },
    destination,
  ]),
  NotifyDischargeSupportStart: handover('start-notices'),
  RequestHandoverClarification: handover('clarifications', [
    { name: 'text', as: 'long', required: true, hint: 'clarification' },
  ]),
  ReturnHandover: handover('returns', [{ name: 'reason', as: 'long', required: true, hint: 'returnReason' }]),
  RecordDischarge: handover('discharges', [{ name: 'dischargedAt', as: 'moment', required: true }, destination], false),
  RecordTransfer: handover(
    'transfers',
    [
      { name: 'on', as: 'date', required: true },
      { name: 'toHospital', as: 'organization', kind: 'hospital' },
    ],
    false,
  ),
  RecordDeath: handover('deaths', [{ name: 'on', as: 'date', required: true }], false),
  RelayCareManagerToNextHospital: handover('relays'),
  ReturnPostDischargeFeedback: handover('feedback', [
    { name: 'quality', as: 'choice', codes: 'feedbackQuality', required: true },
  ]),
  ClassifyLeak: handover('leak-classifications', [{ name: 'codes', as: 'choices', codes: 'leak', required: true }]),
  ExcludeFromSurvey: handover('exclusions', [{ name: 'code', as: 'choice', codes: 'exclusion', required: true }]),

  TriageConsultation: consultation('triages', [
    { name: 'urgency', as: 'choice', codes: 'consultationUrgency', required: true },
  ]),
  RecordConsultationAction: consultation('actions', [
    { name: 'kind', as: 'choice', codes: 'actionKind', required: true, initial: 'information' },
    { name: 'note', as: 'long' },
    { name: 'minutes', as: 'number', required: true },
    { name: 'toOrganization', as: 'organization' },
  ]),
  AwaitReply: consultation('awaited-replies', [{ name: 'until', as: 'date', hint: 'until' }]),
  ReferConsultation: consultation('referrals', [{ name: 'to', as: 'organization', kind: 'help_desk', required: true }]),
  AcceptReferral: consultation('referral-acceptances'),
  DeclineReferral: consultation('referral-refusals', [{ name: 'reason', as: 'long' }]),
  AnswerConsultation: consultation('answers'),
  ReopenConsultation: consultation('reopenings', [{ name: 'reason', as: 'long', required: true }]),

  RequestEmergencyBackup: form(
    'backup-requests',
    [
      { name: 'patient', as: 'patient', required: true },
      { name: 'urgency', as: 'choice', codes: 'backupUrgency', required: true, initial: 'immediate' },
      { name: 'reason', as: 'choice', codes: 'backupReason', required: true },
      { name: 'need', as: 'choices', codes: 'backupNeed', required: true },
      { name: 'summary', as: 'long', required: true, hint: 'backupSummary' },
    ],
    false,
  ),
  WithdrawAcceptance: backup('withdrawals', [], false),
  CancelBackup: backup('cancellations', [{ name: 'reason', as: 'long', required: true }], false),
  RecordDeparture: backup('departures'),
  RecordArrival: backup('arrivals'),
  CompleteBackup: backup('completions', [{ name: 'outcome', as: 'choice', codes: 'backupOutcome', required: true }]),
  HandBackToPrimary: backup('hand-backs', [{ name: 'text', as: 'long', rows: 8, required: true, hint: 'handBack' }]),
  AcknowledgeHandback: backup('hand-back-acknowledgements'),
  AssignBackupManually: backup('assignments', [{ name: 'organization', as: 'organization', required: true }], false),
  DivertToEmergencyServices: backup('diversions'),
};

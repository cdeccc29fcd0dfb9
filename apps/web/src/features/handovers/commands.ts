import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();
const careManager = { as: 'user', role: 'care_manager', required: true } as const;
const destination = { as: 'choice', codes: 'destination', required: true, initial: 'home' } as const;

const documentForm = async () => (await import('./pages/document-form.tsx')).DocumentForm;

export const commands: Feature['commands'] = {
  RegisterAdmission: {
    begins: '/handovers/new',
    page: async () => (await import('./pages/register.tsx')).RegisterPage,
  },
  ProvideAdmissionInformation: {
    form: form('ProvideAdmissionInformation', {
      channel: { as: 'choice', codes: 'informationChannel', required: true },
    }),
  },
  ScreenForDischargeSupport: {
    form: form('ScreenForDischargeSupport', { criteria: { as: 'marks', codes: 'criterion', hint: 'criteria' } }),
  },
  AcknowledgeHandover: { page: async () => (await import('./pages/acknowledge.tsx')).Acknowledge },
  DeliverHandoverOnPaper: {
    page: async () => (await import('./pages/deliver-on-paper.tsx')).DeliverOnPaper,
    apart: true,
  },
  SupplementHandover: { page: documentForm },
  SubmitHandover: { page: documentForm },
  PlanDischarge: {
    form: form('PlanDischarge', { plannedDischargeOn: { as: 'date', required: true }, destination }),
  },
  NotifyDischargeSupportStart: { form: form('NotifyDischargeSupportStart', {}) },
  HoldFamilyInterview: { form: form('HoldFamilyInterview', {}) },
  StartDischargePlan: { form: form('StartDischargePlan', {}) },
  HoldDischargeConference: { form: form('HoldDischargeConference', {}) },
  RequestHandoverClarification: {
    form: form('RequestHandoverClarification', { text: { as: 'long', required: true, hint: 'clarification' } }),
  },
  RecordDischarge: {
    form: form('RecordDischarge', { dischargedAt: { as: 'moment', required: true }, destination }, false),
  },
  ReturnPostDischargeFeedback: {
    form: form('ReturnPostDischargeFeedback', { quality: { as: 'choice', codes: 'feedbackQuality', required: true } }),
  },
  RelayCareManagerToNextHospital: { form: form('RelayCareManagerToNextHospital', {}) },
  IdentifyCareManager: { form: form('IdentifyCareManager', { careManager }), apart: true },
  ReassignCareManager: { form: form('ReassignCareManager', { careManager }), apart: true },
  ReturnHandover: {
    form: form('ReturnHandover', { reason: { as: 'long', required: true, hint: 'returnReason' } }),
    apart: true,
  },
  RecordTransfer: {
    form: form(
      'RecordTransfer',
      {
        on: { as: 'date', required: true },
        toHospital: { as: 'organization', kinds: ['hospital'], another: true },
      },
      false,
    ),
    apart: true,
  },
  RecordDeath: { form: form('RecordDeath', { on: { as: 'date', required: true } }, false), apart: true },
  ClassifyLeak: {
    form: form('ClassifyLeak', { codes: { as: 'choices', codes: 'leak', required: true } }),
    apart: true,
  },
  ExcludeFromSurvey: {
    form: form('ExcludeFromSurvey', { code: { as: 'choice', codes: 'exclusion', required: true } }),
    apart: true,
  },
};

export const steps: Feature['steps'] = {
  admission_information: ['ProvideAdmissionInformation'],
  screening: ['ScreenForDischargeSupport'],
  family_interview: ['HoldFamilyInterview'],
  discharge_plan: ['StartDischargePlan'],
  discharge_conference: ['HoldDischargeConference'],
  planned_discharge: ['PlanDischarge'],
  discharge_record: ['RecordDischarge'],
  start_notice: ['NotifyDischargeSupportStart'],
  handover_document: ['SubmitHandover', 'SupplementHandover'],
  'handover_document#answer': ['SupplementHandover'],
  'handover_document#redirect': ['ReassignCareManager', 'SupplementHandover'],
  acknowledgement: ['AcknowledgeHandover'],
  feedback: ['ReturnPostDischargeFeedback'],
};

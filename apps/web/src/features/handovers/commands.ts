import type { Feature } from '../../feature.ts';

const documentForm = async () => (await import('./pages/document-form.tsx')).DocumentForm;

export const commands: Feature['commands'] = {
  RegisterAdmission: {
    begins: '/handovers/new',
    page: async () => (await import('./pages/register.tsx')).RegisterPage,
  },
  ProvideAdmissionInformation: { form: true },
  ScreenForDischargeSupport: { form: true },
  AcknowledgeHandover: { page: async () => (await import('./pages/acknowledge.tsx')).Acknowledge },
  DeliverHandoverOnPaper: {
    page: async () => (await import('./pages/deliver-on-paper.tsx')).DeliverOnPaper,
    apart: true,
  },
  SupplementHandover: { page: documentForm },
  SubmitHandover: { page: documentForm },
  PlanDischarge: { form: true },
  NotifyDischargeSupportStart: { form: true },
  HoldFamilyInterview: { form: true },
  StartDischargePlan: { form: true },
  HoldDischargeConference: { form: true },
  RequestHandoverClarification: { form: true },
  RecordDischarge: { form: true },
  ReturnPostDischargeFeedback: { form: true },
  RelayCareManagerToNextHospital: { form: true },
  IdentifyCareManager: { form: true, apart: true },
  ReassignCareManager: { form: true, apart: true },
  ReturnHandover: { form: true, apart: true },
  RecordTransfer: { form: true, apart: true },
  RecordDeath: { form: true, apart: true },
  ClassifyLeak: { form: true, apart: true },
  ExcludeFromSurvey: { form: true, apart: true },
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

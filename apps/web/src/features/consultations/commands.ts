import type { Feature } from '../../feature.ts';

export const commands: Feature['commands'] = {
  LogConsultation: { begins: '/consultations/new', page: async () => (await import('./pages/log.tsx')).LogPage },
  AcceptReferral: { form: true },
  DeclineReferral: { form: true },
  RecordConsultationAction: { form: true },
  CloseConsultation: { page: async () => (await import('./pages/close.tsx')).CloseForm },
  AnswerConsultation: { form: true },
  AwaitReply: { form: true },
  TriageConsultation: { form: true },
  ReopenConsultation: { form: true },
  ReferConsultation: { page: async () => (await import('./pages/refer.tsx')).ReferForm, apart: true },
  WithdrawConsultation: { form: true, apart: true },
  UndoMerge: { form: true },
  LinkConsultation: { page: async () => (await import('./pages/relate.tsx')).LinkForm, apart: true },
  UnlinkConsultation: { page: async () => (await import('./pages/relate.tsx')).UnlinkForm, apart: true },
  MergeConsultations: { page: async () => (await import('./pages/relate.tsx')).MergeForm, apart: true },
  SplitConsultation: { form: true, apart: true },
};

export const steps: Feature['steps'] = {
  first_action: ['RecordConsultationAction'],
  reply: ['AcceptReferral', 'RecordConsultationAction'],
  long_open: ['CloseConsultation', 'RecordConsultationAction'],
};

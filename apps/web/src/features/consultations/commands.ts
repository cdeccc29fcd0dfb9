import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  LogConsultation: { begins: '/consultations/new', page: async () => (await import('./pages/log.tsx')).LogPage },
  AcceptReferral: { form: form('AcceptReferral', {}) },
  DeclineReferral: { form: form('DeclineReferral', { reason: { as: 'long' } }) },
  RecordConsultationAction: {
    form: form('RecordConsultationAction', {
      kind: { as: 'choice', codes: 'actionKind', required: true, initial: 'information' },
      sharedNote: { as: 'long', hint: 'sharedNote' },
      note: { as: 'long', hint: 'note' },
      minutes: { as: 'number', required: true },
      toOrganization: { as: 'organization' },
    }),
  },
  CloseConsultation: { page: async () => (await import('./pages/close.tsx')).CloseForm },
  AnswerConsultation: {
    form: form('AnswerConsultation', { answer: { as: 'long', hint: 'answer' }, note: { as: 'long', hint: 'note' } }),
  },
  AwaitReply: { form: form('AwaitReply', { until: { as: 'date', hint: 'until' } }) },
  TriageConsultation: {
    form: form('TriageConsultation', { urgency: { as: 'choice', codes: 'urgency', required: true } }),
  },
  ReopenConsultation: { form: form('ReopenConsultation', { reason: { as: 'long', required: true } }) },
  ReferConsultation: { page: async () => (await import('./pages/refer.tsx')).ReferForm, apart: true },
  WithdrawConsultation: {
    form: form('WithdrawConsultation', { reason: { as: 'long', required: true, hint: 'withdrawn' } }),
    apart: true,
  },
  UndoMerge: { form: form('UndoMerge', {}) },
  LinkConsultation: { page: async () => (await import('./pages/relate.tsx')).LinkForm, apart: true },
  UnlinkConsultation: { page: async () => (await import('./pages/relate.tsx')).UnlinkForm, apart: true },
  MergeConsultations: { page: async () => (await import('./pages/relate.tsx')).MergeForm, apart: true },
  SplitConsultation: {
    form: form('SplitConsultation', {
      summary: { as: 'long', required: true, hint: 'split' },
      scene: { as: 'choice', codes: 'scene', required: true },
      topics: { as: 'choices', codes: 'topic', required: true },
      urgency: { as: 'choice', codes: 'urgency' },
    }),
    apart: true,
  },
};

export const steps: Feature['steps'] = {
  first_action: ['RecordConsultationAction'],
  reply: ['AcceptReferral', 'RecordConsultationAction'],
  long_open: ['CloseConsultation', 'RecordConsultationAction'],
};

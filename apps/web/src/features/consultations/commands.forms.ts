import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const forms: Forms = {
  AcceptReferral: form('AcceptReferral', {}),
  DeclineReferral: form('DeclineReferral', { reason: { as: 'long' } }),
  RecordConsultationAction: form('RecordConsultationAction', {
    kind: { as: 'choice', codes: 'actionKind', required: true, initial: 'information' },
    sharedNote: { as: 'long', hint: 'sharedNote' },
    note: { as: 'long', hint: 'note' },
    minutes: { as: 'number', required: true },
    toOrganization: { as: 'organization' },
  }),
  AnswerConsultation: form('AnswerConsultation', {
    answer: { as: 'long', hint: 'answer' },
    note: { as: 'long', hint: 'note' },
  }),
  AwaitReply: form('AwaitReply', { until: { as: 'date', hint: 'until' } }),
  TriageConsultation: form('TriageConsultation', { urgency: { as: 'choice', codes: 'urgency', required: true } }),
  ReopenConsultation: form('ReopenConsultation', { reason: { as: 'long', required: true } }),
  WithdrawConsultation: form('WithdrawConsultation', { reason: { as: 'long', required: true, hint: 'withdrawn' } }),
  UndoMerge: form('UndoMerge', {}),
  SplitConsultation: form('SplitConsultation', {
    summary: { as: 'long', required: true, hint: 'split' },
    scene: { as: 'choice', codes: 'scene', required: true },
    topics: { as: 'choices', codes: 'topic', required: true },
    urgency: { as: 'choice', codes: 'urgency' },
  }),
};

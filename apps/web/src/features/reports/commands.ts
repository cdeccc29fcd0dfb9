import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  SubmitActivityReport: { page: async () => (await import('./pages/give.tsx')).SubmitReport },
  ApproveActivityReport: { page: async () => (await import('./pages/give.tsx')).ApproveReport },
  ReturnActivityReport: {
    form: form('ReturnActivityReport', { reason: { as: 'long', required: true, hint: 'reason' } }),
  },
  DecideActivityReport: { form: form('DecideActivityReport', { note: { as: 'long', hint: 'note' } }) },
};

export const steps: Feature['steps'] = {
  report_submission: ['SubmitActivityReport'],
  report_approval: ['ApproveActivityReport', 'ReturnActivityReport'],
  report_decision: ['DecideActivityReport', 'ApproveActivityReport'],
};

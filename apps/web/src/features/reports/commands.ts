import type { Feature } from '../../feature.ts';

export const commands: Feature['commands'] = {
  SubmitActivityReport: { page: async () => (await import('./pages/give.tsx')).SubmitReport },
  ApproveActivityReport: { page: async () => (await import('./pages/give.tsx')).ApproveReport },
  ReturnActivityReport: { form: true },
  DecideActivityReport: { form: true },
};

export const steps: Feature['steps'] = {
  report_submission: ['SubmitActivityReport'],
  report_approval: ['ApproveActivityReport', 'ReturnActivityReport'],
  report_decision: ['DecideActivityReport', 'ApproveActivityReport'],
};

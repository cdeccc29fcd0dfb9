import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  CloseIssue: { form: form('CloseIssue', {}), apart: true },
  DismissIssue: { form: form('DismissIssue', { reason: { as: 'long', required: true, hint: 'reason' } }), apart: true },
  WithdrawIssueSignal: {
    form: form('WithdrawIssueSignal', { reason: { as: 'long', required: true, hint: 'reason' } }),
    apart: true,
  },
  TagIssueSignal: { page: async () => (await import('./pages/regroup.tsx')).TagForm },
  MergeIssue: { page: async () => (await import('./pages/regroup.tsx')).MergeForm, apart: true },
  UnmergeIssue: {
    form: form('UnmergeIssue', { reason: { as: 'long', required: true, hint: 'reason' } }),
    apart: true,
  },
  SplitIssue: { page: async () => (await import('./pages/regroup.tsx')).SplitForm, apart: true },
  RaiseIssueSignal: {
    begins: '/issue-signals/new',
    page: async () => (await import('./pages/raise-page.tsx')).RaisePage,
  },
};

import type { Feature } from '../../feature.ts';

export const commands: Feature['commands'] = {
  CloseIssue: { form: true, apart: true },
  DismissIssue: { form: true, apart: true },
  WithdrawIssueSignal: { form: true, apart: true },
  TagIssueSignal: { page: async () => (await import('./pages/regroup.tsx')).TagForm },
  MergeIssue: { page: async () => (await import('./pages/regroup.tsx')).MergeForm, apart: true },
  UnmergeIssue: { form: true, apart: true },
  SplitIssue: { page: async () => (await import('./pages/regroup.tsx')).SplitForm, apart: true },
  RaiseIssueSignal: {
    begins: '/issue-signals/new',
    page: async () => (await import('./pages/raise-page.tsx')).RaisePage,
  },
};

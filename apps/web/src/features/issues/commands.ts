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
  RaiseIssueSignal: {
    begins: '/issue-signals/new',
    page: async () => (await import('./pages/raise-page.tsx')).RaisePage,
  },
};

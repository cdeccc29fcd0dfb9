import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const forms: Forms = {
  CloseIssue: form('CloseIssue', {}),
  DismissIssue: form('DismissIssue', { reason: { as: 'long', required: true, hint: 'reason' } }),
  WithdrawIssueSignal: form('WithdrawIssueSignal', { reason: { as: 'long', required: true, hint: 'reason' } }),
  UnmergeIssue: form('UnmergeIssue', { reason: { as: 'long', required: true, hint: 'reason' } }),
};

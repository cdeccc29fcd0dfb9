import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const SUBMIT = form('SubmitActivityReport', {});
export const APPROVE = form('ApproveActivityReport', {});

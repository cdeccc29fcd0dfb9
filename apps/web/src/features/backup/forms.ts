import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

/** For the forms that stand on a page of their own. */
const form = formsIn<Words>();

export const REQUEST_BACKUP = form(
  'RequestEmergencyBackup',
  {
    patient: { as: 'patient', required: true },
    urgency: { as: 'choice', codes: 'urgency', required: true, initial: 'immediate' },
    reason: { as: 'choice', codes: 'reason', required: true },
    need: { as: 'choices', codes: 'need', required: true },
    summary: { as: 'long', required: true, hint: 'backupSummary' },
  },
  false,
);

export const ASSIGN_BACKUP = form(
  'AssignBackupManually',
  { organization: { as: 'organization', required: true, hint: 'assign' } },
  false,
);

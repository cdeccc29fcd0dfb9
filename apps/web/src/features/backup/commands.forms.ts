import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const forms: Forms = {
  RecordDeparture: form('RecordDeparture', {}),
  RecordArrival: form('RecordArrival', {}),
  CompleteBackup: form('CompleteBackup', { outcome: { as: 'choice', codes: 'outcome', required: true } }),
  HandBackToPrimary: form('HandBackToPrimary', { text: { as: 'long', rows: 8, required: true, hint: 'handBack' } }),
  WithdrawAcceptance: form('WithdrawAcceptance', {}, false),
  DivertToEmergencyServices: form('DivertToEmergencyServices', {}),
  CancelBackup: form('CancelBackup', { reason: { as: 'long', required: true } }, false),
};

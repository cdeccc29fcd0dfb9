import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  RequestEmergencyBackup: {
    begins: '/backup-requests/new',
    page: async () => (await import('./pages/request.tsx')).RequestPage,
  },
  AcceptBackup: { card: true },
  DeclineBackup: { card: true },
  RecordDeparture: { form: form('RecordDeparture', {}) },
  RecordArrival: { form: form('RecordArrival', {}) },
  CompleteBackup: {
    form: form('CompleteBackup', { outcome: { as: 'choice', codes: 'outcome', required: true } }),
  },
  HandBackToPrimary: {
    form: form('HandBackToPrimary', { text: { as: 'long', rows: 8, required: true, hint: 'handBack' } }),
  },
  AcknowledgeHandback: { page: async () => (await import('./pages/acknowledge.tsx')).AcknowledgeHandback },
  AssignBackupManually: { page: async () => (await import('./pages/assign.tsx')).Assign },
  WithdrawAcceptance: { form: form('WithdrawAcceptance', {}, false), apart: true },
  DivertToEmergencyServices: { form: form('DivertToEmergencyServices', {}), apart: true },
  CancelBackup: { form: form('CancelBackup', { reason: { as: 'long', required: true } }, false), apart: true },
};

export const steps: Feature['steps'] = {
  offer: ['AcceptBackup'],
  assignment: ['AssignBackupManually'],
  completion: ['CompleteBackup'],
  hand_back: ['HandBackToPrimary'],
  hand_back_acknowledgement: ['AcknowledgeHandback'],
};

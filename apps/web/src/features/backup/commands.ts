import type { Feature } from '../../feature.ts';

export const commands: Feature['commands'] = {
  RequestEmergencyBackup: {
    begins: '/backup-requests/new',
    page: async () => (await import('./pages/request.tsx')).RequestPage,
  },
  AcceptBackup: { card: true },
  DeclineBackup: { card: true },
  RecordDeparture: { form: true },
  RecordArrival: { form: true },
  CompleteBackup: { form: true },
  HandBackToPrimary: { form: true },
  AcknowledgeHandback: { page: async () => (await import('./pages/acknowledge.tsx')).AcknowledgeHandback },
  AssignBackupManually: { page: async () => (await import('./pages/assign.tsx')).Assign },
  WithdrawAcceptance: { form: true, apart: true },
  DivertToEmergencyServices: { form: true, apart: true },
  CancelBackup: { form: true, apart: true },
};

export const steps: Feature['steps'] = {
  offer: ['AcceptBackup'],
  assignment: ['AssignBackupManually'],
  completion: ['CompleteBackup'],
  hand_back: ['HandBackToPrimary'],
  hand_back_acknowledgement: ['AcknowledgeHandback'],
};

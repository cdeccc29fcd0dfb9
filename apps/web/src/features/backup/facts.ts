import type { Facts } from '../../feature.ts';
import { urgency, reason, need } from './rows.ts';

const tier = { unit: 'tier' } as const;

export const facts: Facts = {
  EmergencyBackupRequested: { urgency, reason, need },
  BackupOffered: { tier, offer: { unit: 'offer' }, expiresAt: 'moment' },
  EmergencyBackupAccepted: { tier },
  EmergencyBackupDeclined: { reason: { codes: 'declineReason' }, tier, offer: { unit: 'offer' } },
  BackupOfferTimedOut: { tier, offer: { unit: 'offer' } },
  EmergencyBackupEscalated: { fromTier: tier, toTier: tier },
  EmergencyBackupExhausted: { tier },
  EmergencyBackupCompleted: { outcome: { codes: 'outcome' } },
};

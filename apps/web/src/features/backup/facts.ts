import type { Facts, Feature } from '../../feature.ts';

const tier = { unit: 'tier' } as const;
const urgency = { codes: 'urgency' } as const;
const reason = { codes: 'reason' } as const;
const need = { codes: 'need' } as const;

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

export const rows: Facts = { backup_request: { urgency, reason, need } };

export const loud: Feature['loud'] = ['EmergencyBackupExhausted', 'BackupAcceptanceWithdrawn'];

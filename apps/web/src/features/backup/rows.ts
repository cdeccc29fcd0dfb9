import type { Facts, Feature } from '../../feature.ts';

export const urgency = { codes: 'urgency' } as const;
export const reason = { codes: 'reason' } as const;
export const need = { codes: 'need' } as const;

export const rows: Facts = { backup_request: { urgency, reason, need } };

export const loud: Feature['loud'] = ['EmergencyBackupExhausted', 'BackupAcceptanceWithdrawn'];

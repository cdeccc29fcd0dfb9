export const BACKUP_REASONS = [
  'night',
  'holiday',
  'physician_absent',
  'sudden_change',
  'end_of_life',
  'overload',
] as const;
/** Why the primary physician cannot go (B-12): 夜間・休日・医師不在・急変・看取り・多忙. */
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const BACKUP_URGENCIES = ['immediate', 'urgent', 'planned'] as const;
export type BackupUrgency = (typeof BACKUP_URGENCIES)[number];

export const BACKUP_NEEDS = ['phone_advice', 'home_visit', 'prescription', 'admission', 'death_confirmation'] as const;
export type BackupNeed = (typeof BACKUP_NEEDS)[number];

export const DECLINE_REASONS = [
  'on_another_visit',
  'out_of_area',
  'capability_missing',
  'no_information',
  'capacity',
  'personal',
  'other',
] as const;
/** 断った理由. Codes only: issue signals count them (model.md 2.6). */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const BACKUP_OUTCOMES = [
  'phone_advice',
  'home_visit',
  'nurse_dispatched',
  'admitted',
  'ambulance',
  'death_at_home',
  'no_contact',
  'declined_by_patient',
] as const;
/** 対応の結果: 電話助言・往診・訪問看護・入院・救急搬送・看取り・連絡つかず・本人が断った. */
export type BackupOutcome = (typeof BACKUP_OUTCOMES)[number];

export interface RequestEmergencyBackup {
  readonly type: 'RequestEmergencyBackup';
  readonly patient: string;
  readonly reason: BackupReason;
  readonly urgency: BackupUrgency;
  readonly need: readonly BackupNeed[];
  readonly capabilityNeeds?: readonly string[];
}
export interface DeclineBackup {
  readonly type: 'DeclineBackup';
  readonly reason: DeclineReason;
}
export interface CompleteBackup {
  readonly type: 'CompleteBackup';
  readonly outcome: BackupOutcome;
}
export interface AssignBackupManually {
  readonly type: 'AssignBackupManually';
  readonly organization: string;
}
/** A command that says all with its name; its text, if it has one, lies in the personal-data store. */
export interface Plain {
  readonly type: string;
}

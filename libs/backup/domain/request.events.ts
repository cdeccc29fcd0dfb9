import type { AreaRef, Event, Instant, Plan } from '#kernel';
import type { BackupRules } from './backup.rules.js';
import type { Tier } from './ladder.js';
import type { BackupNeed, BackupOutcome, BackupReason, BackupUrgency, DeclineReason } from './request.commands.js';

/** 依頼した主治医側. `onBehalf`: the base secretariat asked for the primary physician's organization. */
export interface Requester {
  readonly organization: string;
  readonly user: string;
  readonly onBehalf: boolean;
}

/** 緊急バックアップを依頼した. Holds the rules, the whole ladder and who is to be told, as they stood at that moment. */
export type EmergencyBackupRequested = Event<
  'EmergencyBackupRequested',
  {
    patient: string;
    requester: Requester;
    primary: string;
    reason: BackupReason;
    urgency: BackupUrgency;
    need: readonly BackupNeed[];
    capabilityNeeds: readonly string[];
    summaryRef: string;
    area: AreaRef;
    careTeam: readonly string[];
    /** Bases (コーディネート等拠点) that serve the patient's area. */
    bases: readonly string[];
    tiers: readonly Tier[];
    rules: BackupRules;
    ruleSet: { id: string; version: number };
  }
>;
/** 打診した. `offer` numbers the offers of a request from 1. */
export type BackupOffered = Event<
  'BackupOffered',
  { organization: string; tier: number; offer: number; expiresAt: Instant; plans: readonly Plan[] }
>;
/** 引き受けた. */
export type EmergencyBackupAccepted = Event<
  'EmergencyBackupAccepted',
  { organization: string; user: string; offer: number; tier: number; plans: readonly Plan[] }
>;
/** 断った. */
export type EmergencyBackupDeclined = Event<
  'EmergencyBackupDeclined',
  { organization: string; offer: number; tier: number; reason: DeclineReason }
>;
/** 応答期限が切れた. */
export type BackupOfferTimedOut = Event<'BackupOfferTimedOut', { organization: string; offer: number; tier: number }>;
/** 上位へ引き上げた: from the last tier asked to the next that has a candidate. */
export type EmergencyBackupEscalated = Event<'EmergencyBackupEscalated', { fromTier: number; toTier: number }>;
/** 受け手がなかった. `tier`: the last one asked. */
export type EmergencyBackupExhausted = Event<'EmergencyBackupExhausted', { tier: number; plans: readonly Plan[] }>;
/** 手動で割り当てた, after the base has phoned. */
export type BackupAssignedManually = Event<
  'BackupAssignedManually',
  {
    organization: string;
    by: string;
    users: readonly string[];
    role: 'secondary_physician' | 'clinic_staff';
    plans: readonly Plan[];
  }
>;
/** 救急へ切り替えた: ambulance (119) or direct admission. */
export type BackupDiverted = Event<'BackupDiverted', { by: string }>;
/** 引き受けを取り消した. */
export type BackupAcceptanceWithdrawn = Event<'BackupAcceptanceWithdrawn', { organization: string }>;
/** 依頼を取り下げた. */
export type EmergencyBackupCancelled = Event<'EmergencyBackupCancelled', { reasonRef: string }>;
export type BackupDeparted = Event<'BackupDeparted', { organization: string }>;
export type BackupArrived = Event<'BackupArrived', { organization: string }>;
/** 対応した. */
export type EmergencyBackupCompleted = Event<
  'EmergencyBackupCompleted',
  { organization: string; outcome: BackupOutcome; plans: readonly Plan[] }
>;
/** 主治医へ申し送った. */
export type BackupHandedBack = Event<
  'BackupHandedBack',
  { organization: string; textRef: string; plans: readonly Plan[] }
>;
/** 主治医が申し送りを確認した. */
export type HandbackAcknowledged = Event<'HandbackAcknowledged', { by: string }>;

export type BackupEvent =
  | EmergencyBackupRequested
  | BackupOffered
  | EmergencyBackupAccepted
  | EmergencyBackupDeclined
  | BackupOfferTimedOut
  | EmergencyBackupEscalated
  | EmergencyBackupExhausted
  | BackupAssignedManually
  | BackupDiverted
  | BackupAcceptanceWithdrawn
  | EmergencyBackupCancelled
  | BackupDeparted
  | BackupArrived
  | EmergencyBackupCompleted
  | BackupHandedBack
  | HandbackAcknowledged;

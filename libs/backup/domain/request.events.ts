import type { Addressee, AreaRef, Event, Instant, Plan } from '#kernel';
import type { BackupRules } from './backup.rules.js';
import type { OfferRole, Tier } from './ladder.js';
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
/** What was looked up anew for a later fact, where it is not what was known (design decision 18). */
export interface LookedUp {
  /** The whole ladder, where somebody next is to be asked. */
  readonly tiers?: readonly Tier[];
  readonly bases?: readonly string[];
  readonly careTeam?: readonly string[];
}
type Later<Type extends string, Payload extends object> = Event<Type, Payload & LookedUp>;

/** Who had been told that somebody comes, or had been asked, and hears now that it is otherwise; never who did it. */
interface Told {
  readonly told?: readonly Addressee[];
}

/** 打診した, to those on shift there just now, else to everyone in the role. `offer` numbers the offers from 1. */
export type BackupOffered = Later<
  'BackupOffered',
  {
    organization: string;
    tier: number;
    offer: number;
    expiresAt: Instant;
    /** Left out in facts of before: then as the ladder has it. */
    users?: readonly string[];
    role?: OfferRole;
    plans: readonly Plan[];
  }
>;
/** 引き受けた. */
export type EmergencyBackupAccepted = Later<
  'EmergencyBackupAccepted',
  { organization: string; user: string; offer: number; tier: number; plans: readonly Plan[] } & Told
>;
/** 断った. */
export type EmergencyBackupDeclined = Later<
  'EmergencyBackupDeclined',
  { organization: string; offer: number; tier: number; reason: DeclineReason }
>;
/** 応答期限が切れた. */
export type BackupOfferTimedOut = Later<'BackupOfferTimedOut', { organization: string; offer: number; tier: number }>;
/** 上位へ引き上げた: from the last tier asked to the next that has a candidate. */
export type EmergencyBackupEscalated = Later<'EmergencyBackupEscalated', { fromTier: number; toTier: number }>;
/** 受け手がなかった. `tier`: the last one asked. */
export type EmergencyBackupExhausted = Later<'EmergencyBackupExhausted', { tier: number; plans: readonly Plan[] }>;
/** 手動で割り当てた, after the base has phoned. */
export type BackupAssignedManually = Later<
  'BackupAssignedManually',
  {
    organization: string;
    by: string;
    users: readonly string[];
    role: OfferRole;
    plans: readonly Plan[];
  } & Told
>;
/** 救急へ切り替えた: ambulance (119) or direct admission. */
export type BackupDiverted = Later<'BackupDiverted', { by: string } & Told>;
/** 引き受けを取り消した. */
export type BackupAcceptanceWithdrawn = Later<'BackupAcceptanceWithdrawn', { organization: string } & Told>;
/** 依頼を取り下げた, by a person with a reason; or it stopped, because what it shares may not be shared any more (同意の撤回). */
export type EmergencyBackupCancelled = Later<
  'EmergencyBackupCancelled',
  ({ reasonRef: string } | { because: 'consent_withdrawn' }) & Told
>;
export type BackupDeparted = Later<'BackupDeparted', { organization: string }>;
export type BackupArrived = Later<'BackupArrived', { organization: string }>;
/** 対応した. */
export type EmergencyBackupCompleted = Later<
  'EmergencyBackupCompleted',
  { organization: string; outcome: BackupOutcome; plans: readonly Plan[] }
>;
/** 主治医へ申し送った. */
export type BackupHandedBack = Later<
  'BackupHandedBack',
  { organization: string; textRef: string; plans: readonly Plan[] }
>;
/** 主治医が申し送りを確認した. */
export type HandbackAcknowledged = Later<'HandbackAcknowledged', { by: string }>;

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

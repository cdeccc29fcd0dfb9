import type { Addressee, AreaRef, Circumstances, Duties, Instant, Opening } from '#kernel';
import type { BackupRules } from './backup.rules.js';
import type { Candidate, Ground, Tier } from './ladder.js';
import type { BackupUrgency, DeclineReason } from './request.commands.js';
import type { Requester } from './request.events.js';

export type BackupStatus =
  | 'REQUESTED'
  | 'OFFERING'
  | 'ACCEPTED'
  | 'DEPARTED'
  | 'ARRIVED'
  | 'COMPLETED'
  | 'REPORTED'
  | 'CLOSED'
  | 'EXHAUSTED'
  | 'MANUALLY_ASSIGNED'
  | 'DIVERTED'
  | 'CANCELLED';

/** 打診. `superseded`: somebody else took the request, or it ended, before this one was answered. */
export interface Offer {
  readonly offer: number;
  readonly organization: string;
  readonly tier: number;
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
  /** Who was asked there: those on shift at that moment, else everyone in the role. */
  readonly to: readonly Addressee[];
  readonly result: 'open' | 'accepted' | 'declined' | 'timed_out' | 'superseded' | 'withdrawn';
  /** Why it was declined. */
  readonly reason?: DeclineReason;
}

/** 引き受けた側: who went, and whom to ask about it. */
export interface Acceptor {
  readonly organization: string;
  readonly to: readonly Addressee[];
}

/** 緊急バックアップの依頼: one patient needs a physician and the primary one cannot go (model.md 2.5). */
export interface BackupRequest {
  readonly patient: string;
  readonly requester: Requester;
  readonly primary: string;
  readonly urgency: BackupUrgency;
  readonly capabilityNeeds: readonly string[];
  readonly area: AreaRef;
  readonly careTeam: readonly string[];
  readonly bases: readonly string[];
  /** The ladder as it was last looked up: for each next offer it is looked up anew. */
  readonly tiers: readonly Tier[];
  readonly rules: BackupRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly status: BackupStatus;
  /** The last tier asked; it never goes down. */
  readonly tier: number;
  readonly offers: readonly Offer[];
  /** Organizations that took it and gave it back; they are not asked again. */
  readonly withdrew: readonly string[];
  readonly acceptor?: Acceptor;
  readonly requestedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly departedAt?: Instant;
  readonly arrivedAt?: Instant;
  readonly completedAt?: Instant;
  readonly handedBackAt?: Instant;
  /** Since when nobody need go any more: cancelled or diverted. */
  readonly endedAt?: Instant;
  readonly duties: Duties;
}

/** Who is to be told of what becomes of a request, and whether anything may be shared, as of now. */
export interface Around {
  readonly consent: boolean;
  readonly careTeam: readonly string[];
}

/** Who could be asked as of now. */
export interface Reach extends Around {
  readonly ground: Ground;
  readonly bases: readonly string[];
}

/** For a request that begins. */
export interface Requesting extends Reach {
  /** Organization of the primary physician (主治医), where one is named. */
  readonly primary?: string;
  /** Another request for this patient is being asked or attended to. */
  readonly another: boolean;
  readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: BackupRules };
}
/** For commands by which somebody hears something. */
export interface Telling {
  readonly around: Around;
}
/** For commands after which the next may have to be asked. */
export interface Onward {
  readonly around: Reach;
}
export interface Assigning extends Telling {
  /** The organization that the base names. */
  readonly assigned: Candidate;
}
/** The calendar of the organization that owes the next step. */
export interface OwingNext {
  readonly opening: Opening;
}
export interface Completing extends Telling, OwingNext {}

export type State = BackupRequest | null;
export type Given<Found = unknown> = Circumstances<Found>;

/** Somebody has said that they go, and has not said yet how it ended. */
export const UNDER_WAY: ReadonlySet<BackupStatus> = new Set(['ACCEPTED', 'MANUALLY_ASSIGNED', 'DEPARTED', 'ARRIVED']);
export const DONE: ReadonlySet<BackupStatus> = new Set(['COMPLETED', 'REPORTED', 'CLOSED']);
/** Nobody has said yet that they go. */
export const UNTAKEN: ReadonlySet<BackupStatus> = new Set(['REQUESTED', 'OFFERING', 'EXHAUSTED']);
/** The patient may still be waiting. */
export const isWaiting = ({ status }: BackupRequest): boolean => UNTAKEN.has(status) || UNDER_WAY.has(status);
/** Somebody is asked or goes, so that a second request would ask for the same. When nobody is left it may be tried anew. */
export const isLive = (state: BackupRequest): boolean => isWaiting(state) && state.status !== 'EXHAUSTED';

export const isOpen = ({ result }: Offer): boolean => result === 'open';

/** Organizations that have had their chance: they are not asked a second time. Who never came to answer may be. */
export const answered = ({ offers, withdrew }: BackupRequest): ReadonlySet<string> =>
  new Set([...offers.filter(({ result }) => result !== 'superseded').map((offer) => offer.organization), ...withdrew]);

/** Whose answer stands open now (打診中). */
export const asked = ({ offers }: BackupRequest): string[] =>
  offers.filter(isOpen).map(({ organization }) => organization);

/**
 * [D] So long whoever was to go still reads a request that was cancelled or diverted: to hand over what is known. One that ended
 * well is handed back and acknowledged, and no longer his from then on.
 */
export const ACCEPTOR_KEEPS_HOURS = 72;

/** Who has taken it, until the primary physician has read how it ended. */
export const taker = ({ acceptor, status }: BackupRequest): string | undefined =>
  status === 'CLOSED' ? undefined : acceptor?.organization;

/** Whoever goes, or went. */
export function goer({ acceptor, status }: BackupRequest): Acceptor {
  if (!acceptor) throw new Error(`a request is ${status}, and nobody goes`);
  return acceptor;
}

/** The person who asked reads what came of it; where the base asked, the primary physicians themselves. */
export const primaryOwner = ({ requester, primary }: BackupRequest): readonly Addressee[] =>
  requester.onBehalf ? [{ role: 'primary_physician', organization: primary }] : [{ user: requester.user }];

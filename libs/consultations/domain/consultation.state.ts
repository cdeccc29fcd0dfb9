import type { AreaRef, Duties, Instant, Scene } from '#kernel';
import type { Channel, ConsultationUrgency, Outcome, Side, Topic } from './consultation.commands.js';
import type { ConsultationRules } from './consultation.rules.js';

export const CONSULTATION_STATUSES = [
  'RECEIVED',
  'TRIAGED',
  'IN_PROGRESS',
  'WAITING_REPLY',
  'ANSWERED',
  'REFERRED',
  'CLOSED',
  'WITHDRAWN',
  'MERGED',
  'REOPENED',
] as const;
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];

const OVER: ReadonlySet<ConsultationStatus> = new Set(['CLOSED', 'WITHDRAWN', 'MERGED']);
/** Nothing is owed in it any more; only a reopening, or the undoing of its merge, goes on with it. */
export const isOver = (status: ConsultationStatus): boolean => OVER.has(status);

/** つなぎ先: the desk asked, and the state to go back to if it declines. */
export interface Referral {
  readonly to: string;
  readonly at: Instant;
  readonly back: ConsultationStatus;
  readonly backSince: Instant;
}

/** A case that this has to do with: by hand, as its duplicate, or as what it was split from. Of which kind, the case says. */
export interface Link {
  readonly id: string;
  readonly as: 'linked' | 'merged_into' | 'split_from';
}

/** まとめ先, and what to go back to if that is undone. */
export interface Merge {
  readonly into: string;
  readonly at: Instant;
  readonly back: ConsultationStatus;
  readonly backSince: Instant;
  /** Keys of what was owed. */
  readonly ended: readonly string[];
}

/** 相談事例: one question to a help desk, from the call to the closing (model.md 2.3). */
export interface Consultation {
  readonly status: ConsultationStatus;
  /** Since when, in the world: what happened earlier and was written down later does not end it (model.md 2.2). */
  readonly statusSince: Instant;
  readonly origin: 'person' | 'system';
  /** 受付番号, as `2025-0012`: of the desk that received it, whoever has it now (H-01). */
  readonly number?: string;
  readonly desk: string;
  /** Desks that had it before: they read on. */
  readonly formerDesks: readonly string[];
  /** サテライト窓口 that took the call. */
  readonly satellite?: string;
  /** Since when that desk has it. */
  readonly heldSince: Instant;
  readonly area: AreaRef;
  readonly patient?: string;
  readonly channel: Channel;
  readonly side: Side;
  readonly profession?: string;
  readonly counterpartSide?: Side;
  /** The asker's organization. */
  readonly organization?: string;
  /** Who of it has asked, where that is somebody who works with the system: then nobody else there is told. */
  readonly askedBy?: string;
  readonly receivedAt: Instant;
  /** Since when it has been open: its receipt, or the last reopening. */
  readonly openSince: Instant;
  readonly scene: Scene;
  readonly topics: readonly Topic[];
  readonly urgency?: ConsultationUrgency;
  readonly actions: number;
  /** The earliest action since it was opened. */
  readonly firstActionAt?: Instant;
  /** The latest moment at which anything was done about it. */
  readonly workedAt: Instant;
  readonly closedAt?: Instant;
  readonly links: readonly Link[];
  /** While MERGED. */
  readonly merge?: Merge;
  /** While REFERRED. */
  readonly referral?: Referral;
  /** The desk that had not answered yet when it was over: it reads how it ended. */
  readonly unanswered?: string;
  readonly outcome?: Outcome;
  readonly rules: ConsultationRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly duties: Duties;
}

export type State = Consultation | null;

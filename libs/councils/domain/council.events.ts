import type { AreaRef, Event } from '#kernel';
import type { BodyType, CouncilLevel, CouncilType } from './council.terms.js';

/** How a council is made up (会議体の設置要綱). */
export interface Constitution {
  readonly name: string;
  readonly level: CouncilLevel;
  readonly types: readonly CouncilType[];
  readonly areas: readonly string[];
  /** Their municipalities, by which two councils are found to overlap. */
  readonly municipalities: readonly string[];
  /** The tiers that its areas have in common. */
  readonly area: AreaRef;
  /** What somebody serves who stands in one of its areas. */
  readonly standing: readonly string[];
  readonly secretariat: string;
  readonly chairMedical?: string;
  readonly chairAdministrative?: string;
  readonly parent?: string;
  readonly agendaCloseDays: number;
  readonly materialDays: number;
}

/** 会議体を置いた. */
export type CouncilEstablished = Event<'CouncilEstablished', Constitution>;
/** 会議体の構成を改めた: all of it, as it is now. `gives` is where issues were brought to it before. */
export type CouncilRevised = Event<'CouncilRevised', Constitution & { gives: readonly string[] }>;
/** 団体が委員に加わった. */
export type CouncilMemberAppointed = Event<'CouncilMemberAppointed', { organization: string; body: BodyType }>;
/** 団体が委員を退いた. */
export type MembershipEnded = Event<'MembershipEnded', { organization: string; body: BodyType }>;

export type CouncilEvent = CouncilEstablished | CouncilRevised | CouncilMemberAppointed | MembershipEnded;

import type { AreaRef, Duties, Instant, LocalDate, Opening } from '#kernel';
import type { Decision, EvidenceCounts, Stance } from './agenda-item.commands.js';
import type { AgendaRules } from './agenda.rules.js';
import type { Seats } from './council.js';
import type { BodyType, Category } from './council.terms.js';
import type { Effect } from './effect.js';

export const AGENDA_ITEM_STATES = [
  'DRAFTED',
  'POSITIONED',
  'SCHEDULED',
  'DISCUSSED',
  'DECIDED',
  'ACTIONING',
  'EVALUATED',
  'CLOSED',
  'DROPPED',
] as const;
export type AgendaItemStatus = (typeof AGENDA_ITEM_STATES)[number];

/** 対応: what somebody has promised the council to do. */
export interface Action {
  readonly ownerOrganization: string;
  /** Ids of what is to be done, and of the report of what was. */
  readonly whatRef: string;
  readonly reportRef?: string;
  readonly assignedAt: Instant;
  readonly dueOn: LocalDate;
  readonly checkOn?: LocalDate;
  readonly target?: number;
  readonly assignedBy?: string;
  readonly done: boolean;
  readonly doneAt?: Instant;
  readonly effect?: Effect;
  /** Of an earlier round, after which the item was put before the council again. */
  readonly settled?: true;
  /** Key of the obligation that it is. */
  readonly duty: string;
}

/** 団体の立場. */
export interface Position {
  readonly organization: string;
  readonly body: BodyType;
  readonly stance: Stance;
  readonly noteRef: string | null;
}

/** 議題: an issue before the council of its area, or what the secretariat has proposed (model.md 2.7). */
export interface AgendaItem extends EvidenceCounts {
  readonly council: string;
  /** Of an established council. */
  readonly seats?: Seats;
  readonly level: string;
  /** Id of the area that it is about. */
  readonly areaId: string;
  readonly area: AreaRef;
  readonly issue: string;
  readonly episode: number;
  readonly key: string;
  readonly children: readonly string[];
  /** Items that it was forwarded from. */
  readonly origins: readonly string[];
  readonly titleRef?: string;
  readonly category?: Category;
  readonly status: AgendaItemStatus;
  /** Since when, in the world. */
  readonly statusSince: Instant;
  readonly positions: readonly Position[];
  readonly positioned: boolean;
  readonly meeting?: string;
  readonly number?: string;
  readonly meetingOn?: LocalDate;
  readonly noteRef?: string;
  readonly discussionRef?: string | null;
  readonly decision?: Decision;
  readonly reasonRef?: string | null;
  readonly decidedAt?: Instant;
  /** How often in a row it was put off to the next meeting. */
  readonly continued: number;
  readonly flagged: boolean;
  /** 効果がなく、もう一度諮る. */
  readonly reopened?: true;
  /** By id, in the order in which they were assigned. */
  readonly actions: Readonly<Record<string, Action>>;
  readonly duties: Duties;
}

/** For an action that is assigned: the calendar of its owner, the area's rules, and what there was before. */
export interface Assigning {
  /** Of the institution. */
  readonly kind: string;
  readonly opening: Opening;
  readonly rules: AgendaRules;
  readonly baseline?: number;
}

export type State = AgendaItem | null;

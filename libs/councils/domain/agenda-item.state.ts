import type { AreaRef, Duties, Instant, LocalDate, Opening } from '#kernel';
import type { Decision, EvidenceCounts } from './agenda-item.commands.js';
import type { AgendaRules } from './agenda.rules.js';

export type AgendaItemStatus = 'DRAFTED' | 'SCHEDULED' | 'DECIDED' | 'ACTIONING';

/** 対応: what somebody has promised the council to do. */
export interface Action {
  readonly ownerOrganization: string;
  readonly assignedAt: Instant;
  readonly dueOn: LocalDate;
  readonly checkOn?: LocalDate;
  readonly done: boolean;
  /** Key of the obligation that it is. */
  readonly duty: string;
}

/** 議題: an issue before the council of its area (model.md 2.7). */
export interface AgendaItem extends EvidenceCounts {
  readonly council: string;
  readonly level: string;
  /** Id of the area whose council it is. */
  readonly areaId: string;
  readonly area: AreaRef;
  readonly issue: string;
  readonly episode: number;
  readonly key: string;
  readonly children: readonly string[];
  readonly status: AgendaItemStatus;
  /** Since when, in the world. */
  readonly statusSince: Instant;
  readonly meetingOn?: LocalDate;
  readonly decision?: Decision;
  readonly decidedAt?: Instant;
  /** How often in a row it was put off to the next meeting. */
  readonly continued: number;
  /** By id, in the order in which they were assigned. */
  readonly actions: Readonly<Record<string, Action>>;
  readonly duties: Duties;
}

/** For an action that is assigned: the calendar of its owner, and the area's rules. */
export interface Assigning {
  /** Of the institution. */
  readonly kind: string;
  readonly opening: Opening;
  readonly rules: AgendaRules;
}

export type State = AgendaItem | null;

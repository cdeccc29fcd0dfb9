import type { AreaRef, Event, LocalDate, Plan } from '#kernel';
import type { Decision, Gathered } from './agenda-item.commands.js';

/** Each says which issue it is about, so that the issue can follow. */
interface OfIssue {
  readonly issue: string;
}

/** 議題案を作った. */
export type AgendaItemDrafted = Event<
  'AgendaItemDrafted',
  OfIssue &
    Gathered & {
      council: string;
      level: string;
      areaId: string;
      area: AreaRef;
      episode: number;
      key: string;
    }
>;
/** 議題案の根拠を改めた. */
export type AgendaItemEvidenceUpdated = Event<'AgendaItemEvidenceUpdated', OfIssue & Gathered>;
/** 日程に載せた. */
export type AgendaItemScheduled = Event<'AgendaItemScheduled', OfIssue & { meetingOn: LocalDate }>;
/** 決めた. */
export type AgendaItemDecided = Event<'AgendaItemDecided', OfIssue & { decision: Decision; reasonRef: string | null }>;
/** 継続審議にした. Three times in a row should make somebody wonder. */
export type AgendaItemContinued = Event<'AgendaItemContinued', OfIssue & { times: number; flagged: boolean }>;
/** 上位会議へ上げた. */
export type AgendaItemEscalated = Event<
  'AgendaItemEscalated',
  OfIssue & { key: string; level: string; areaId: string }
>;
/** 対応を割り当てた. */
export type ActionAssigned = Event<
  'ActionAssigned',
  OfIssue & {
    action: string;
    ownerOrganization: string;
    dueOn: LocalDate;
    checkOn?: LocalDate;
    whatRef: string;
    plan: Plan;
  }
>;
/** 対応を終えた. `open` is how many of the item's actions are still owed. */
export type ActionCompleted = Event<'ActionCompleted', OfIssue & { action: string; open: number }>;

export type AgendaItemEvent =
  | AgendaItemDrafted
  | AgendaItemEvidenceUpdated
  | AgendaItemScheduled
  | AgendaItemDecided
  | AgendaItemContinued
  | AgendaItemEscalated
  | ActionAssigned
  | ActionCompleted;

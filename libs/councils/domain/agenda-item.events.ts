import type { AreaRef, Event, LocalDate, Plan } from '#kernel';
import type { Decision, DroppedBecause, Gathered, RuleChange, Stance } from './agenda-item.commands.js';
import type { Seats } from './council.js';
import type { BodyType, Category } from './council.terms.js';
import type { Effect, Measured } from './effect.js';

/** Each says which issue it is about, so that the issue can follow; of an item that was proposed it is the item itself. */
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
      /** Left out: the area's own council, where nobody has a seat. */
      seats?: Seats;
      origins?: readonly string[];
      category?: Category;
      titleRef?: string;
    }
>;
/** 議題案の根拠を改めた. */
export type AgendaItemEvidenceUpdated = Event<'AgendaItemEvidenceUpdated', OfIssue & Gathered>;
/** 議題案を取り下げた: its issue was judged to be nothing, ended, or became part of another; or who proposed it takes it back. */
export type AgendaItemDropped = Event<'AgendaItemDropped', OfIssue & { because: DroppedBecause; reasonRef?: string }>;
/** 議題の区分を決めた. */
export type AgendaItemCategorized = Event<'AgendaItemCategorized', OfIssue & { category: Category }>;
/** 事務局のメモを書いた. */
export type AgendaNoteWritten = Event<'AgendaNoteWritten', OfIssue & { noteRef: string }>;
/** 団体の立場を記録した. */
export type BodyPositionRecorded = Event<
  'BodyPositionRecorded',
  OfIssue & { organization: string; body: BodyType; stance: Stance; noteRef: string | null }
>;
/** 根回しを終えた: every body has a position, or gave no answer. */
export type AgendaItemPositioned = Event<'AgendaItemPositioned', OfIssue & { bodies: number }>;
/** 日程に載せた. */
export type AgendaItemScheduled = Event<
  'AgendaItemScheduled',
  OfIssue & {
    meetingOn: LocalDate;
    meeting?: string;
    /** 議題番号, as "2" or "2.1". */
    number?: string;
    /** The meeting that it was on before. */
    movedFrom?: string;
    late?: true;
  }
>;
/** 日程から外した. */
export type AgendaItemTakenOff = Event<'AgendaItemTakenOff', OfIssue & { meeting: string }>;
/** 審議した. */
export type AgendaItemDiscussed = Event<'AgendaItemDiscussed', OfIssue & { discussionRef: string | null }>;
/** 決めた. */
export type AgendaItemDecided = Event<
  'AgendaItemDecided',
  OfIssue & {
    decision: Decision;
    reasonRef: string | null;
    meeting?: string;
    meetingOn?: LocalDate;
    number?: string;
    rule?: RuleChange & { areas: readonly string[] };
  }
>;
/** 継続審議にした. Three times in a row should make somebody wonder. */
export type AgendaItemContinued = Event<'AgendaItemContinued', OfIssue & { times: number; flagged: boolean }>;
/** 上位会議へ上げた. */
export type AgendaItemEscalated = Event<
  'AgendaItemEscalated',
  OfIssue & { key: string; level: string; areaId: string }
>;
/** ほかの会議へ回した: what there becomes its item, with all that it comes from. */
export type AgendaItemForwarded = Event<
  'AgendaItemForwarded',
  OfIssue &
    Gathered & {
      toCouncil: string;
      item: string;
      level: string;
      areaId: string;
      area: AreaRef;
      episode: number;
      key: string;
      origins: readonly string[];
      titleRef?: string;
    }
>;
/** 対応を割り当てた. */
export type ActionAssigned = Event<
  'ActionAssigned',
  OfIssue & {
    action: string;
    ownerOrganization: string;
    dueOn: LocalDate;
    checkOn?: LocalDate;
    target?: number;
    /** 基準値: signals of the same key in the days before. */
    baseline?: { signals: number; days: number };
    /** Who checks its effect where the council has no secretariat of its own. */
    assignedBy?: string;
    whatRef: string;
    plan: Plan;
  }
>;
/** 対応を終えた. `open` is how many of the item's actions are still owed. */
export type ActionCompleted = Event<
  'ActionCompleted',
  OfIssue & { action: string; open: number; reportRef?: string; plan?: Plan }
>;
/** 効果を確かめた. */
export type EffectChecked = Event<
  'EffectChecked',
  OfIssue & {
    action: string;
    effect: Effect;
    /** What the numbers say, where somebody judged otherwise. */
    counted: Effect;
    measured: Measured | null;
    judged: boolean;
    noteRef: string | null;
  }
>;
/** 評価を終えた: every action is done, and its effect checked. */
export type AgendaItemEvaluated = Event<
  'AgendaItemEvaluated',
  OfIssue & { effect: Effect; key: string; level: string; areaId: string }
>;
/** もう一度諮る: what was done about it has had no effect (model.md 2.7). */
export type AgendaItemReopened = Event<'AgendaItemReopened', OfIssue & { effect: Effect }>;
/** 議題を終えた. */
export type AgendaItemClosed = Event<'AgendaItemClosed', OfIssue & { effect: Effect }>;
/** 会議体の席が変わった. */
export type AgendaItemReseated = Event<'AgendaItemReseated', OfIssue & { seats: Seats }>;
/** 相談を寄せた人へ知らせた: so many, so long after they had reported it. */
export type ContributorsTold = Event<
  'ContributorsTold',
  OfIssue & { news: string; contributors: number; byMessage: number; days: number }
>;

export type AgendaItemEvent =
  | AgendaItemDrafted
  | AgendaItemEvidenceUpdated
  | AgendaItemDropped
  | AgendaItemCategorized
  | AgendaNoteWritten
  | BodyPositionRecorded
  | AgendaItemPositioned
  | AgendaItemScheduled
  | AgendaItemTakenOff
  | AgendaItemDiscussed
  | AgendaItemDecided
  | AgendaItemContinued
  | AgendaItemEscalated
  | AgendaItemForwarded
  | ActionAssigned
  | ActionCompleted
  | EffectChecked
  | AgendaItemEvaluated
  | AgendaItemClosed
  | AgendaItemReopened
  | AgendaItemReseated
  | ContributorsTold;

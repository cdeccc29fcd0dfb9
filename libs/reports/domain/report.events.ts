import type { AreaRef, Event, Plan } from '#kernel';
import type { Figures } from './figures.js';
import type { Month } from './month.js';
import type { Bodies, Body, Dissent } from './report.state.js';
import type { ReportRules } from './reports.rules.js';

/** 報告を開いた: from now on it is owed. */
export type ActivityReportOpened = Event<
  'ActivityReportOpened',
  {
    desk: string;
    month: Month;
    area: AreaRef;
    bodies: Bodies;
    rules: ReportRules;
    ruleSet: { id: string; version: number };
    plans: readonly Plan[];
  }
>;
/** 提出した. Its figures are frozen: what is written down later changes what is counted today, and not what was approved. */
export type ActivityReportSubmitted = Event<
  'ActivityReportSubmitted',
  { edition: number; total: number; figures: Figures; hash: string; bodies: Bodies; plans: readonly Plan[] }
>;
/** 承認した. `complete`: every body that is there has approved. */
export type ActivityReportApproved = Event<
  'ActivityReportApproved',
  { body: Body; organization: string; edition: number; complete: boolean }
>;
/** 差し戻した. */
export type ActivityReportReturned = Event<
  'ActivityReportReturned',
  { body: Body; organization: string; edition: number; reasonRef: string; plans: readonly Plan[] }
>;
/** 期限までに二者の承認がそろわなかった: the municipality is to decide. */
export type ActivityReportDeadlocked = Event<
  'ActivityReportDeadlocked',
  { edition: number; lacking: readonly Body[]; plans: readonly Plan[] }
>;
/** 市町村が決めた. Who had not agreed is recorded with it. */
export type ActivityReportDecided = Event<
  'ActivityReportDecided',
  { organization: string; edition: number; dissent: readonly Dissent[]; noteRef?: string }
>;

export type ReportEvent =
  | ActivityReportOpened
  | ActivityReportSubmitted
  | ActivityReportApproved
  | ActivityReportReturned
  | ActivityReportDeadlocked
  | ActivityReportDecided;

import type { AreaRef, Duties, Earlier, Instant, Opening } from '#kernel';
import type { Figures } from './figures.js';
import type { Month } from './month.js';
import type { ReportRules } from './reports.rules.js';

export const REPORT_STATUSES = ['DRAFT', 'SUBMITTED', 'DEADLOCKED', 'APPROVED'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const BODIES = ['medical_association', 'municipality'] as const;
/** 承認する二者: the medical association, and the municipality as insurer (介護保険者) (H-04). */
export type Body = (typeof BODIES)[number];

/** Ids of the organizations of each body that are there for the desk's place, nearest first. */
export type Bodies = Readonly<Record<Body, readonly string[]>>;

/** A body that did not agree when the municipality decided, and whether it had returned the report. */
export interface Dissent {
  readonly body: Body;
  readonly returned: boolean;
}

/** 月次活動報告: what a desk did in a month, approved by two bodies (H-04, traps.md 13). */
export interface ActivityReport {
  readonly status: ReportStatus;
  readonly desk: string;
  readonly month: Month;
  readonly area: AreaRef;
  readonly bodies: Bodies;
  /** How many times it was submitted. */
  readonly edition: number;
  readonly figures?: Figures;
  readonly hash?: string;
  readonly submittedAt?: Instant;
  /** Of the edition that is submitted. */
  readonly approvals: Readonly<Partial<Record<Body, { readonly organization: string; readonly at: Instant }>>>;
  /** Bodies that have returned an edition. */
  readonly returned: readonly Body[];
  readonly decidedAt?: Instant;
  readonly dissent?: readonly Dissent[];
  readonly rules: ReportRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly duties: Duties;
}

export type State = ActivityReport | null;

/** Who owes, by its own calendar. */
export interface Party {
  readonly organization: string;
  readonly opening: Opening;
}

export interface OpeningFound {
  /** Undefined where the organization is no desk. */
  readonly desk?: Party & { readonly area: AreaRef };
  readonly bodies: Bodies;
  readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: ReportRules };
}

export interface SubmittingFound {
  /** Undefined while the count has not caught up with what was written down. */
  readonly figures?: Figures;
  readonly bodies: Bodies;
  /** The first of each body, where there is one. */
  readonly parties: Readonly<Partial<Record<Body, Party>>>;
}

export interface DeskFound {
  readonly desk: Party;
}

export interface MunicipalityFound {
  readonly municipality: Party;
}

/** 時の順: what is said of an edition cannot lie before it was submitted. */
export const SUBMISSION: Earlier<ActivityReport> = {
  ja: '提出',
  en: 'the submission',
  at: ({ submittedAt }) => submittedAt,
};

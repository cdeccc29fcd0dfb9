import type { Instant, LocalDate } from '#kernel';

/** 秘匿した数 is null: what is hidden stands nowhere in a pack, so that no format can give it away. */
export type Shown = number | null;

export const SPLITS = ['month', 'source', 'scene', 'area'] as const;
/** 内訳: by the month in which a case was first noticed, by what noticed it, by scene, by the areas below. */
export type SplitBy = (typeof SPLITS)[number];

export interface Line {
  /** "2026-11", a source, a scene, or the id of an area. */
  readonly code: string;
  readonly cases: Shown;
}

export interface Split {
  readonly by: SplitBy;
  readonly lines: readonly Line[];
}

export const AUDIENCES = ['council', 'public'] as const;
/** 会議用 (within the council, confidential) or 公開用. */
export type Audience = (typeof AUDIENCES)[number];

/** What one audience is shown: nothing in it is more than what the others see. */
export interface Figures {
  readonly signals: Shown;
  readonly cases: Shown;
  readonly organizations: Shown;
  readonly municipalities: Shown;
  /** Cases per 10,000 of population, one decimal; null as well where no population is known. */
  readonly perTenThousand: Shown;
  readonly splits: readonly Split[];
  /** 五つの理由 (E1–E5) for which it was raised at once. */
  readonly reasons: readonly string[];
}

/** 以前の決定 on the same trouble, here or in another area. */
export interface EarlierDecision {
  readonly item: string;
  readonly area: string;
  readonly decision: string;
  readonly decidedOn: LocalDate;
}

/** What a pack covers: whole months, as known at a moment. */
export interface Window {
  /** The first month, "2025-12", to the last. */
  readonly months: readonly string[];
  readonly knownAt: Instant;
}

/** 根拠資料: everything that a version of a pack says. Its hash is that of this, and every format is made of this alone. */
export interface PackContent {
  readonly item: string;
  readonly key: string;
  readonly level: string;
  readonly area: string;
  readonly window: Window;
  readonly least: Readonly<Record<Audience, number>>;
  readonly population: number | null;
  /** Names of the areas that are mentioned, as they were. */
  readonly names: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<Audience, Figures>>;
  readonly decisions: readonly EarlierDecision[];
  /** 要旨: references to up to three narratives that a coordinator has approved. Left out of what earlier versions made. */
  readonly narratives?: readonly string[];
  /** 考えられる決め方（案）. */
  readonly options?: readonly string[];
}

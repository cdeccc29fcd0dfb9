import { DISCLOSURE_CONTEXT, whole, type Bounds } from '#kernel';

/** Rule set of evidence packs (model.md 2.7 and trap 10). Every number is data; [D] marks what is our own default. */
export const PACK_RULES = {
  /** 秘匿の下限 (k): no number of cases from one to below it is shown to a council, nor can be computed [D]. */
  leastCases: 5,
  /** The same for the public: counts below 10 are masked, as with patient counts (model.md 2.7). */
  leastPublicCases: 10,
  /** 推移: so many calendar months, this one the last. */
  months: 12,
};

/** What an area may set [D]. Below 3 nothing would be hidden that a neighbor could not guess. */
export const PACK_BOUNDS: Bounds<typeof PACK_RULES> = {
  leastCases: whole(3, 100),
  leastPublicCases: whole(3, 100),
  months: whole(1, 36),
};

export type PackRules = typeof PACK_RULES;
export const PACK_CONTEXT = DISCLOSURE_CONTEXT;

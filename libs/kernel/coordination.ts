/**
 * 調整の分野: the columns of the cross-sectional table of the S1 source (地域支援事業を横断的に見てみると), in its order; of its
 * その他 the two offices that it names (K-05), and beside it what K-07 and K-09 coordinate.
 */
export const COORDINATION_FIELDS = [
  'home_care',
  'dementia',
  'life_support',
  'community_care',
  'rights',
  'volunteer',
  'dental',
  'discharge',
] as const;
export type CoordinationField = (typeof COORDINATION_FIELDS)[number];

/**
 * 調整のレベル (K-01, 「どの分野のどのレベルを調整を担うのか明確に」), from the rows of the same table: one person's support
 * (地域ケア個別会議), work between institutions and professions (医療介護関係職種からの相談支援・研修), the making of the area
 * (協議体・推進会議・協議会).
 */
export const COORDINATION_LEVELS = ['case', 'organization', 'area'] as const;
export type CoordinationLevel = (typeof COORDINATION_LEVELS)[number];

/** What somebody coordinates: some fields at one level, in an area and all that lie in it. */
export interface Coordinating {
  readonly fields: readonly CoordinationField[];
  readonly level: CoordinationLevel;
  readonly area: string;
}

/** What asks for coordination (K-01: field × level are mandatory; routing uses them). */
export interface Coordination {
  readonly field: CoordinationField;
  readonly level: CoordinationLevel;
}

/** Whether it is coordinated for a place. `places` are the place itself and the areas around it. */
export const isCoordinatedBy = (
  { fields, level, area }: Coordinating,
  wanted: Coordination,
  places: readonly string[],
): boolean => level === wanted.level && fields.includes(wanted.field) && places.includes(area);

import { areaStanding, type AreaRef } from '#kernel';

/** What is needed of the area tree. */
export interface AreaStructure {
  readonly prefecture: string;
  readonly areas: Readonly<
    Record<string, { readonly id: string; readonly level: string; readonly parent: string | null }>
  >;
}

/** An area and those around it, nearest first. */
const upwards = ({ areas }: AreaStructure, id: string): string[] => {
  const area = areas[id];
  return area ? [id, ...(area.parent === null ? [] : upwards({ prefecture: '', areas }, area.parent))] : [];
};

/** The municipalities of an area: tiers that coincide have the same (A-03 and A-04 of the requirements). */
export const municipalitiesOf = (tree: AreaStructure, id: string): string[] =>
  Object.values(tree.areas).flatMap(({ id: each, level }) =>
    level === 'municipality' && upwards(tree, each).includes(id) ? [each] : [],
  );

export const municipalitiesIn = (tree: AreaStructure, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => municipalitiesOf(tree, id))),
];

/** Whether all of an area lies within these. */
export function covers(tree: AreaStructure, ids: readonly string[], area: string): boolean {
  const within = new Set(municipalitiesIn(tree, ids));
  const wanted = municipalitiesOf(tree, area);
  return wanted.length > 0 && wanted.every((id) => within.has(id));
}

/** Levels that an area stands for: its own, and those of the tiers that are the same as it. */
export function levelsOf(tree: AreaStructure, area: string): string[] {
  const own = municipalitiesOf(tree, area);
  const isSame = (id: string) => {
    const others = municipalitiesOf(tree, id);
    return others.length === own.length && others.every((each) => own.includes(each));
  };
  const chain = [...upwards(tree, area), ...(own[0] === undefined ? [] : upwards(tree, own[0]))];
  return [...new Set(chain.flatMap((id) => (isSame(id) ? (tree.areas[id]?.level ?? []) : [])))];
}

/** The tiers that all of these areas have in common, empty below. */
export function refOf(tree: AreaStructure, ids: readonly string[]): AreaRef {
  const chains = municipalitiesIn(tree, ids).map((id) => upwards(tree, id));
  const shared = (tier: number): string => {
    const found = new Set(chains.map((chain) => chain[tier] ?? ''));
    return found.size === 1 ? ([...found][0] ?? '') : '';
  };
  return {
    municipalityId: shared(0),
    homeCareAreaId: shared(1),
    secondaryAreaId: shared(2),
    tertiaryAreaId: shared(3),
  };
}

/** What somebody serves who stands in one of these areas; those who serve only what lies between them do not. */
export const standingIn = (tree: AreaStructure, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => areaStanding(tree.prefecture, refOf(tree, [id])))),
];

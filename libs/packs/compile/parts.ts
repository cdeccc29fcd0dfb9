import { areasIn, childrenOf, type AreaTree } from '#directory';
import { SIGNAL_SOURCES } from '#issues';
import { dateIn, SCENES } from '#kernel';
import type { PackContent, SplitBy } from '../domain/pack.content.js';
import type { CountedSignal, Covered, Value } from './releases.js';

export const municipalitiesOf = (tree: AreaTree, area: string): string[] =>
  areasIn(tree, area).flatMap(({ level, id }) => (level === 'municipality' ? [id] : []));

/** Of an area, or the sum of its home-care areas where each is known; of a municipality the source gives none. */
export function peopleOf(tree: AreaTree, area: string): number | null {
  const own = tree.areas[area];
  if (own?.population !== undefined) return own.population;
  const below = areasIn(tree, area).filter(({ level }) => level === 'home_care_area');
  if (below.length === 0 || below.some(({ population }) => population === undefined)) return null;
  return below.reduce((sum, { population = 0 }) => sum + population, 0);
}

/**
 * 圏域を先に (trap 10): the areas directly below, and municipalities only of a home-care area. A tier that coincides with
 * the one below is passed over.
 */
function partsOf(tree: AreaTree, level: string, area: string): Value[] {
  const below =
    level === 'prefecture'
      ? areasIn(tree, area).filter((one) => one.level === 'secondary_area')
      : childrenOf(tree, area);
  const [only] = below;
  if (below.length === 1 && only && only.level !== 'municipality') return partsOf(tree, only.level, only.id);
  return below.length > 1 ? below.map(({ id }) => ({ code: id, members: municipalitiesOf(tree, id) })) : [];
}

const plain = (codes: readonly string[]): Value[] => codes.map((code) => ({ code, members: [code] }));

/** 内訳 of a pack of this area and these months. */
export function splitsOf(tree: AreaTree, level: string, area: string, months: readonly string[]): Covered['splits'] {
  const parts = partsOf(tree, level, area);
  return [
    { by: 'month', values: plain(months) },
    { by: 'source', values: plain(SIGNAL_SOURCES) },
    { by: 'scene', values: plain(SCENES) },
    ...(parts.length > 0 ? [{ by: 'area' as const, values: parts }] : []),
  ];
}

/** The same of a pack that was frozen: by the lines that it has, whatever has become of the areas since. */
export const splitsAgain = (tree: AreaTree, { figures: { council } }: PackContent): Covered['splits'] =>
  council.splits.map(({ by, lines }) => ({
    by,
    values: lines.map(({ code }) => ({ code, members: by === 'area' ? municipalitiesOf(tree, code) : [code] })),
  }));

/** Whether a case that was first noticed like this stands in a line. */
export function isWithinLine(
  tree: AreaTree,
  { by, code }: { readonly by: SplitBy; readonly code: string },
  { occurredAt, source, scene, municipality }: CountedSignal,
): boolean {
  if (by === 'month') return dateIn(occurredAt).slice(0, 7) === code;
  if (by === 'source') return source === code;
  if (by === 'scene') return scene === code;
  return municipalitiesOf(tree, code).includes(municipality);
}

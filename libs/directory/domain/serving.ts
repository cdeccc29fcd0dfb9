import { areaChain, type AreaRef } from '#kernel';
import type { AreaTree } from './area-tree.js';

/**
 * Whether an organization is there for a place: it serves the place, or an area around it. A matter of a home-care or
 * secondary area, which no municipality has alone, is also that of whoever serves a part of it: the secretariat of its
 * council (協議会) sits at a town hall or a base of the area, or at its health center (model.md 2.6 and 2.7). What is the
 * whole prefecture's is for those who serve the prefecture: of its parts each would be there for all.
 */
export function servesPlace(serves: readonly string[], area: AreaRef, { prefecture, areas }: AreaTree): boolean {
  const chain = areaChain(prefecture, area);
  const place = chain.at(-1);
  const isWithin = (id: string | null | undefined): boolean =>
    typeof id === 'string' && (id === place || isWithin(areas[id]?.parent));
  return serves.some((id) => chain.includes(id) || (chain.length > 1 && isWithin(id)));
}

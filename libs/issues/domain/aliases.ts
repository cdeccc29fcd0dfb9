import type { AreaNode } from './area-nodes.js';

/** 統合された課題: which key stands for which other, by key and area. */
export type Aliases = ReadonlyMap<string, string>;

export const aliasAt = (key: string, area: string): string => `${key} ${area}`;

/**
 * The key under which a signal counts, from the one that it was tagged with and the areas that it lies in, the nearest
 * first. Of what was merged one after the other it is the last; a circle, which no command makes, ends where it began.
 */
export function keyAmong(tagged: string, above: readonly AreaNode[], aliases: Aliases): string {
  const seen = new Set<string>();
  let key = tagged;
  while (!seen.has(key)) {
    seen.add(key);
    const into = above.map(({ id }) => aliases.get(aliasAt(key, id))).find((found) => found !== undefined);
    if (into === undefined || seen.has(into)) return key;
    key = into;
  }
  return key;
}

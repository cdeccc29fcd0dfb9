import { folded } from '#kernel';

/** Two characters at a time: what is said in other words still shares most of them (model.md 2.6). */
function gramsOf(text: string): Map<string, number> {
  const letters = Array.from(folded(text).replaceAll(/[\s\p{P}]+/gu, ''));
  const grams = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const gram = `${letters[i]}${letters[i + 1]}`;
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** 似ている度合い of two texts, from 0 to 100: how much of their wording they share, whichever comes first (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [gramsOf(one), gramsOf(other)];
  const sum = (grams: ReadonlyMap<string, number>) => [...grams.values()].reduce((all, n) => all + n, 0);
  const both = [...a].reduce((all, [gram, n]) => all + Math.min(n, b.get(gram) ?? 0), 0);
  return sum(a) + sum(b) === 0 ? 0 : Math.round((200 * both) / (sum(a) + sum(b)));
}

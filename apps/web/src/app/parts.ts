import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Part } from '../feature.ts';
import { loadWords } from '../i18n/pair.ts';

const LOADED = new Map<unknown, LazyExoticComponent<ComponentType>>();

/** What is fetched, together with all that it may say. */
export async function withWords<Fetched>(fetched: Promise<Fetched>): Promise<Fetched> {
  const [it] = await Promise.all([fetched, loadWords()]);
  return it;
}

/** A part as a component. The same part is the same component at every rendering, so that its state stays. */
export function loaded<Props>(part: Part<Props>): LazyExoticComponent<ComponentType<Props>> {
  const known = LOADED.get(part) ?? (lazy(async () => ({ default: await withWords(part()) })) as unknown);
  LOADED.set(part, known as LazyExoticComponent<ComponentType>);
  return known as LazyExoticComponent<ComponentType<Props>>;
}

import { closingOn, plusOpenDays, type Opening } from './calendar.js';
import type { Addressee, Rung } from './obligation.js';
import { dateIn, plusHours, type Instant } from './time.js';

/** A level and its distance from T in the business days of the organization that owes. */
export interface Offset {
  readonly level: number;
  readonly businessDays: number;
}

/**
 * The moments of a ladder (model.md 2.4). T is the due moment. A reminder whose moment lies before the obligation opens
 * is left out. When T is past already, the first overdue level goes at once and later ones count business days from now.
 */
export function chaseLadder(
  { dueAt, now, opening, offsets }: { dueAt: Instant; now: Instant; opening: Opening; offsets: readonly Offset[] },
  told: Readonly<Record<number, readonly Addressee[]>>,
): Rung[] {
  const late = dueAt <= now;
  const base = late ? now : dueAt;
  return offsets.flatMap(({ level, businessDays }) => {
    const to = told[level];
    if (!to) return [];
    if (businessDays === 0) return [{ level, at: base, to }];
    const at = closingOn(plusOpenDays(dateIn(base), businessDays, opening), opening);
    return level === 0 && (late || at < now) ? [] : [{ level, at, to }];
  });
}

/** Short notice (急な退院): the first two overdue levels at once, the third after so many clock hours, no reminder (model.md 2.4). */
export const compressedLadder = (
  now: Instant,
  thirdAfterHours: number,
  told: Readonly<Record<number, readonly Addressee[]>>,
): Rung[] =>
  [
    { level: 1, at: now },
    { level: 2, at: now },
    { level: 3, at: plusHours(now, thirdAfterHours) },
  ].flatMap(({ level, at }) => (told[level] ? [{ level, at, to: told[level] }] : []));

import type { IssueLevel, SignalSeen, SignalsOf } from '#issues';
import { atMinute, plusDays, type Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { Window } from '../domain/pack.content.js';

interface OfArea {
  readonly key: string;
  readonly level: string;
  readonly areaId: string;
}

/** The signals that a pack counts, oldest first: of its whole months, as they were known at its moment. */
export const rowsOf = (
  signals: SignalsOf,
  tx: Queryable,
  prefecture: string,
  { key, level, areaId }: OfArea,
  { months, knownAt }: Window,
): Promise<SignalSeen[]> =>
  signals.of(
    tx,
    prefecture,
    { key, level: level as IssueLevel, areaId },
    { from: beginningOf(months[0] ?? ''), before: beginningOf(monthAfter(months.at(-1) ?? '')), knownAt },
  );

const beginningOf = (month: string): Instant => atMinute(`${month}-01`, 0);
const monthAfter = (month: string): string => plusDays(`${month}-28`, 4).slice(0, 7);

import type { Duty, Instant, Opening, Plan } from '#kernel';

type Planned = Pick<Plan, 'dueAt' | 'rungs'>;

/** What a duty is dated by beside the state of its case. */
export interface Dating<Values> {
  readonly rules: Values;
  readonly now: Instant;
  readonly opening: (organization: string) => Opening;
}

/**
 * When a duty would be due under given rules, by the same functions that date it. Where the state does not say from which
 * moment it counts, each that it can be: the one that explains the date under the case's own rules is taken.
 */
export type Replans<State, Values> = (state: State, duty: Duty, dating: Dating<Values>) => readonly Planned[];

export type Moved = 'earlier' | 'at_once' | 'later' | 'chased_otherwise' | 'same' | 'otherwise';

interface Under<Values> {
  readonly own: Dating<Values>;
  readonly before: Dating<Values>;
  readonly after: Dating<Values>;
}

/** What a change of rules does to one duty that is open. */
export function movedBy<State, Values>(
  replans: Replans<State, Values>,
  state: State,
  duty: Duty,
  { own, before, after }: Under<Values>,
): Moved {
  const which = replans(state, duty, own).findIndex(({ dueAt }) => dueAt === duty.dueAt);
  if (which < 0) return 'otherwise';
  const [was, is] = [replans(state, duty, before)[which], replans(state, duty, after)[which]];
  if (!was || !is) return 'otherwise';
  if (is.dueAt < was.dueAt) return is.dueAt <= after.now && was.dueAt > after.now ? 'at_once' : 'earlier';
  if (is.dueAt > was.dueAt) return 'later';
  const moments = ({ rungs }: Planned) => rungs.map(({ level, at }) => `${level} ${at}`).join();
  return moments(was) === moments(is) ? 'same' : 'chased_otherwise';
}

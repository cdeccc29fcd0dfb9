import { invalidInput } from './errors.js';
import type { Actor } from './event.js';
import { dateIn, isLocalDate, minuteOfDay, type Instant, type LocalDate } from './time.js';

/** An Instant or a LocalDate: its form says which. */
type Moment = string;

/** A moment of a case that something else cannot lie before, in the words of the field. */
export interface Earlier<State> {
  readonly ja: string;
  readonly en: string;
  /** Undefined while it has not come about. A day is compared by the day. */
  readonly at: (state: State, occurredAt: Instant) => Moment | undefined;
}

/** What a command cannot precede: by when it happened, and by the days that it names. */
export interface Sequence<State> {
  readonly occurredAt?: readonly Earlier<State>[];
  readonly fields?: Readonly<Record<string, Earlier<State>>>;
}

/** 時の順: one row for each command of a kind. What a row leaves out may come in any order: late logging is normal. */
export type Order<State, Command extends { readonly type: string }> = Readonly<
  Record<Command['type'], Sequence<State>>
>;

/** The moment of the command itself, as the earliest day that it may name. */
export const ITSELF = {
  ja: 'この操作が行われた日',
  en: 'the day on which this happened',
  at: (_state: unknown, occurredAt: Instant): LocalDate => dateIn(occurredAt),
} satisfies Earlier<unknown>;

const two = (n: number): string => String(n).padStart(2, '0');

const shown = (at: Moment): string => {
  if (isLocalDate(at)) return at;
  const minute = minuteOfDay(at);
  return `${dateIn(at)} ${two(Math.trunc(minute / 60))}:${two(minute % 60)}`;
};

const dayOf = (at: Moment): LocalDate => (isLocalDate(at) ? at : dateIn(at));

/** People write down minutes: what happened within the same one is taken as it is told. */
const minuteAt = (at: Instant): string => at.slice(0, 16);

const precedes = (one: Moment, other: Moment): boolean =>
  isLocalDate(one) || isLocalDate(other) ? dayOf(one) < dayOf(other) : minuteAt(one) < minuteAt(other);

/**
 * Refuses what would have happened before something that it follows. What a worker asks for is dated as what caused it,
 * in another case, and is let through.
 * @throws invalid_input on the field of the moment
 */
export function inOrder<State, Command extends { readonly type: string }>(
  order: Order<State, Command>,
  command: Command,
  state: State,
  { occurredAt, actor }: { readonly occurredAt: Instant; readonly actor: Actor },
): void {
  if ('system' in actor) return;
  const { occurredAt: before = [], fields = {} } = order[command.type as Command['type']];
  const said: Readonly<Record<string, unknown>> = { ...command };
  const moments: (readonly [string, unknown, Earlier<State>])[] = [
    ...before.map((earlier) => ['occurredAt', occurredAt, earlier] as const),
    ...Object.entries(fields).map(([path, earlier]) => [path, said[path], earlier] as const),
  ];
  for (const [path, moment, { ja, en, at }] of moments) {
    const earlier = at(state, occurredAt);
    if (typeof moment !== 'string' || earlier === undefined || !precedes(moment, earlier)) continue;
    throw invalidInput(
      path,
      `${ja}（${shown(earlier)}）より前の日時です。日時を確かめて入れ直してください。`,
      `It lies before ${en} (${shown(earlier)}). Check the moment and enter it again.`,
    );
  }
}

import { invalidInput } from './errors.js';
import type { Actor } from './event.js';
import { dateIn, isLocalDate, minuteOfDay, type Instant, type LocalDate } from './time.js';

/** An Instant or a LocalDate: its form says which. */
type Moment = string;

/** A command as told: by whom, and of when. */
interface Said {
  readonly occurredAt: Instant;
  readonly actor: Actor;
}

/** A moment of a case that something else cannot lie before, in the words of the field. */
export interface Earlier<State> {
  readonly ja: string;
  readonly en: string;
  /** Undefined while it has not come about. A day is compared by the day. */
  readonly at: (state: State, said: Said) => Moment | undefined;
}

/** 時の順: what a command cannot precede, by when it happened and by the days that it names. */
export interface Sequence<State> {
  readonly after: readonly Earlier<State>[];
  readonly daysAfter: Readonly<Record<string, Earlier<State>>>;
  /** The field that says when it happened. */
  readonly path: string;
}

/** The moment of the command itself, as the earliest day that it may name. */
export const ITSELF = {
  ja: 'この操作が行われた日',
  en: 'the day on which this happened',
  at: (_state: unknown, { occurredAt }: Said): LocalDate => dateIn(occurredAt),
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

/** Whether something that it follows still lies ahead: told of as happening now, it would be refused. */
export const isTooEarly = <State>(after: readonly Earlier<State>[], state: State, told: Said): boolean =>
  after.some(({ at }) => {
    const earlier = at(state, told);
    return earlier !== undefined && precedes(told.occurredAt, earlier);
  });

/**
 * Refuses what would have happened before something that it follows. What a worker asks for is dated as what caused it,
 * in another case, and is let through.
 * @throws invalid_input on the field of the moment
 */
export function inOrder<State>(
  { after, daysAfter, path }: Sequence<State>,
  command: object,
  state: State,
  told: Said,
): void {
  if ('system' in told.actor) return;
  const values: Readonly<Record<string, unknown>> = { ...command };
  const moments: (readonly [string, unknown, Earlier<State>])[] = [
    ...after.map((earlier) => [path, told.occurredAt, earlier] as const),
    ...Object.entries(daysAfter).map(([field, earlier]) => [field, values[field], earlier] as const),
  ];
  for (const [field, moment, { ja, en, at }] of moments) {
    const earlier = at(state, told);
    if (typeof moment !== 'string' || earlier === undefined || !precedes(moment, earlier)) continue;
    throw invalidInput(
      field,
      `${ja}（${shown(earlier)}）より前の日時です。日時を確かめて入れ直してください。`,
      `It lies before ${en} (${shown(earlier)}). Check the moment and enter it again.`,
    );
  }
}

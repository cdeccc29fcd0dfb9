import { invalidInput, type Instant } from '#kernel';

/** For each command the steps of the case that it cannot precede. */
export type Order<Command extends string, Step extends string> = Readonly<Record<Command, readonly Step[]>>;

/** People write down minutes: what happened within the same one is taken as it is told. */
const minuteOf = (at: Instant): string => at.slice(0, 16);

/**
 * Late recording is normal, so nothing is said of how long ago something happened: only that what follows comes after.
 * @throws invalid_input on `occurredAt`, naming the step that was later.
 */
export function inOrder<Step extends string>(
  after: readonly Step[],
  names: Readonly<Record<Step, { readonly ja: string; readonly en: string }>>,
  moments: Readonly<Partial<Record<Step, Instant | undefined>>>,
  occurredAt: Instant,
): void {
  const later = after.findLast((step) => {
    const at = moments[step];
    return at !== undefined && minuteOf(occurredAt) < minuteOf(at);
  });
  if (later === undefined) return;
  const { ja, en } = names[later];
  throw invalidInput(
    'occurredAt',
    `${ja}より前の日時です。起きた順になるように、日時を直してください。`,
    `This lies before the ${en}. Give a moment that is not before it.`,
  );
}

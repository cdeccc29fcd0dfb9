import {
  dateIn,
  DomainError,
  atMinute,
  invalidInput,
  minuteOfDay,
  type Circumstances,
  type Earlier,
  type Instant,
} from '#kernel';
import type { BesideStays } from './handover.found.js';
import { isInHospital, lastPassed, type DischargeCase, type OtherStay } from './handover.state.js';

type Moment = Earlier<DischargeCase>;

/** 時の順: moments of a case that something else cannot lie before (model.md 2.4). */
export const ADMISSION: Moment = { ja: '入院', en: 'the admission', at: ({ admittedAt }) => admittedAt };
/** Where only the day counts. */
export const ADMISSION_DAY: Moment = { ...ADMISSION, at: ({ admittedAt }) => dateIn(admittedAt) };
export const NAMING: Moment = {
  ja: '担当ケアマネジャーの確認',
  en: 'the naming of the care manager',
  at: ({ careManagerSince }) => careManagerSince,
};
export const SENDING: Moment = {
  ja: '引継書の送付',
  en: 'the sending of the handover',
  at: (state) => lastPassed(state, 'SUBMITTED'),
};
export const ASKING: Moment = {
  ja: '引継書についての照会・返却',
  en: 'the question about the handover, or its return',
  at: (state) => lastPassed(state, 'CLARIFYING', 'REDIRECTING'),
};
export const DISCHARGE: Moment = { ja: '退院', en: 'the discharge', at: ({ dischargedAt }) => dischargedAt };
export const DISCHARGE_DAY: Moment = {
  ...DISCHARGE,
  at: ({ dischargedAt }) => (dischargedAt === undefined ? undefined : dateIn(dischargedAt)),
};
export const TRANSFER_DAY: Moment = { ja: '転院', en: 'the transfer', at: ({ endedOn }) => endedOn };

const clock = (at: Instant): string => {
  const minute = minuteOfDay(at);
  const part = (n: number) => String(n).padStart(2, '0');
  return `${dateIn(at)} ${part(Math.trunc(minute / 60))}:${part(minute % 60)}`;
};

const alreadyThere = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'この患者のこの病院への入院は、すでに登録されています。一覧から既存のものを開いてください。',
    'The stay of this patient at this hospital is registered already. Open it from the list.',
  );

const endOf = ({ until, untilOn }: OtherStay): Instant | undefined =>
  until ?? (untilOn === undefined ? undefined : atMinute(untilOn, 0));

/** True when a stay that begins at the moment given lies before the end of the other. */
const beginsBeforeEnd = (at: Instant, { until, untilOn }: OtherStay): boolean => {
  if (until !== undefined) return at < until;
  return untilOn !== undefined && dateIn(at) < untilOn;
};

/**
 * 入院の重なり: a stay begins after the earlier ones of the person have ended. One that another hospital forgot to end
 * keeps nobody out: it is named in the answer, and must have ended by now (see `leavesInOrder`).
 */
export function beginsInOrder(
  hospital: string,
  { occurredAt, found, actor }: Circumstances<BesideStays>,
): { readonly openElsewhere?: string } {
  const open = found.stays.filter(isInHospital);
  if (open.some((other) => other.hospital === hospital)) throw alreadyThere();
  if ('system' in actor) {
    // The transfer was written down after the next hospital had registered, and ended, the stay itself.
    if (found.stays.some((other) => other.hospital === hospital && beginsBeforeEnd(occurredAt, other)))
      throw alreadyThere();
  } else {
    const over = found.stays.find((other) => !isInHospital(other) && beginsBeforeEnd(occurredAt, other));
    if (over) throw overlapping('admittedAt', endOf(over) ?? over.from, '前の入院がまだ終わっていない日時', 'ended');
    const later = open.find(({ from }) => occurredAt < from);
    if (later) throw overlapping('admittedAt', later.from, '別の病院への、より新しい入院より前の日時', 'began');
  }
  const left = open.at(-1);
  return left ? { openElsewhere: left.id } : {};
}

/** A stay has ended by the time that the person's next one began. `path` says when it ended: a moment, or a day. */
export function leavesInOrder(
  path: 'dischargedAt' | 'on',
  { admittedAt }: DischargeCase,
  { occurredAt, found, actor }: Circumstances<BesideStays>,
): void {
  if ('system' in actor) return;
  const next = found.stays.find(
    ({ from }) => from > admittedAt && (path === 'on' ? dateIn(from) < dateIn(occurredAt) : from < occurredAt),
  );
  if (next) throw overlapping(path, next.from, '次の入院が始まった後の日時', 'began');
}

const overlapping = (path: string, at: Instant, ja: string, what: 'began' | 'ended'): DomainError => {
  const when = clock(at);
  return invalidInput(
    path,
    `${ja}です（${when}）。この患者の入院が重なっています。日時を確かめて入れ直してください。`,
    `Another stay of this patient ${what} at ${when}, and the two overlap. Check the moment and enter it again.`,
  );
};

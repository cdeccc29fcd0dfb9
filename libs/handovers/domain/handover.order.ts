import { atMinute, dateIn, DomainError, invalidInput, minuteOfDay, type Instant } from '#kernel';
import type { HandoverCommand } from './handover.commands.js';
import { isInHospital, lastPassed, type DischargeCase, type Given, type OtherStay } from './handover.state.js';

/** A moment of a case before which something else cannot have happened. */
interface Earlier {
  readonly ja: string;
  readonly en: string;
  readonly at: (state: DischargeCase) => Instant | undefined;
}

const ADMISSION: Earlier = { ja: '入院', en: 'the admission', at: ({ admittedAt }) => admittedAt };
const NAMING: Earlier = {
  ja: '担当ケアマネジャーの確認',
  en: 'the naming of the care manager',
  at: ({ careManagerSince }) => careManagerSince,
};
const SENDING: Earlier = {
  ja: '引継書の送付',
  en: 'the sending of the handover',
  at: (state) => lastPassed(state, 'SUBMITTED'),
};
const ASKING: Earlier = {
  ja: '引継書についての照会・返却',
  en: 'the question about the handover, or its return',
  at: (state) => lastPassed(state, 'CLARIFYING', 'REDIRECTING'),
};
const DISCHARGE: Earlier = { ja: '退院', en: 'the discharge', at: ({ dischargedAt }) => dischargedAt };
const END: Earlier = {
  ja: '転院',
  en: 'the transfer',
  at: ({ endedOn }) => (endedOn === undefined ? undefined : atMinute(endedOn, 0)),
};

interface Order {
  /** The field that carries the moment; `occurredAt` unless said. */
  readonly path?: string;
  /** Where only the day counts. */
  readonly byDay?: true;
  readonly notBefore: readonly Earlier[];
}

/** 時の順: what each command cannot precede. What is left out of a row may come in any order (late logging is normal). */
const ORDER: Readonly<Record<HandoverCommand['type'], Order>> = {
  RegisterAdmission: { path: 'admittedAt', notBefore: [] },
  IdentifyCareManager: { notBefore: [ADMISSION] },
  ReassignCareManager: { notBefore: [ADMISSION, NAMING, ASKING] },
  // The fee counts days, the admission being day 1: on that day it may come before the patient [L1].
  ProvideAdmissionInformation: { byDay: true, notBefore: [ADMISSION] },
  ScreenForDischargeSupport: { notBefore: [ADMISSION] },
  HoldFamilyInterview: { notBefore: [ADMISSION] },
  StartDischargePlan: { notBefore: [ADMISSION] },
  HoldDischargeConference: { notBefore: [ADMISSION] },
  PlanDischarge: { notBefore: [ADMISSION] },
  NotifyDischargeSupportStart: { notBefore: [ADMISSION] },
  SubmitHandover: { notBefore: [ADMISSION, SENDING, ASKING] },
  SupplementHandover: { notBefore: [SENDING, ASKING] },
  AcknowledgeHandover: { notBefore: [SENDING, ASKING] },
  RequestHandoverClarification: { notBefore: [SENDING] },
  ReturnHandover: { notBefore: [SENDING] },
  RecordDischarge: { path: 'dischargedAt', notBefore: [ADMISSION] },
  RecordTransfer: { path: 'on', byDay: true, notBefore: [ADMISSION] },
  RecordDeath: { path: 'on', byDay: true, notBefore: [ADMISSION, DISCHARGE, END] },
  RelayCareManagerToNextHospital: { byDay: true, notBefore: [END] },
  ReturnPostDischargeFeedback: { notBefore: [DISCHARGE] },
  ClassifyLeak: { notBefore: [DISCHARGE] },
  ExcludeFromSurvey: { notBefore: [ADMISSION] },
  CloseRecoveryWindow: { notBefore: [DISCHARGE] },
};

const clock = (at: Instant): string => {
  const minute = minuteOfDay(at);
  const part = (n: number) => String(n).padStart(2, '0');
  return `${dateIn(at)} ${part(Math.trunc(minute / 60))}:${part(minute % 60)}`;
};

const pathOf = (command: HandoverCommand): string => ORDER[command.type].path ?? 'occurredAt';

/** Refuses what cannot have happened before something that has. A reaction tells of another case's moment and is let through. */
export function inOrder(command: HandoverCommand, state: DischargeCase, { actor, occurredAt }: Given): void {
  if ('system' in actor) return;
  const { byDay, notBefore } = ORDER[command.type];
  for (const { ja, en, at } of notBefore) {
    const earlier = at(state);
    if (earlier === undefined) continue;
    if (byDay ? dateIn(occurredAt) >= dateIn(earlier) : occurredAt >= earlier) continue;
    const when = byDay ? dateIn(earlier) : clock(earlier);
    throw invalidInput(
      pathOf(command),
      `${ja}（${when}）より前の日時です。日時を確かめて入れ直してください。`,
      `It lies before ${en} (${when}). Check the moment and enter it again.`,
    );
  }
}

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
  { occurredAt, found, actor }: Given,
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

/** A stay has ended by the time that the person's next one began. */
export function leavesInOrder(command: HandoverCommand, state: DischargeCase, given: Given): void {
  const { occurredAt, found, actor } = given;
  if ('system' in actor) return;
  const { byDay } = ORDER[command.type];
  const next = found.stays.find(
    ({ from }) => from > state.admittedAt && (byDay ? dateIn(from) < dateIn(occurredAt) : from < occurredAt),
  );
  if (next) throw overlapping(pathOf(command), next.from, '次の入院が始まった後の日時', 'began');
}

const overlapping = (path: string, at: Instant, ja: string, what: 'began' | 'ended'): DomainError => {
  const when = clock(at);
  return invalidInput(
    path,
    `${ja}です（${when}）。この患者の入院が重なっています。日時を確かめて入れ直してください。`,
    `Another stay of this patient ${what} at ${when}, and the two overlap. Check the moment and enter it again.`,
  );
};

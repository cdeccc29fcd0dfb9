import { consentMissing, DomainError, invalidInput, recordOf } from '#kernel';
import type { AcknowledgeHandover, AnswerForReceiver, HandoverRecord } from '../handover.commands.js';
import type { DischargeHandoverSubmitted, HandoverEvent, Witnessed } from '../handover.events.js';
import type { AtBoth, AtCareOffice, AtHospital, Sending } from '../handover.found.js';
import { unacknowledged } from '../handover.from.js';
import { acknowledgement, answerOwed, feedback } from '../handover.obligations.js';
import { isInWindow, stepNow, type DischargeCase, type DocumentStep, type HandoverStatus } from '../handover.state.js';
import { undated } from './support.js';
import type { Work } from './work.js';

const SUBMITTED_FROM: ReadonlySet<HandoverStatus> = new Set(['NONE', 'REQUIRED', 'START_NOTIFIED']);
const SUPPLEMENTED_FROM: ReadonlySet<HandoverStatus> = new Set(['CLARIFYING', 'SUBMITTED']);
const UNREAD: ReadonlySet<string> = new Set<DocumentStep>(['SUBMITTED', 'CLARIFYING', 'REDIRECTING']);

/** Until the recovery window is over a step may come after the discharge; written down still later, it counts all the same. */
const catchesUp = ({ state, given }: Work): boolean =>
  state.handover === 'MISSED' || (state.handover === 'LEAK_CONFIRMED' && isInWindow(state, given.occurredAt));

/** A case that is closed owes nothing more: what is written down late only corrects it. */
const owes = ({ handover }: DischargeCase): boolean => handover !== 'LEAK_CONFIRMED';

export function submitHandover(work: Work<Sending>): HandoverEvent[] {
  if (!SUBMITTED_FROM.has(work.state.handover) && !catchesUp(work)) throw notNow(work);
  return [{ type: 'DischargeHandoverSubmitted', payload: sent(work) }];
}

export function supplementHandover(work: Work<Sending>): HandoverEvent[] {
  const { state } = work;
  if (!SUPPLEMENTED_FROM.has(state.handover) && !(catchesUp(work) && state.version > 0)) throw notNow(work);
  return [{ type: 'DischargeHandoverSupplemented', payload: sent(work) }];
}

/** Without consent nothing is sent, and that is said before anything else. */
const notNow = ({ state, given, wrong }: Work<Sending>): DomainError =>
  given.found.consent ? wrong() : notShared(state);

type Sent = DischargeHandoverSubmitted['payload'];

function sent(work: Work<Sending>): Sent {
  const { state, given, setting, inHospital } = work;
  const { careManager, stay } = state;
  const { consent, careOffice } = given.found;
  if (!consent) throw notShared(state);
  if (stay === 'TRANSFERRED' || stay === 'DIED') throw work.wrong();
  if (!careManager || !careOffice)
    throw invalidInput(
      'careManager',
      '担当ケアマネジャーがまだ決まっていません。先に担当を登録してください。',
      'No care manager has been named yet. Name one first.',
    );
  const version = state.version + 1;
  const planOn = inHospital ? state.plannedDischargeOn : undefined;
  const plans = owes(state)
    ? [acknowledgement(setting, version, careManager, careOffice.opening, planOn), ...(inHospital ? undated(work) : [])]
    : [];
  return { version, documentRef: recordOf<HandoverRecord>(given.records, 'handover_document'), careManager, plans };
}

export function acknowledgeHandover(work: Work<AtCareOffice>, command: AcknowledgeHandover): HandoverEvent[] {
  const { actor } = work.given;
  if (!('userId' in actor)) throw new Error('A handover is acknowledged by a person (model.md 2.4).');
  return acknowledged(work, command, actor.userId);
}

function acknowledged(
  work: Work<AtCareOffice>,
  command: Pick<AcknowledgeHandover, 'version'>,
  by: string,
  witnessed: Witnessed = {},
): HandoverEvent[] {
  const { state, given, setting, wrong } = work;
  const { handover, version, stay, dischargedAt } = state;
  const { occurredAt, found } = given;
  if (stepNow(state) === 'ACKNOWLEDGED') throw readAlready();
  const late = catchesUp(work) && isInWindow(state, occurredAt) && UNREAD.has(stepNow(state));
  if (handover !== 'SUBMITTED' && !late) throw wrong();
  if (command.version !== undefined && command.version !== version) throw outdated(version);
  const plans =
    stay === 'DISCHARGED' && dischargedAt && found.careOffice
      ? [feedback(setting, dischargedAt, found.careOffice)]
      : [];
  return [{ type: 'DischargeHandoverAcknowledged', payload: { version, by, plans, ...witnessed } }];
}

const isAsked = (work: Work): boolean =>
  stepNow(work.state) === 'SUBMITTED' && (work.state.handover === 'SUBMITTED' || catchesUp(work));

const answer = ({ state, setting, given: { found } }: Work<AtHospital>, instance: string) =>
  owes(state) ? [answerOwed(setting, `${instance}-${state.version}`, found.hospital)] : [];

export const requestHandoverClarification = (work: Work<AtHospital>): HandoverEvent[] => asked(work);

function asked(work: Work<AtHospital>, witnessed: Witnessed = {}): HandoverEvent[] {
  if (!isAsked(work)) throw work.wrong();
  const { version } = work.state;
  const textRef = recordOf<HandoverRecord>(work.given.records, 'clarification');
  const plans = answer(work, 'answer');
  return [{ type: 'HandoverClarificationRequested', payload: { version, textRef, plans, ...witnessed } }];
}

export const returnHandover = (work: Work<AtHospital>): HandoverEvent[] => returned(work);

function returned(work: Work<AtHospital>, witnessed: Witnessed = {}): HandoverEvent[] {
  if (!isAsked(work)) throw work.wrong();
  const { version } = work.state;
  const reasonRef = recordOf<HandoverRecord>(work.given.records, 'return_reason');
  const plans = answer(work, 'redirect');
  return [{ type: 'HandoverReturned', payload: { version, reasonRef, plans, ...witnessed } }];
}

/**
 * 受け手に代わる回答: the same facts as a click of the care manager's, with how the answer came and who said it. It is about the
 * version that the sheet was made for: what has been written since, nobody has read.
 */
export function answerForReceiver(work: Work<AtBoth>, { outcome, version, via }: AnswerForReceiver): HandoverEvent[] {
  const { state, given, wrong } = work;
  if (!state.careManager) throw wrong();
  if (version !== state.version) throw outdated(state.version);
  const witnessed = { via, toldByRef: recordOf<HandoverRecord>(given.records, 'told_by') };
  if (outcome === 'received') return acknowledged(work, { version }, state.careManager.user, witnessed);
  return outcome === 'question' ? asked(work, witnessed) : returned(work, witnessed);
}

/** 紙・電話で届ける: the document that waits to be read goes to somebody who has no account. */
export function deliverOnPaper({ state, given, wrong }: Work<Sending>): HandoverEvent[] {
  if (!given.found.consent) throw notShared(state);
  if (!unacknowledged(state)) throw wrong();
  return [{ type: 'HandoverDeliveredOnPaper', payload: { version: state.version } }];
}

const notShared = ({ patient }: DischargeCase): DomainError =>
  consentMissing(
    '本人の情報共有の同意がないため送れません。本人の画面の同意台帳に同意を記録してから、送り直してください。',
    'The person has not consented to this sharing. Record the consent in the ledger on the page of the person, then send again.',
    patient,
  );

const readAlready = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    'この引継書は、貴事業所ですでに受領を確認しています。もう一度確認する必要はありません。',
    'Your office has acknowledged this handover already. Nothing more is to be done.',
  );

const outdated = (version: number) =>
  new DomainError(
    'stale',
    'stale_version',
    `引継書は第${version}版に更新されています。最新の版を読んでから受領してください。`,
    `The handover is at version ${version} now. Read it, then acknowledge.`,
  );

import { dateIn } from '#kernel';
import type {
  PlainHandoverCommand,
  RecordDischarge,
  RecordTransfer,
  ReturnPostDischargeFeedback,
} from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import { feedback, recoverUntil } from '../handover.obligations.js';
import { leavesInOrder } from '../handover.order.js';
import { isInWindow, lastPassed, type DischargeCase } from '../handover.state.js';
import type { Work } from './work.js';

/** What the discharge makes of the handover follows from the order of the facts (handover.verdict.ts). */
export function recordDischarge(command: RecordDischarge, work: Work): HandoverEvent[] {
  const { state, given, setting, inHospital, wrong } = work;
  if (!inHospital) throw wrong();
  leavesInOrder(command, state, given);
  const { handover, careManager, rules } = state;
  const { occurredAt, found } = given;
  const readAt = handover === 'ACKNOWLEDGED' ? lastPassed(state, 'ACKNOWLEDGED') : undefined;
  const inTime =
    readAt !== undefined && isInWindow({ ...state, recoverUntil: recoverUntil(rules, occurredAt) }, readAt);
  const plans =
    inTime && careManager
      ? [feedback(setting, occurredAt, { organization: careManager.organization, opening: found.careOffice })]
      : [];
  const { destination } = command;
  return [{ type: 'PatientDischarged', payload: { dischargedAt: occurredAt, destination, plans } }];
}

const excludedToo = ({ handover }: DischargeCase, event: HandoverEvent, code: 'EX1' | 'EX2'): HandoverEvent[] =>
  handover === 'EXCLUDED' ? [event] : [event, { type: 'DischargeCaseExcluded', payload: { code } }];

export function recordTransfer(command: RecordTransfer, work: Work): HandoverEvent[] {
  const { state, given, inHospital, wrong } = work;
  if (!inHospital) throw wrong();
  leavesInOrder(command, state, given);
  const { toHospital } = command;
  const payload = { on: dateIn(given.occurredAt), ...(toHospital !== undefined && { toHospital }) };
  return excludedToo(state, { type: 'PatientTransferred', payload }, 'EX1');
}

/** After the discharge a death excludes nothing; inside the recovery window it ends that, also when a leak is confirmed already. */
export function recordDeath(command: PlainHandoverCommand, work: Work): HandoverEvent[] {
  const { state, given, inHospital, wrong } = work;
  if (state.stay === 'DIED') throw wrong();
  const on = dateIn(given.occurredAt);
  if (inHospital) {
    leavesInOrder(command, state, given);
    return excludedToo(state, { type: 'PatientDied', payload: { on } }, 'EX2');
  }
  const withdrawsLeak = state.handover === 'LEAK_CONFIRMED' && isInWindow(state, given.occurredAt);
  return [{ type: 'PatientDied', payload: { on, ...(withdrawsLeak && { withdrawsLeak }) } }];
}

export function relayCareManagerToNextHospital({ state, wrong }: Work): HandoverEvent[] {
  const { stay, careManager, toHospital } = state;
  if (stay !== 'TRANSFERRED' || !careManager) throw wrong();
  const payload = { careManager: careManager.user, ...(toHospital !== undefined && { toHospital }) };
  return [{ type: 'CareManagerRelayed', payload }];
}

export function returnPostDischargeFeedback(
  { quality }: ReturnPostDischargeFeedback,
  { state: { stay, handover }, wrong }: Work,
): HandoverEvent[] {
  if (stay !== 'DISCHARGED' || (handover !== 'ACKNOWLEDGED' && handover !== 'RECOVERED')) throw wrong();
  return [{ type: 'PostDischargeFeedbackReturned', payload: { quality } }];
}

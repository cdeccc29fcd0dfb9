import { dateIn, invalidInput } from '#kernel';
import type { RecordDischarge, RecordTransfer, ReturnPostDischargeFeedback } from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import type { BesideStays, Leaving } from '../handover.found.js';
import { feedback, recoverUntil } from '../handover.obligations.js';
import { leavesInOrder } from '../handover.order.js';
import { isInWindow, lastPassed, type DischargeCase } from '../handover.state.js';
import type { Work } from './work.js';

/** What the discharge makes of the handover follows from the order of the facts (handover.verdict.ts). */
export function recordDischarge(
  { state, given, setting, inHospital, wrong }: Work<Leaving>,
  { destination }: RecordDischarge,
): HandoverEvent[] {
  if (!inHospital) throw wrong();
  leavesInOrder('dischargedAt', state, given);
  const { handover, rules } = state;
  const { occurredAt, found } = given;
  const readAt = handover === 'ACKNOWLEDGED' ? lastPassed(state, 'ACKNOWLEDGED') : undefined;
  const inTime =
    readAt !== undefined && isInWindow({ ...state, recoverUntil: recoverUntil(rules, occurredAt) }, readAt);
  const plans = inTime && found.careOffice ? [feedback(setting, occurredAt, found.careOffice)] : [];
  return [{ type: 'PatientDischarged', payload: { dischargedAt: occurredAt, destination, plans } }];
}

const excludedToo = ({ handover }: DischargeCase, event: HandoverEvent, code: 'EX1' | 'EX2'): HandoverEvent[] =>
  handover === 'EXCLUDED' ? [event] : [event, { type: 'DischargeCaseExcluded', payload: { code } }];

export function recordTransfer(
  { state, given, inHospital, wrong }: Work<BesideStays>,
  { toHospital }: RecordTransfer,
): HandoverEvent[] {
  if (!inHospital) throw wrong();
  if (toHospital === state.hospital)
    throw invalidInput(
      'toHospital',
      '転院先は、ほかの病院を選んでください。院内で病棟を移るのは転院ではありません。',
      'Choose another hospital. To change wards within one is no transfer.',
    );
  leavesInOrder('on', state, given);
  const payload = { on: dateIn(given.occurredAt), ...(toHospital !== undefined && { toHospital }) };
  return excludedToo(state, { type: 'PatientTransferred', payload }, 'EX1');
}

/** After the discharge a death excludes nothing; inside the recovery window it ends that, also when a leak is confirmed already. */
export function recordDeath({ state, given, inHospital, wrong }: Work<BesideStays>): HandoverEvent[] {
  if (state.stay === 'DIED') throw wrong();
  const on = dateIn(given.occurredAt);
  if (inHospital) {
    leavesInOrder('on', state, given);
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
  { state: { stay, handover }, wrong }: Work,
  { quality }: ReturnPostDischargeFeedback,
): HandoverEvent[] {
  if (stay !== 'DISCHARGED' || (handover !== 'ACKNOWLEDGED' && handover !== 'RECOVERED')) throw wrong();
  return [{ type: 'PostDischargeFeedbackReturned', payload: { quality } }];
}

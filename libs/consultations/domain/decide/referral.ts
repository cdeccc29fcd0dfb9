import { invalidInput, invalidState } from '#kernel';
import type { ConsultationEvent } from '../consultation.events.js';
import { firstAction, longOpen, referralReply } from '../consultation.obligations.js';
import type { Work } from '../consultation.state.js';

export function refer(type: string, { state, given: { found, occurredAt }, setting }: Work): ConsultationEvent[] {
  const { to } = found;
  if (state.status === 'CLOSED' || state.status === 'REFERRED') throw invalidState(type, state.status);
  if (!to || to.organization === state.desk)
    throw invalidInput('to', 'つなぎ先は、ほかの相談窓口を選んでください。', 'Choose another help desk to refer to.');
  const plans = [referralReply(setting, occurredAt, to)];
  return [{ type: 'ConsultationReferred', payload: { from: state.desk, to: to.organization, plans } }];
}

export function acceptReferral(
  type: string,
  { state, given: { found, occurredAt }, setting }: Work,
): ConsultationEvent[] {
  const { to } = found;
  if (state.status !== 'REFERRED' || !to) throw invalidState(type, state.status);
  const plans = [firstAction(setting, occurredAt, to), longOpen(setting, state.openSince, to)];
  return [{ type: 'ReferralAccepted', payload: { from: state.desk, desk: to.organization, plans } }];
}

export function declineReferral(type: string, { state, given: { found, records } }: Work): ConsultationEvent[] {
  const { to } = found;
  if (state.status !== 'REFERRED' || !to) throw invalidState(type, state.status);
  const { decline_reason: reasonRef } = records;
  return [
    {
      type: 'ReferralDeclined',
      payload: { from: state.desk, by: to.organization, ...(reasonRef !== undefined && { reasonRef }) },
    },
  ];
}

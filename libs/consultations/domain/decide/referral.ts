import { invalidInput, invalidState } from '#kernel';
import type { ReferConsultation } from '../consultation.commands.js';
import type { ConsultationEvent } from '../consultation.events.js';
import { firstAction, longOpen, referralReply } from '../consultation.obligations.js';
import type { Referring } from '../consultation.found.js';
import type { Work } from './decided.js';

interface Plain {
  readonly type: string;
}

export function refer(
  { state, given: { found, occurredAt }, setting }: Work<Referring>,
  _command: ReferConsultation,
): ConsultationEvent[] {
  const { to } = found;
  if (!to || to.organization === state.desk)
    throw invalidInput(
      'to',
      'つなぎ先は、ほかの相談窓口か、相談を受ける調整役のいる機関から選んでください。',
      'Choose another help desk, or an institution with a coordinator who takes consultations.',
    );
  const plans = [referralReply(setting, occurredAt, to)];
  return [{ type: 'ConsultationReferred', payload: { from: state.desk, to: to.organization, plans } }];
}

export function acceptReferral(
  { state, given: { found, occurredAt }, setting }: Work<Referring>,
  { type }: Plain,
): ConsultationEvent[] {
  const { to } = found;
  if (!to) throw invalidState(type, state.status);
  const plans = [firstAction(setting, occurredAt, to), longOpen(setting, state.openSince, to)];
  return [{ type: 'ReferralAccepted', payload: { from: state.desk, desk: to.organization, plans } }];
}

export function declineReferral(
  { state, given: { found, records } }: Work<Referring>,
  { type }: Plain,
): ConsultationEvent[] {
  const { to } = found;
  if (!to) throw invalidState(type, state.status);
  const { decline_reason: reasonRef } = records;
  return [
    {
      type: 'ReferralDeclined',
      payload: { from: state.desk, by: to.organization, ...(reasonRef !== undefined && { reasonRef }) },
    },
  ];
}

import { invalidInput, invalidState } from '#kernel';
import type { CloseConsultation, Outcome } from '../consultation.commands.js';
import type { ConsultationClosed, ConsultationEvent } from '../consultation.events.js';
import { firstAction, longOpen } from '../consultation.obligations.js';
import type { AtDesk } from '../consultation.found.js';
import { isOver, type Consultation } from '../consultation.state.js';
import type { Work } from './decided.js';
import { noActionYet } from './work.js';

export function close(
  { state, given: { records } }: Work,
  { type, outcome, issueAssessment }: CloseConsultation,
): ConsultationEvent[] {
  if (isOver(state.status)) throw invalidState(type, state.status);
  if (state.actions === 0) throw noActionYet();
  if (issueAssessment.raises && issueAssessment.issueType === undefined)
    throw invalidInput(
      'issueAssessment.issueType',
      '地域課題がある場合は、課題の種類を選んでください。',
      'Where it raises an issue, choose the type of the issue.',
    );
  const { redacted_narrative: narrativeRef } = records;
  return [closed(state, outcome, { ...issueAssessment, ...(narrativeRef !== undefined && { narrativeRef }) })];
}

/** What the system opened ends when the case is met; what a person has logged, a person closes. */
export const closeSystem = ({ state }: Work): ConsultationEvent[] =>
  state.origin !== 'system' || isOver(state.status) ? [] : [closed(state, 'solved', { raises: false })];

const closed = (
  { organization, desk, scene, topics }: Consultation,
  outcome: Outcome,
  issueAssessment: ConsultationClosed['payload']['issueAssessment'],
): ConsultationEvent => ({
  type: 'ConsultationClosed',
  payload: { outcome, issueAssessment, reporterOrganization: organization ?? desk, scene, topics },
});

/** 取り下げ: whether or not anything was done about it yet. */
export function withdraw({ given: { records } }: Work): ConsultationEvent[] {
  const { withdrawal_reason: reasonRef } = records;
  return [{ type: 'ConsultationWithdrawn', payload: { ...(reasonRef !== undefined && { reasonRef }) } }];
}

export function reopen({ given: { occurredAt, records, found }, setting }: Work<AtDesk>): ConsultationEvent[] {
  const { desk } = found;
  const { reopen_reason: reasonRef } = records;
  const plans = [firstAction(setting, occurredAt, desk), longOpen(setting, occurredAt, desk)];
  return [{ type: 'ConsultationReopened', payload: { plans, ...(reasonRef !== undefined && { reasonRef }) } }];
}

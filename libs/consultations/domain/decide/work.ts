import { DomainError, invalidInput, invalidState } from '#kernel';
import type {
  AwaitReply,
  LinkConsultation,
  RecordConsultationAction,
  TriageConsultation,
} from '../consultation.commands.js';
import type { ConsultationEvent } from '../consultation.events.js';
import { firstAction, reply, replyDue } from '../consultation.obligations.js';
import type { Work } from '../consultation.state.js';

export const noActionYet = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    '対応がまだ1件も記録されていません。対応を記録してから行ってください。',
    'No action has been recorded yet. Record one first.',
  );

export function triage(
  { type, urgency }: TriageConsultation,
  { state, given, desk, setting }: Work,
): ConsultationEvent[] {
  if (state.status !== 'RECEIVED' && state.status !== 'TRIAGED') throw invalidState(type, state.status);
  if (urgency === state.urgency) return [];
  // Nobody could hurry before it was judged urgent, so a new judgment starts its own clock [D].
  const plans = [firstAction({ ...setting, urgency }, given.occurredAt, desk)];
  return [{ type: 'ConsultationTriaged', payload: { urgency, plans } }];
}

export function recordAction(
  { type, ...action }: RecordConsultationAction,
  { state, given: { records } }: Work,
): ConsultationEvent[] {
  if (state.status === 'CLOSED') throw invalidState(type, state.status);
  const { consultation_note: noteRef } = records;
  return [{ type: 'ConsultationActionRecorded', payload: { ...action, ...(noteRef !== undefined && { noteRef }) } }];
}

export function awaitReply(
  { type, until: said }: AwaitReply,
  { state, given: { occurredAt }, desk, setting }: Work,
): ConsultationEvent[] {
  if (state.status !== 'IN_PROGRESS' && state.status !== 'WAITING_REPLY') throw invalidState(type, state.status);
  const until = replyDue(said, occurredAt, desk.opening, state.rules);
  if (until <= occurredAt)
    throw invalidInput(
      'until',
      '返答の期限が過去です。これからの日時にしてください。',
      'The reply would be due in the past. Give a later moment.',
    );
  return [{ type: 'ConsultationReplyAwaited', payload: { until, plans: [reply(setting, until, desk)] } }];
}

export function answer(type: string, { status }: Work['state']): ConsultationEvent[] {
  if (status === 'RECEIVED' || status === 'TRIAGED') throw noActionYet();
  if (status !== 'IN_PROGRESS' && status !== 'WAITING_REPLY') throw invalidState(type, status);
  return [{ type: 'ConsultationAnswered', payload: {} }];
}

export function link({ type: _type, ...linked }: LinkConsultation): ConsultationEvent[] {
  if (Object.keys(linked).length === 0)
    throw invalidInput(
      'dischargeCase',
      '結び付ける案件（入退院支援ケースかバックアップ依頼）を指定してください。',
      'Name the case to link: a discharge case or a backup request.',
    );
  return [{ type: 'ConsultationLinked', payload: linked }];
}

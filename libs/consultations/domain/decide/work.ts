import { dateIn, DomainError, invalidInput, invalidState, plusDays } from '#kernel';
import type { AwaitReply, RecordConsultationAction, TriageConsultation } from '../consultation.commands.js';
import type { ConsultationEvent } from '../consultation.events.js';
import { firstAction, reply, replyDue } from '../consultation.obligations.js';
import type { AtDesk } from '../consultation.found.js';
import type { Work } from './decided.js';

export const noActionYet = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    '対応がまだ1件も記録されていません。対応を記録してから行ってください。',
    'No action has been recorded yet. Record one first.',
  );

export function triage({ state, given, setting }: Work<AtDesk>, { urgency }: TriageConsultation): ConsultationEvent[] {
  if (urgency === state.urgency) return [];
  // Nobody could hurry before it was judged urgent, so a new judgment starts its own clock [D].
  const plans = [firstAction({ ...setting, urgency }, given.occurredAt, given.found.desk)];
  return [{ type: 'ConsultationTriaged', payload: { urgency, plans } }];
}

export function recordAction(
  { given: { records } }: Work,
  { type: _type, ...action }: RecordConsultationAction,
): ConsultationEvent[] {
  const { consultation_note: noteRef, consultation_shared_note: sharedNoteRef } = records;
  return [
    {
      type: 'ConsultationActionRecorded',
      payload: {
        ...action,
        ...(noteRef !== undefined && { noteRef }),
        ...(sharedNoteRef !== undefined && { sharedNoteRef }),
      },
    },
  ];
}

/** Nobody is chased for what falls due later: a year was mistyped [D]. */
const LONGEST_WAIT_DAYS = 366;

export function awaitReply({ state, given, setting }: Work<AtDesk>, { until: said }: AwaitReply): ConsultationEvent[] {
  const {
    occurredAt,
    found: { desk },
  } = given;
  const until = replyDue(said, occurredAt, desk.opening, state.rules);
  if (until <= occurredAt)
    throw invalidInput(
      'until',
      '返答の期限が過去です。これからの日時にしてください。',
      'The reply would be due in the past. Give a later moment.',
    );
  if (dateIn(until) > plusDays(dateIn(occurredAt), LONGEST_WAIT_DAYS))
    throw invalidInput(
      'until',
      '返答の期限が1年より先です。年を確かめてください。',
      'The reply would be due in more than a year. Check the year.',
    );
  return [{ type: 'ConsultationReplyAwaited', payload: { until, plans: [reply(setting, until, desk)] } }];
}

export function answer(
  { state: { status }, given: { records } }: Work,
  { type }: { readonly type: string },
): ConsultationEvent[] {
  if (status === 'RECEIVED' || status === 'TRIAGED') throw noActionYet();
  if (status !== 'IN_PROGRESS' && status !== 'WAITING_REPLY') throw invalidState(type, status);
  const { consultation_answer: answerRef, consultation_note: noteRef } = records;
  return [
    {
      type: 'ConsultationAnswered',
      payload: { ...(answerRef !== undefined && { answerRef }), ...(noteRef !== undefined && { noteRef }) },
    },
  ];
}

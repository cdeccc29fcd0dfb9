import { commandController, type CommandRoute } from '#access';
import { AskConsultation } from '../commands/consultation.aggregate.js';
import * as dto from './consultations.dto.js';

const of = (
  command: string,
  resource: string,
  body: CommandRoute['body'],
  summary: string,
  personal: NonNullable<CommandRoute['personal']> = {},
): CommandRoute => ({
  command,
  path: `consultations/:consultation/${resource}`,
  body,
  asked: AskConsultation,
  summary,
  personal,
});

export const ConsultationsController = commandController('Consultations', [
  {
    command: 'LogConsultation',
    path: 'consultations',
    body: dto.LogConsultationBody,
    asked: AskConsultation,
    summary: '相談を受け付ける',
    personal: { consultation_summary: ['summary'], callback_contact: ['consulter.callbackTo'] },
  },
  of('TriageConsultation', 'triages', dto.TriageConsultationBody, '緊急度を判定する'),
  of('RecordConsultationAction', 'actions', dto.RecordConsultationActionBody, '対応を記録する', {
    consultation_note: ['note'],
  }),
  of('AwaitReply', 'awaited-replies', dto.AwaitReplyBody, '返答待ちにする'),
  of('ReferConsultation', 'referrals', dto.ReferConsultationBody, 'ほかの相談窓口へつなぐ'),
  of('AcceptReferral', 'referral-acceptances', dto.PlainBody, 'つながれた相談を受ける'),
  of('DeclineReferral', 'referral-refusals', dto.DeclineReferralBody, 'つながれた相談を断る', {
    decline_reason: ['reason'],
  }),
  of('AnswerConsultation', 'answers', dto.PlainBody, '回答する'),
  of('CloseConsultation', 'closings', dto.CloseConsultationBody, '相談を終結する', {
    redacted_narrative: ['issueAssessment.redactedNarrative'],
  }),
  of('ReopenConsultation', 'reopenings', dto.ReopenConsultationBody, '相談を再開する', {
    reopen_reason: ['reason'],
  }),
  of('LinkConsultation', 'links', dto.LinkConsultationBody, '関連する案件と結び付ける'),
]);

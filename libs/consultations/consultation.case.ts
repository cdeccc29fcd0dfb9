import { command, defineCase, type Grants, type Route } from '#cases';
import { ConsultationLookUps } from './commands/consultation.look-ups.js';
import type { ConsultationCommand } from './domain/consultation.commands.js';
import type { ConsultationEvent } from './domain/consultation.events.js';
import {
  consultation,
  CONSULTATION_STATUSES,
  type Consultation,
  type ConsultationStatus,
} from './domain/consultation.js';
import * as dto from './http/consultations.dto.js';

const asked = command<Consultation | null, ConsultationEvent, ConsultationLookUps>();
type Entry = Parameters<typeof asked<ConsultationCommand, Awaited<ReturnType<ConsultationLookUps['find']>>>>[0];

const looked = (entry: Pick<Entry, 'route' | 'may' | 'from' | 'begins' | 'explained'>) =>
  asked<ConsultationCommand, Awaited<ReturnType<ConsultationLookUps['find']>>>({
    ...entry,
    find: (look, said, state, ask, now) => look.find(said, state, ask, now),
    decide: consultation.decide,
  });

const posted = (
  resource: string,
  body: Route['body'],
  summary: string,
  personal: NonNullable<Route['personal']> = {},
): Route => ({ path: `consultations/:consultation/${resource}`, body, summary, personal });

const within =
  (...statuses: readonly ConsultationStatus[]) =>
  ({ status }: Consultation) =>
    statuses.includes(status);
const open = ({ status }: Consultation) => status !== 'CLOSED';

/** The desk that has it, and the base behind the desks of its area (visibility matrix, model.md 2.2). */
const DESK: Grants = { desk: 'desk_work', area: 'base_work' };
/** Who refers cannot answer in the other desk's name. */
const ASKED_DESK: Grants = { referred_to: 'desk_work' };

/** 相談事例: one question to a help desk, from the call to the closing (model.md 2.3). */
export const consultationKind = defineCase<
  Consultation | null,
  ConsultationCommand,
  ConsultationEvent,
  ConsultationLookUps
>({
  ...consultation,
  tag: 'Consultations',
  states: CONSULTATION_STATUSES,
  commands: {
    LogConsultation: looked({
      route: {
        path: 'consultations',
        body: dto.LogConsultationBody,
        summary: '相談を受け付ける',
        personal: { consultation_summary: ['summary'], callback_contact: ['consulter.callbackTo'] },
      },
      begins: true,
      may: { anyone: 'desk_work' },
    }),
    TriageConsultation: looked({
      route: posted('triages', dto.TriageConsultationBody, '緊急度を判定する'),
      may: DESK,
      from: within('RECEIVED', 'TRIAGED'),
    }),
    RecordConsultationAction: looked({
      route: posted('actions', dto.RecordConsultationActionBody, '対応を記録する', { consultation_note: ['note'] }),
      may: DESK,
      from: open,
    }),
    AwaitReply: looked({
      route: posted('awaited-replies', dto.AwaitReplyBody, '返答待ちにする'),
      may: DESK,
      from: within('IN_PROGRESS', 'WAITING_REPLY'),
    }),
    ReferConsultation: looked({
      route: posted('referrals', dto.ReferConsultationBody, 'ほかの相談窓口へつなぐ'),
      may: DESK,
      from: (state) => open(state) && state.status !== 'REFERRED',
    }),
    AcceptReferral: looked({
      route: posted('referral-acceptances', dto.PlainBody, 'つながれた相談を受ける'),
      may: ASKED_DESK,
      from: within('REFERRED'),
    }),
    DeclineReferral: looked({
      route: posted('referral-refusals', dto.DeclineReferralBody, 'つながれた相談を断る', {
        decline_reason: ['reason'],
      }),
      may: ASKED_DESK,
      from: within('REFERRED'),
    }),
    AnswerConsultation: looked({
      route: posted('answers', dto.PlainBody, '回答する'),
      may: DESK,
      from: within('IN_PROGRESS', 'WAITING_REPLY'),
      explained: true,
    }),
    CloseConsultation: looked({
      route: posted('closings', dto.CloseConsultationBody, '相談を終結する', {
        redacted_narrative: ['issueAssessment.redactedNarrative'],
      }),
      may: DESK,
      from: (state) => open(state) && state.actions > 0,
      explained: true,
    }),
    ReopenConsultation: looked({
      route: posted('reopenings', dto.ReopenConsultationBody, '相談を再開する', { reopen_reason: ['reason'] }),
      may: DESK,
      from: within('CLOSED'),
    }),
    LinkConsultation: looked({
      route: posted('links', dto.LinkConsultationBody, '関連する案件と結び付ける'),
      may: DESK,
    }),
    CloseSystemConsultation: looked({}),
  },
  events: {
    ConsultationLogged: { version: 1 },
    ConsultationTriaged: { version: 1 },
    ConsultationActionRecorded: { version: 1 },
    ConsultationReplyAwaited: { version: 1 },
    ConsultationReferred: { version: 1 },
    ReferralAccepted: { version: 1 },
    ReferralDeclined: { version: 1 },
    ConsultationAnswered: { version: 1 },
    ConsultationClosed: { version: 1 },
    ConsultationReopened: { version: 1 },
    ConsultationLinked: { version: 1 },
  },
  sees: {
    desk: 'membership',
    referred_to: 'membership',
    asker: 'membership',
    area: 'area_overview',
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  // What the desk notes for itself is not the asker's to read (内部メモ).
  withheld: {
    asker: ['consultation_note', 'callback_contact', 'redacted_narrative', 'decline_reason', 'reopen_reason'],
  },
  card: ({ topics, scene, urgency, origin }) => ({ topics, scene, urgency, origin }),
  steps: {
    first_action: { by: ['RecordConsultationAction', 'CloseConsultation'] },
    reply: { by: ['RecordConsultationAction', 'AnswerConsultation', 'AcceptReferral', 'DeclineReferral'] },
    long_open: { by: ['CloseConsultation'] },
  },
  texts: {
    templates: ['consultation.chase', 'consultation.referred', 'consultation.referral_declined'],
    records: [
      'consultation_summary',
      'callback_contact',
      'consultation_note',
      'decline_reason',
      'redacted_narrative',
      'reopen_reason',
    ],
  },
  lookUps: ConsultationLookUps,
});

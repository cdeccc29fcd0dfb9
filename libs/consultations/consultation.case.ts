import { defineCase, entriesOf, type CommandIn, type Grants, type Route } from '#cases';
import { ConsultationLookUps } from './commands/consultation.look-ups.js';
import type { ConsultationEvent } from './domain/consultation.events.js';
import {
  consultation,
  CONSULTATION_STATUSES,
  isOver,
  type Consultation,
  type ConsultationStatus,
} from './domain/consultation.js';
import * as order from './domain/consultation.order.js';
import { MOST_ISSUES } from './domain/consultation.commands.js';
import {
  close,
  closeSystem,
  narrativeOf,
  passOnAnswer,
  reopen,
  reportBack,
  withdraw,
} from './domain/decide/closing.js';
import { decided, type Decide } from './domain/decide/decided.js';
import { log, logSplit } from './domain/decide/receive.js';
import { acceptReferral, declineReferral, refer } from './domain/decide/referral.js';
import { link, merge, split, undoMerge, unlink } from './domain/decide/relating.js';
import { answer, awaitReply, recordAction, triage } from './domain/decide/work.js';
import { CONSULTATION_RULES } from './domain/consultation.rules.js';
import * as dto from './http/consultations.dto.js';

const { begins, asked, heard } = entriesOf<Consultation | null, ConsultationEvent, ConsultationLookUps>();
type Entry<C extends { readonly type: string }, Found> = Parameters<typeof asked<C, Found>>[0];

const later = <C extends { readonly type: string }, Found>({
  decide,
  ...entry
}: Omit<Entry<C, Found>, 'decide'> & { readonly decide: Decide<C, Found> }) =>
  asked<C, Found>({ ...entry, decide: decided(decide) });

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
const open = ({ status }: Consultation) => !isOver(status);

/** The desk that has it, and the base behind the desks of its area (visibility matrix, model.md 2.2). */
const DESK: Grants = { desk: 'desk_work', area: 'base_work' };
/** Who refers cannot answer in the other desk's name. */
const ASKED_DESK: Grants = { referred_to: 'desk_work' };

const commands = {
  LogConsultation: begins({
    route: {
      path: 'consultations',
      body: dto.LogConsultationBody,
      summary: '相談を受け付ける',
      personal: { consultation_summary: ['summary'], callback_contact: ['consulter.callbackTo'] },
    },
    may: { anyone: 'desk_work' },
    explained: true,
    find: (look, said, state, ask, now) => look.receiving(said, state, ask, now),
    decide: log,
  }),
  TriageConsultation: later({
    route: posted('triages', dto.TriageConsultationBody, '緊急度を判定する'),
    may: DESK,
    from: within('RECEIVED', 'TRIAGED'),
    after: [order.HOLDING],
    find: (look, _said, state, ask) => look.atDesk(state, ask),
    decide: triage,
  }),
  RecordConsultationAction: later({
    route: posted('actions', dto.RecordConsultationActionBody, '対応を記録する', {
      consultation_note: ['note'],
      consultation_shared_note: ['sharedNote'],
    }),
    may: DESK,
    from: open,
    after: [order.OPENING],
    find: (look, said, _state, ask) => look.action(said, ask),
    decide: recordAction,
  }),
  AwaitReply: later({
    route: posted('awaited-replies', dto.AwaitReplyBody, '返答待ちにする'),
    may: DESK,
    from: within('IN_PROGRESS', 'WAITING_REPLY'),
    after: [order.OPENING, order.FIRST_ACTION],
    find: (look, _said, state, ask) => look.atDesk(state, ask),
    decide: awaitReply,
  }),
  ReferConsultation: later({
    route: posted('referrals', dto.ReferConsultationBody, 'ほかの相談窓口へつなぐ'),
    may: DESK,
    from: (state) => open(state) && state.status !== 'REFERRED',
    after: [order.HOLDING],
    find: (look, { to }, _state, ask) => look.referring(to, ask),
    decide: refer,
  }),
  AcceptReferral: later({
    route: posted('referral-acceptances', dto.PlainBody, 'つながれた相談を受ける'),
    may: ASKED_DESK,
    from: within('REFERRED'),
    after: [order.REFERRING],
    find: (look, _said, { referral }, ask) => look.referred(referral?.to, ask),
    decide: acceptReferral,
  }),
  DeclineReferral: later({
    route: posted('referral-refusals', dto.DeclineReferralBody, 'つながれた相談を断る', {
      decline_reason: ['reason'],
    }),
    may: ASKED_DESK,
    from: within('REFERRED'),
    after: [order.REFERRING],
    find: (look, _said, { referral }, ask) => look.referred(referral?.to, ask),
    decide: declineReferral,
  }),
  AnswerConsultation: later({
    route: posted('answers', dto.AnswerConsultationBody, '回答する', {
      consultation_answer: ['answer'],
      consultation_note: ['note'],
    }),
    may: DESK,
    from: within('IN_PROGRESS', 'WAITING_REPLY'),
    explained: true,
    after: [order.OPENING, order.FIRST_ACTION],
    decide: answer,
  }),
  CloseConsultation: later({
    route: posted('closings', dto.CloseConsultationBody, '相談を終結する', {
      redacted_narrative: ['issueAssessment.redactedNarrative'],
      redacted_narrative_2: ['furtherIssues.0.redactedNarrative'],
      redacted_narrative_3: ['furtherIssues.1.redactedNarrative'],
    }),
    may: DESK,
    from: (state) => open(state) && state.actions > 0,
    explained: true,
    after: [order.LAST_WORK],
    find: (look, _said, state, ask) => look.closing(state, ask),
    decide: close,
  }),
  WithdrawConsultation: later({
    route: posted('withdrawals', dto.WithdrawConsultationBody, '相談の取り下げを記録する', {
      withdrawal_reason: ['reason'],
    }),
    may: DESK,
    from: open,
    after: [order.LAST_WORK],
    decide: withdraw,
  }),
  ReopenConsultation: later({
    route: posted('reopenings', dto.ReopenConsultationBody, '相談を再開する', { reopen_reason: ['reason'] }),
    may: DESK,
    from: within('CLOSED', 'WITHDRAWN'),
    after: [order.CLOSING],
    find: (look, _said, state, ask) => look.atDesk(state, ask),
    decide: reopen,
  }),
  LinkConsultation: later({
    route: posted('links', dto.LinkConsultationBody, '関連する案件と結び付ける'),
    may: DESK,
    after: [order.RECEIPT],
    find: (look, said, _state, ask) => look.linking(said, ask),
    decide: link,
  }),
  UnlinkConsultation: later({
    route: posted('unlinkings', dto.UnlinkConsultationBody, '関連する案件との結び付きを外す'),
    may: DESK,
    from: ({ links }) => links.some(({ as }) => as === 'linked'),
    explained: true,
    after: [order.RECEIPT],
    decide: unlink,
  }),
  MergeConsultations: later({
    route: posted('mergers', dto.MergeConsultationsBody, '重複する相談を、ほかの相談にまとめる'),
    may: DESK,
    // A desk that has been asked to take it would be left with the question.
    from: (state) => open(state) && state.status !== 'REFERRED',
    after: [order.LAST_WORK],
    find: (look, { into }, _state, ask) => look.merging(into, ask),
    decide: merge,
  }),
  UndoMerge: later({
    route: posted('merger-reversals', dto.PlainBody, '相談をまとめたのを取り消す'),
    may: DESK,
    from: within('MERGED'),
    after: [order.MERGING],
    find: (look, _said, state, ask) => look.atDesk(state, ask),
    decide: undoMerge,
  }),
  SplitConsultation: later({
    route: posted('splits', dto.SplitConsultationBody, '別の困りごとを、別の相談に分ける', {
      consultation_summary: ['summary'],
    }),
    may: DESK,
    from: open,
    after: [order.RECEIPT],
    find: (look, _said, state, ask, now) => look.splitting(state, ask, now),
    decide: split,
  }),
  LogSplitConsultation: heard({
    find: (look, said, state, ask, now) => look.splittingOff(said, state, ask, now),
    decide: logSplit,
  }),
  CloseSystemConsultation: later({ workers: true, decide: closeSystem }),
  ReportBack: later({ workers: true, decide: reportBack }),
  PassOnAnswer: later({ workers: true, decide: passOnAnswer }),
};

export type ConsultationCommand = CommandIn<typeof commands>;

/** 課題の説明, one of each issue that a closing shows. */
const NARRATIVES = Array.from({ length: MOST_ISSUES }, (_, i) => narrativeOf(i + 1));

/** What is split off has its text with it from the beginning. */
const splitRecord = (facts: readonly ConsultationEvent[], record: string): string | undefined =>
  facts.flatMap(({ type, payload }) =>
    type === 'ConsultationSplit' && record === 'consultation_summary' ? [payload.into] : [],
  )[0];

/** 相談事例: one question to a help desk, from the call to the closing (model.md 2.3). */
export const consultationKind = defineCase({
  ...consultation,
  tag: 'Consultations',
  states: CONSULTATION_STATUSES,
  commands,
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
    ConsultationWithdrawn: { version: 1 },
    ConsultationReopened: { version: 1 },
    ConsultationLinked: { version: 1 },
    ConsultationUnlinked: { version: 1 },
    ConsultationMerged: { version: 1 },
    ConsultationMergeUndone: { version: 1 },
    ConsultationSplit: { version: 1 },
    ConsultationReportedBack: { version: 1 },
    ConsultationAnsweredElsewhere: { version: 1 },
  },
  across: ['desk', 'asker'],
  sees: {
    desk: 'membership',
    referred_to: 'membership',
    former_desk: 'membership',
    satellite: 'membership',
    asker: 'membership',
    area: 'area_overview',
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  board: { desk: 'membership', referred_to: 'membership', asker: 'membership', area: 'area_overview' },
  // What the desk notes for itself is not the asker's to read (内部メモ).
  withheld: {
    asker: ['consultation_note', 'callback_contact', ...NARRATIVES, 'decline_reason', 'reopen_reason'],
  },
  belongsTo: splitRecord,
  contact: ({ desk }) => desk,
  number: ({ number }) => number,
  card: ({ number, topics, scene, urgency, origin }) => ({ number, topics, scene, urgency, origin }),
  rules: CONSULTATION_RULES,
  steps: {
    first_action: { by: ['RecordConsultationAction', 'CloseConsultation'] },
    reply: { by: ['RecordConsultationAction', 'AnswerConsultation', 'AcceptReferral', 'DeclineReferral'] },
    long_open: { by: ['CloseConsultation'] },
  },
  texts: {
    templates: [
      'consultation.chase',
      'consultation.referred',
      'consultation.referral_declined',
      'consultation.referral_over',
      'consultation.answered',
      'consultation.passed_on',
      'consultation.withdrawn',
      'consultation.merged',
      'consultation.reported_back',
      'consultation.from_satellite',
    ],
    records: [
      'consultation_summary',
      'callback_contact',
      'consultation_note',
      'consultation_shared_note',
      'consultation_answer',
      'withdrawal_reason',
      'decline_reason',
      ...NARRATIVES,
      'reopen_reason',
    ],
  },
  lookUps: ConsultationLookUps,
});

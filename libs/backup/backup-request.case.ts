import { defineCase, entriesOf, type CommandIn, type Grants, type Route } from '#cases';
import { RequestLookUps } from './commands/request.look-ups.js';
import * as answer from './domain/decide/answer.js';
import { begin } from './domain/decide/begin.js';
import { decided, telling, type Decide } from './domain/decide/decided.js';
import * as stop from './domain/decide/stop.js';
import * as visit from './domain/decide/visit.js';
import type { BackupEvent } from './domain/request.events.js';
import * as from from './domain/request.from.js';
import { backupRequest, type BackupRequest } from './domain/request.js';
import * as order from './domain/request.order.js';
import type { Telling } from './domain/request.state.js';
import { BACKUP_RULES } from './domain/backup.rules.js';
import * as dto from './http/backup.dto.js';

const { begins, asked } = entriesOf<BackupRequest | null, BackupEvent, RequestLookUps>();
type Entry<C extends { readonly type: string }, Found> = Parameters<typeof asked<C, Found>>[0];
type Deciding<C extends { readonly type: string }, Found> = Omit<Entry<C, Found>, 'decide'> & {
  readonly decide: Decide<C, Found>;
};

const later = <C extends { readonly type: string }, Found>({ decide, ...entry }: Deciding<C, Found>) =>
  asked<C, Found>({ ...entry, decide: decided(decide) });
/** By which somebody hears something. */
const told = <C extends { readonly type: string }, Found extends Telling>({ decide, ...entry }: Deciding<C, Found>) =>
  asked<C, Found>({ ...entry, decide: telling(decide) });

const posted = (resource: string, body: Route['body'], summary: string, rest: Pick<Route, 'personal'> = {}): Route => ({
  path: `backup-requests/:request/${resource}`,
  body,
  summary,
  ...rest,
});

/** Whoever was asked may still answer, to hear what has become of it; only a standing offer shows the request. */
const ASKED: Grants = { offered: 'clinic_work', asked: 'clinic_work', acceptor: 'clinic_work' };
const ACCEPTOR: Grants = { acceptor: 'clinic_work' };
const PRIMARY: Grants = { primary: 'clinic_work' };
const BASE: Grants = { base: 'base_work' };

const commands = {
  RequestEmergencyBackup: begins({
    route: {
      path: 'backup-requests',
      body: dto.RequestEmergencyBackupBody,
      summary: '緊急バックアップを依頼する',
      personal: { backup_summary: ['summary'] },
    },
    may: { anyone: 'backup_requesting' },
    // The primary physician's own patients, those of nobody, and for the base all of its area (B-03).
    about: { primary_physician: 'clinic_work', without_physician: 'clinic_work', area: 'base_work' },
    find: (look, said, _none, ask, now) => look.requesting(said, ask, now),
    decide: begin,
  }),
  AcceptBackup: told({
    route: posted('acceptances', dto.PlainBody, '引き受ける'),
    may: ASKED,
    from: from.offering,
    explained: true,
    after: [order.REQUEST, order.OFFER],
    find: (look, _said, state, ask, now) => look.telling(state, ask, now),
    decide: answer.accept,
  }),
  DeclineBackup: told({
    route: posted('declines', dto.DeclineBackupBody, '断る'),
    may: ASKED,
    from: from.offering,
    explained: true,
    after: [order.REQUEST, order.OFFER],
    find: (look, _said, state, ask, now) => look.onward(state, ask, now),
    decide: answer.decline,
  }),
  WithdrawAcceptance: told({
    route: posted('withdrawals', dto.PlainBody, '引き受けを取り消す'),
    may: ACCEPTOR,
    from: from.onTheWay,
    after: [order.ACCEPTANCE, order.DEPARTURE],
    find: (look, _said, state, ask, now) => look.onward(state, ask, now),
    decide: answer.withdraw,
  }),
  CancelBackup: told({
    route: posted('cancellations', dto.CancelBackupBody, '依頼を取り下げる', {
      personal: { backup_cancellation: ['reason'] },
    }),
    may: { ...PRIMARY, ...BASE },
    from: from.notCompleted,
    after: [order.REQUEST],
    find: (look, _said, state, ask, now) => look.telling(state, ask, now),
    decide: stop.cancel,
  }),
  RecordDeparture: later({
    route: posted('departures', dto.PlainBody, '出発を記録する'),
    may: ACCEPTOR,
    from: from.taken,
    after: [order.ACCEPTANCE],
    decide: visit.depart,
  }),
  RecordArrival: later({
    route: posted('arrivals', dto.PlainBody, '到着を記録する'),
    may: ACCEPTOR,
    from: from.onTheWay,
    after: [order.ACCEPTANCE, order.DEPARTURE],
    decide: visit.arrive,
  }),
  CompleteBackup: told({
    route: posted('completions', dto.CompleteBackupBody, '対応の結果を記録する'),
    may: ACCEPTOR,
    from: from.underWay,
    after: [order.ACCEPTANCE, order.DEPARTURE, order.ARRIVAL],
    find: (look, _said, state, ask, now) => look.completing(state, ask, now),
    decide: visit.complete,
  }),
  HandBackToPrimary: later({
    route: posted('hand-backs', dto.HandBackToPrimaryBody, '主治医へ申し送る', {
      personal: { backup_hand_back: ['text'] },
    }),
    may: ACCEPTOR,
    from: from.completed,
    after: [order.COMPLETION],
    find: (look, _said, state, ask) => look.handingBack(state, ask),
    decide: visit.handBackToPrimary,
  }),
  AcknowledgeHandback: later({
    route: posted('hand-back-acknowledgements', dto.PlainBody, '申し送りを確認する'),
    may: PRIMARY,
    from: from.reported,
    after: [order.HAND_BACK],
    decide: visit.acknowledge,
  }),
  AssignBackupManually: told({
    route: posted('assignments', dto.AssignBackupManuallyBody, '受け手を手動で割り当てる'),
    may: BASE,
    from: from.unanswered,
    after: [order.REQUEST],
    find: (look, said, state, ask, now) => look.assigning(said, state, ask, now),
    decide: answer.assign,
  }),
  DivertToEmergencyServices: told({
    route: posted('diversions', dto.PlainBody, '救急へ切り替える'),
    may: { ...PRIMARY, ...BASE },
    from: from.notCompleted,
    after: [order.REQUEST],
    find: (look, _said, state, ask, now) => look.telling(state, ask, now),
    decide: stop.divert,
  }),
  StopWithoutConsent: told({
    workers: true,
    find: (look, _said, state, ask, now) => look.telling(state, ask, now),
    decide: stop.stopWithoutConsent,
  }),
  TimeOutOffers: told({
    workers: true,
    find: (look, _said, state, ask, now) => look.onward(state, ask, now),
    decide: answer.timeOut,
  }),
};

export type BackupCommand = CommandIn<typeof commands>;

/** 緊急バックアップの依頼: a night call on its way from the primary physician to whoever goes (model.md 2.5). */
export const backupRequestKind = defineCase({
  ...backupRequest,
  tag: 'Backup',
  states: [
    'REQUESTED',
    'OFFERING',
    'ACCEPTED',
    'MANUALLY_ASSIGNED',
    'DEPARTED',
    'ARRIVED',
    'COMPLETED',
    'REPORTED',
    'CLOSED',
    'EXHAUSTED',
    'DIVERTED',
    'CANCELLED',
  ],
  commands,
  events: {
    EmergencyBackupRequested: { version: 1 },
    BackupOffered: { version: 1 },
    EmergencyBackupAccepted: { version: 1 },
    EmergencyBackupDeclined: { version: 1 },
    BackupOfferTimedOut: { version: 1 },
    EmergencyBackupEscalated: { version: 1 },
    EmergencyBackupExhausted: { version: 1 },
    BackupAssignedManually: { version: 1 },
    BackupDiverted: { version: 1 },
    BackupAcceptanceWithdrawn: { version: 1 },
    EmergencyBackupCancelled: { version: 1 },
    BackupDeparted: { version: 1 },
    BackupArrived: { version: 1 },
    EmergencyBackupCompleted: { version: 1 },
    BackupHandedBack: { version: 1 },
    HandbackAcknowledged: { version: 1 },
  },
  across: ['primary', 'acceptor'],
  sees: {
    primary: 'membership',
    offered: 'membership',
    acceptor: 'membership',
    base: 'membership',
    care_team: 'membership',
    area: ['area_overview', 'desk_work'],
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  // Who declined or was too late reads nothing of the person, and still hears that somebody went.
  afterwards: {
    to: 'asked',
    facts: ['EmergencyBackupAccepted', 'BackupAssignedManually', 'BackupDiverted', 'EmergencyBackupCancelled'],
  },
  // Where the person lives is for whoever goes there.
  withheld: { offered: ['patient_address'] },
  card: ({ tier, status, urgency }) => ({ tier, status, urgency }),
  contact: ({ requester }) => requester.organization,
  rules: BACKUP_RULES,
  steps: {
    // Only an answer counts: a promise would let the time to answer run out behind the physician's back.
    offer: { by: ['AcceptBackup', 'DeclineBackup'], promisable: false },
    completion: { by: ['CompleteBackup'] },
    assignment: { by: ['AssignBackupManually', 'DivertToEmergencyServices'] },
    hand_back: { by: ['HandBackToPrimary'] },
    hand_back_acknowledgement: { by: ['AcknowledgeHandback'] },
  },
  texts: {
    templates: [
      'backup.offer',
      'backup.accepted',
      'backup.completed',
      'backup.tier_changed',
      'backup.exhausted',
      'backup.hand_back',
      'backup.completion',
      'backup.assignment',
      'backup.taken',
      'backup.withdrawn',
      'backup.cancelled',
      'backup.diverted',
    ],
    records: ['backup_summary', 'backup_cancellation', 'backup_hand_back'],
  },
  lookUps: RequestLookUps,
  /** The time to answer an offer (応答期限) is over: the request itself says what has run out and who is asked next. */
  due: { job: 'time-out-offer', command: () => ({ type: 'TimeOutOffers' }) },
});

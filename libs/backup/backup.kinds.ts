import { command, defineCase, type Grants, type Route } from '#cases';
import { can } from '#kernel';
import { ArrangementLookUps } from './commands/arrangement.look-ups.js';
import { RequestLookUps } from './commands/request.look-ups.js';
import { RosterLookUps } from './commands/roster.look-ups.js';
import {
  backupArrangement,
  type ArrangementCommand,
  type ArrangementEvent,
  type BackupArrangement,
} from './domain/arrangement.js';
import type { BackupCommand } from './domain/request.commands.js';
import type { BackupEvent } from './domain/request.events.js';
import * as from from './domain/request.from.js';
import { backupRequest, type BackupFound, type BackupRequest } from './domain/request.js';
import {
  onCallRoster,
  type OnCallRoster,
  type OnCallShiftPublished,
  type PublishOnCallShifts,
} from './domain/roster.js';
import * as dto from './http/backup.dto.js';

const TAG = 'Backup';

const ofArrangement = command<BackupArrangement | null, ArrangementEvent, ArrangementLookUps>();
/** The base owns the arrangements (B-05); the parties may state their own. */
const KEEPERS: Grants = { party: 'clinic_work', area: 'arrangement_keeping' };
const inForce = ({ status }: BackupArrangement) => status === 'IN_FORCE';

/** 副主治医の取り決め: who may ask whom before anything happens (model.md 2.5). */
export const backupArrangementKind = defineCase<
  BackupArrangement | null,
  ArrangementCommand,
  ArrangementEvent,
  ArrangementLookUps
>({
  ...backupArrangement,
  tag: TAG,
  states: ['IN_FORCE', 'ENDED'],
  commands: {
    AgreeBackupArrangement: ofArrangement({
      route: {
        path: 'backup-arrangements',
        body: dto.AgreeBackupArrangementBody,
        summary: 'バックアップの取り決めを登録する',
      },
      begins: true,
      may: { anyone: ['arrangement_keeping', 'clinic_work'] },
      allowed: ({ role, orgId }, said: ArrangementCommand) =>
        can(role, 'arrangement_keeping') ||
        (said.type === 'AgreeBackupArrangement' && [said.from, said.to].includes(orgId)),
      find: (look, said: ArrangementCommand, state, ask) => look.find(said, state, ask),
      decide: backupArrangement.decide,
    }),
    RenewBackupArrangement: ofArrangement({
      route: {
        path: 'backup-arrangements/:arrangement/renewals',
        body: dto.PlainBody,
        summary: 'バックアップの取り決めを更新する',
      },
      may: KEEPERS,
      from: inForce,
      find: (look, said: ArrangementCommand, state, ask) => look.find(said, state, ask),
      decide: backupArrangement.decide,
    }),
    EndBackupArrangement: ofArrangement({
      route: {
        path: 'backup-arrangements/:arrangement/endings',
        body: dto.PlainBody,
        summary: 'バックアップの取り決めを終える',
      },
      may: KEEPERS,
      from: inForce,
      find: (look, said: ArrangementCommand, state, ask) => look.find(said, state, ask),
      decide: backupArrangement.decide,
    }),
  },
  events: {
    BackupArrangementAgreed: { version: 1 },
    BackupArrangementRenewed: { version: 1 },
    BackupArrangementEnded: { version: 1 },
  },
  sees: KEEPERS,
  card: ({ kind, renewedOn }) => ({ kind, renewedOn }),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: ArrangementLookUps,
});

/** 当番表: who is on call when. */
export const onCallRosterKind = defineCase<
  OnCallRoster | null,
  PublishOnCallShifts,
  OnCallShiftPublished,
  RosterLookUps
>({
  ...onCallRoster,
  tag: TAG,
  states: ['PUBLISHED'],
  commands: {
    PublishOnCallShifts: command<OnCallRoster | null, OnCallShiftPublished, RosterLookUps>()({
      route: { path: 'on-call-shifts', body: dto.PublishOnCallShiftsBody, summary: '当番表を出す' },
      begins: true,
      may: { anyone: ['arrangement_keeping', 'clinic_work'] },
      // The base publishes for its area; a clinic its own turns.
      allowed: ({ role, orgId }, { shifts }: PublishOnCallShifts) =>
        can(role, 'arrangement_keeping') || shifts.every(({ organization }) => organization === orgId),
      find: (look, said: PublishOnCallShifts, state, ask) => look.find(said, state, ask),
      decide: onCallRoster.decide,
    }),
  },
  events: { OnCallShiftPublished: { version: 1 } },
  sees: { area: 'arrangement_keeping' },
  card: () => ({}),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: RosterLookUps,
});

const ofRequest = command<BackupRequest | null, BackupEvent, RequestLookUps>();
type Entry = Parameters<typeof ofRequest<BackupCommand, BackupFound>>[0];
const looked = (entry: Omit<Entry, 'find' | 'decide'>) =>
  ofRequest<BackupCommand, BackupFound>({
    ...entry,
    find: (look, said, state, ask, now) => look.find(said, state, ask, now),
    decide: backupRequest.decide,
  });
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

/** 緊急バックアップの依頼: a night call on its way from the primary physician to whoever goes (model.md 2.5). */
export const backupRequestKind = defineCase<BackupRequest | null, BackupCommand, BackupEvent, RequestLookUps>({
  ...backupRequest,
  tag: TAG,
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
  commands: {
    RequestEmergencyBackup: looked({
      route: {
        path: 'backup-requests',
        body: dto.RequestEmergencyBackupBody,
        summary: '緊急バックアップを依頼する',
        personal: { backup_summary: ['summary'] },
      },
      begins: true,
      may: { anyone: 'backup_requesting' },
    }),
    AcceptBackup: looked({
      route: posted('acceptances', dto.PlainBody, '引き受ける'),
      may: ASKED,
      from: from.offering,
      explained: true,
    }),
    DeclineBackup: looked({
      route: posted('declines', dto.DeclineBackupBody, '断る'),
      may: ASKED,
      from: from.offering,
      explained: true,
    }),
    WithdrawAcceptance: looked({
      route: posted('withdrawals', dto.PlainBody, '引き受けを取り消す'),
      may: ACCEPTOR,
      from: from.onTheWay,
    }),
    CancelBackup: looked({
      route: posted('cancellations', dto.CancelBackupBody, '依頼を取り下げる', {
        personal: { backup_cancellation: ['reason'] },
      }),
      may: { ...PRIMARY, ...BASE },
      from: from.notCompleted,
    }),
    RecordDeparture: looked({
      route: posted('departures', dto.PlainBody, '出発を記録する'),
      may: ACCEPTOR,
      from: from.taken,
    }),
    RecordArrival: looked({
      route: posted('arrivals', dto.PlainBody, '到着を記録する'),
      may: ACCEPTOR,
      from: from.onTheWay,
    }),
    CompleteBackup: looked({
      route: posted('completions', dto.CompleteBackupBody, '対応の結果を記録する'),
      may: ACCEPTOR,
      from: from.underWay,
    }),
    HandBackToPrimary: looked({
      route: posted('hand-backs', dto.HandBackToPrimaryBody, '主治医へ申し送る', {
        personal: { backup_hand_back: ['text'] },
      }),
      may: ACCEPTOR,
      from: from.completed,
    }),
    AcknowledgeHandback: looked({
      route: posted('hand-back-acknowledgements', dto.PlainBody, '申し送りを確認する'),
      may: PRIMARY,
      from: from.reported,
    }),
    AssignBackupManually: looked({
      route: posted('assignments', dto.AssignBackupManuallyBody, '受け手を手動で割り当てる'),
      may: BASE,
      from: from.unanswered,
    }),
    DivertToEmergencyServices: looked({
      route: posted('diversions', dto.PlainBody, '救急へ切り替える'),
      may: { ...PRIMARY, ...BASE },
      from: from.notCompleted,
    }),
    StopWithoutConsent: looked({}),
    TimeOutOffers: looked({}),
  },
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
  card: ({ tier, status, urgency }) => ({ tier, status, urgency }),
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

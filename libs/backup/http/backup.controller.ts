import { commandController, type CommandRoute } from '#access';
import { AskBackupArrangement, AskBackupRequest, AskOnCallRoster } from '../commands/backup.aggregates.js';
import * as dto from './backup.dto.js';

const of = (
  command: string,
  resource: string,
  body: CommandRoute['body'],
  summary: string,
  rest: Partial<CommandRoute> = {},
): CommandRoute => ({
  command,
  path: `backup-requests/:request/${resource}`,
  body,
  asked: AskBackupRequest,
  summary,
  ...rest,
});

export const BackupController = commandController('Backup', [
  {
    command: 'AgreeBackupArrangement',
    path: 'backup-arrangements',
    body: dto.AgreeBackupArrangementBody,
    asked: AskBackupArrangement,
    summary: 'バックアップの取り決めを登録する',
  },
  {
    command: 'RenewBackupArrangement',
    path: 'backup-arrangements/:arrangement/renewals',
    body: dto.PlainBody,
    asked: AskBackupArrangement,
    summary: 'バックアップの取り決めを更新する',
  },
  {
    command: 'EndBackupArrangement',
    path: 'backup-arrangements/:arrangement/endings',
    body: dto.PlainBody,
    asked: AskBackupArrangement,
    summary: 'バックアップの取り決めを終える',
  },
  {
    command: 'PublishOnCallShifts',
    path: 'on-call-shifts',
    body: dto.PublishOnCallShiftsBody,
    asked: AskOnCallRoster,
    summary: '当番表を出す',
  },
  {
    command: 'RequestEmergencyBackup',
    path: 'backup-requests',
    body: dto.RequestEmergencyBackupBody,
    asked: AskBackupRequest,
    summary: '緊急バックアップを依頼する',
    personal: { backup_summary: ['summary'] },
  },
  of('AcceptBackup', 'acceptances', dto.PlainBody, '引き受ける'),
  of('DeclineBackup', 'declines', dto.DeclineBackupBody, '断る'),
  of('WithdrawAcceptance', 'withdrawals', dto.PlainBody, '引き受けを取り消す'),
  of('CancelBackup', 'cancellations', dto.CancelBackupBody, '依頼を取り下げる', {
    personal: { backup_cancellation: ['reason'] },
  }),
  of('RecordDeparture', 'departures', dto.PlainBody, '出発を記録する'),
  of('RecordArrival', 'arrivals', dto.PlainBody, '到着を記録する'),
  of('CompleteBackup', 'completions', dto.CompleteBackupBody, '対応の結果を記録する'),
  of('HandBackToPrimary', 'hand-backs', dto.HandBackToPrimaryBody, '主治医へ申し送る', {
    personal: { backup_hand_back: ['text'] },
  }),
  of('AcknowledgeHandback', 'hand-back-acknowledgements', dto.PlainBody, '申し送りを確認する'),
  of('AssignBackupManually', 'assignments', dto.AssignBackupManuallyBody, '受け手を手動で割り当てる'),
  of('DivertToEmergencyServices', 'diversions', dto.PlainBody, '救急へ切り替える'),
]);

import { recordOf } from '#kernel';
import type { CompleteBackup, Plain } from '../request.commands.js';
import type { BackupEvent } from '../request.events.js';
import { handBack, handBackAcknowledgement } from '../request.obligations.js';
import {
  goer,
  primaryOwner,
  type BackupRequest,
  type Completing,
  type Given,
  type OwingNext,
} from '../request.state.js';

/** 出発した. */
export function depart(_command: Plain, state: BackupRequest): BackupEvent[] {
  const { organization } = goer(state);
  return [{ type: 'BackupDeparted', payload: { organization } }];
}

/** 到着した. */
export function arrive(_command: Plain, state: BackupRequest): BackupEvent[] {
  const { organization } = goer(state);
  return [{ type: 'BackupArrived', payload: { organization } }];
}

/** 対応した. */
export function complete(command: CompleteBackup, state: BackupRequest, given: Given<Completing>): BackupEvent[] {
  const { organization, to: owner } = goer(state);
  const { now, occurredAt, found } = given;
  const plans = [handBack({ ...state, now }, occurredAt, { organization, opening: found.opening, owner })];
  return [{ type: 'EmergencyBackupCompleted', payload: { organization, outcome: command.outcome, plans } }];
}

/** 主治医へ申し送る. */
export function handBackToPrimary(_command: Plain, state: BackupRequest, given: Given<OwingNext>): BackupEvent[] {
  const { organization } = goer(state);
  const { now, occurredAt, found, records } = given;
  const primary = { organization: state.primary, opening: found.opening, owner: primaryOwner(state) };
  const plans = [handBackAcknowledgement({ ...state, now }, occurredAt, primary)];
  const textRef = recordOf(records, 'backup_hand_back');
  return [{ type: 'BackupHandedBack', payload: { organization, textRef, plans } }];
}

/** 申し送りを確認した. */
export function acknowledge(_command: Plain, _state: BackupRequest, { actor }: Given): BackupEvent[] {
  return [{ type: 'HandbackAcknowledged', payload: { by: 'userId' in actor ? actor.userId : '' } }];
}

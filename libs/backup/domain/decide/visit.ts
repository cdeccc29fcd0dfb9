import { invalidState, recordOf } from '#kernel';
import type { BackupCommand, CompleteBackup } from '../request.commands.js';
import type { BackupEvent } from '../request.events.js';
import { handBack, handBackAcknowledgement } from '../request.obligations.js';
import { primaryOwner, UNDER_WAY, type Acceptor, type BackupRequest, type Given } from '../request.state.js';

/** Whoever goes, in a state that lets it be said. */
function goer(command: BackupCommand, { acceptor, status }: BackupRequest, says: boolean): Acceptor {
  if (!acceptor || !says) throw invalidState(command.type, status);
  return acceptor;
}

/** 出発した. */
export function depart(command: BackupCommand, state: BackupRequest): BackupEvent[] {
  const { status } = state;
  const { organization } = goer(command, state, status === 'ACCEPTED' || status === 'MANUALLY_ASSIGNED');
  return [{ type: 'BackupDeparted', payload: { organization } }];
}

/** 到着した. */
export function arrive(command: BackupCommand, state: BackupRequest): BackupEvent[] {
  const { organization } = goer(command, state, UNDER_WAY.has(state.status) && state.status !== 'ARRIVED');
  return [{ type: 'BackupArrived', payload: { organization } }];
}

/** 対応した. */
export function complete(command: CompleteBackup, state: BackupRequest, given: Given): BackupEvent[] {
  const { organization, to: owner } = goer(command, state, UNDER_WAY.has(state.status));
  const { now, occurredAt, found } = given;
  const plans = [handBack({ ...state, now }, occurredAt, { organization, opening: found.opening, owner })];
  return [{ type: 'EmergencyBackupCompleted', payload: { organization, outcome: command.outcome, plans } }];
}

/** 主治医へ申し送る. */
export function handBackToPrimary(command: BackupCommand, state: BackupRequest, given: Given): BackupEvent[] {
  const { organization } = goer(command, state, state.status === 'COMPLETED');
  const { now, occurredAt, found, records } = given;
  const primary = { organization: state.primary, opening: found.opening, owner: primaryOwner(state) };
  const plans = [handBackAcknowledgement({ ...state, now }, occurredAt, primary)];
  const textRef = recordOf(records, 'backup_hand_back');
  return [{ type: 'BackupHandedBack', payload: { organization, textRef, plans } }];
}

/** 申し送りを確認した. */
export function acknowledge(command: BackupCommand, state: BackupRequest, { actor }: Given): BackupEvent[] {
  if (state.status !== 'REPORTED') throw invalidState(command.type, state.status);
  return [{ type: 'HandbackAcknowledged', payload: { by: 'userId' in actor ? actor.userId : '' } }];
}

import { recordOf } from '#kernel';
import { invalidState } from '#kernel';
import type { BackupCommand } from '../request.commands.js';
import type { BackupEvent } from '../request.events.js';
import { isWaiting, UNTAKEN, type BackupRequest, type Given } from '../request.state.js';
import { whoeverWaits } from './told.js';

/** 救急へ切り替える. */
export function divert(command: BackupCommand, state: BackupRequest, given: Given): BackupEvent[] {
  if (!isWaiting(state)) throw invalidState(command.type, state.status);
  const { actor } = given;
  const by = 'userId' in actor ? actor.userId : '';
  return [{ type: 'BackupDiverted', payload: { by, told: whoeverWaits(state, given) } }];
}

/** 依頼を取り下げる. */
export function cancel(command: BackupCommand, state: BackupRequest, given: Given): BackupEvent[] {
  if (!isWaiting(state)) throw invalidState(command.type, state.status);
  const reasonRef = recordOf(given.records, 'backup_cancellation');
  return [{ type: 'EmergencyBackupCancelled', payload: { reasonRef, told: whoeverWaits(state, given) } }];
}

export const stopped = (state: BackupRequest, given: Given): BackupEvent => ({
  type: 'EmergencyBackupCancelled',
  payload: { because: 'consent_withdrawn', told: whoeverWaits(state, given) },
});

/** 同意の撤回: nobody more is asked. Whoever goes already, goes. */
export const stopWithoutConsent = (state: BackupRequest, given: Given): BackupEvent[] =>
  UNTAKEN.has(state.status) && given.found.around?.consent === false ? [stopped(state, given)] : [];

import { recordOf } from '#kernel';
import type { Plain } from '../request.commands.js';
import type { BackupEvent } from '../request.events.js';
import { UNTAKEN, type BackupRequest, type Given, type Telling } from '../request.state.js';
import { whoeverWaits } from './told.js';

/** 救急へ切り替える. */
export function divert(_command: Plain, state: BackupRequest, given: Given): BackupEvent[] {
  const { actor } = given;
  const by = 'userId' in actor ? actor.userId : '';
  return [{ type: 'BackupDiverted', payload: { by, told: whoeverWaits(state, given) } }];
}

/** 依頼を取り下げる. */
export function cancel(_command: Plain, state: BackupRequest, given: Given): BackupEvent[] {
  const reasonRef = recordOf(given.records, 'backup_cancellation');
  return [{ type: 'EmergencyBackupCancelled', payload: { reasonRef, told: whoeverWaits(state, given) } }];
}

export const stopped = (state: BackupRequest, given: Given): BackupEvent => ({
  type: 'EmergencyBackupCancelled',
  payload: { because: 'consent_withdrawn', told: whoeverWaits(state, given) },
});

/** 同意の撤回: nobody more is asked. Whoever goes already, goes. */
export const stopWithoutConsent = (_command: Plain, state: BackupRequest, given: Given<Telling>): BackupEvent[] =>
  UNTAKEN.has(state.status) && !given.found.around.consent ? [stopped(state, given)] : [];

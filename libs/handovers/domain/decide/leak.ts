import type { ClassifyLeak, ExcludeFromSurvey } from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import type { Work } from './work.js';

export function classifyLeak({ state: { handover }, wrong }: Work, { codes }: ClassifyLeak): HandoverEvent[] {
  if (handover !== 'MISSED' && handover !== 'LEAK_CONFIRMED') throw wrong();
  return [{ type: 'DischargeLeakClassified', payload: { codes } }];
}

export function excludeFromSurvey({ state, given, wrong }: Work, { code }: ExcludeFromSurvey): HandoverEvent[] {
  if (state.handover === 'EXCLUDED') {
    // A reaction may come to a case that a person has excluded already.
    if ('system' in given.actor) return [];
    throw wrong();
  }
  return [{ type: 'DischargeCaseExcluded', payload: { code } }];
}

/** The alarm may come late, twice, or after the handover has caught up: then nothing happens. */
export function closeRecoveryWindow({ state, given: { now } }: Work): HandoverEvent[] {
  if (state.handover !== 'MISSED' || (state.recoverUntil ?? '') > now) return [];
  return [{ type: 'DischargeLeakConfirmed', payload: { codes: state.leakCodes } }];
}

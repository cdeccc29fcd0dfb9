import type { LeakCode } from './handover.commands.js';
import type { HandoverEvent } from './handover.events.js';
import { recoverUntil, suddenHandover, type Setting } from './handover.obligations.js';
import {
  documentAtDischarge,
  isConcluded,
  isInWindow,
  lastPassed,
  leftWithoutHandover,
  owedAfter,
  stepNow,
  type DischargeCase,
} from './handover.state.js';

/**
 * What the facts say of the handover (もれ・追いつき), in the order in which they happened, where it differs from what is
 * concluded so far. A late record corrects a conclusion by a new fact and never edits one (model.md 2.2).
 */
export function concluded(state: DischargeCase, setting: Setting): HandoverEvent[] {
  const { handover, stay, version, dischargedAt } = state;
  if (stay !== 'DISCHARGED' || dischargedAt === undefined) return [];
  if (handover === 'EXCLUDED' || handover === 'FEEDBACK_RETURNED') return [];
  const known = isConcluded(state);
  if (!leftWithoutHandover(state))
    return known ? [{ type: 'HandoverRecovered', payload: { version, inTime: true } }] : [];
  if (handover === 'RECOVERED') return [];
  const until = state.recoverUntil ?? recoverUntil(state.rules, dischargedAt);
  const read = stepNow(state) === 'ACKNOWLEDGED' && isInWindow({ ...state, recoverUntil: until }, readAt(state));
  return [
    ...(known ? corrected(state) : [missed(state, { ...setting, at: dischargedAt })]),
    ...(read ? [{ type: 'HandoverRecovered' as const, payload: { version } }] : []),
  ];
}

const readAt = (state: DischargeCase): string => lastPassed(state, 'ACKNOWLEDGED') ?? '';

/** The kind of a miss, by where the document was when the patient left. */
function missCode(state: DischargeCase): LeakCode {
  const step = documentAtDischarge(state)?.to;
  if (step === 'SUBMITTED' || step === 'CLARIFYING') return 'LK05';
  if (step === 'REDIRECTING') return 'LK04';
  if (state.namedInTime !== true) return 'LK08';
  return state.destination === 'facility' ? 'LK07' : 'LK01';
}

function corrected(state: DischargeCase): HandoverEvent[] {
  const code = missCode(state);
  if (state.classified || state.leakCodes.includes(code)) return [];
  return [{ type: 'DischargeLeakClassified', payload: { codes: [code], corrects: true } }];
}

/** The obligation that stood open when the patient left, if it still does. */
function standingKey(state: DischargeCase): string | undefined {
  const at = documentAtDischarge(state);
  const key = at === undefined ? 'handover_document' : owedAfter(at);
  return state.duties[key]?.state === 'open' ? key : undefined;
}

function missed(state: DischargeCase, setting: Setting): HandoverEvent {
  const key = standingKey(state);
  const sudden = suddenHandover(setting, state.hospital);
  return {
    type: 'DischargeHandoverMissed',
    payload: {
      leakCode: missCode(state),
      step: key ?? 'handover_document',
      recoverUntil: recoverUntil(setting.rules, setting.at),
      // Nobody is chased for a document that has gone out since.
      ...(key === undefined && { planned: state.version > 0 ? { ...sudden, rungs: [] } : sudden }),
    },
  };
}

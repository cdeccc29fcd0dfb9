import {
  inOrder,
  invalidState,
  notFound,
  overDefaults,
  unreachable,
  type Addressee,
  type Decider,
  type Notice,
} from '#kernel';
import type { ConsultationCommand } from './consultation.commands.js';
import type { ConsultationEvent } from './consultation.events.js';
import { CONSULTATION_ORDER } from './consultation.order.js';
import { CONSULTATION_RULES } from './consultation.rules.js';
import type { ConsultationFound, Given, State, Work } from './consultation.state.js';
import { close, closeSystem, reopen } from './decide/closing.js';
import { log } from './decide/receive.js';
import { acceptReferral, declineReferral, refer } from './decide/referral.js';
import { answer, awaitReply, link, recordAction, triage } from './decide/work.js';
import { evolve } from './evolve.js';

export { CONSULTATION_STATUSES } from './consultation.state.js';
export type { Consultation, ConsultationFound, ConsultationStatus } from './consultation.state.js';

function decide(command: ConsultationCommand, state: State, given: Given): readonly ConsultationEvent[] {
  if (command.type === 'LogConsultation') {
    if (!state) return log(command, given);
    // One system consultation per case, however often it escalates, and not again once a person has closed it.
    if ('system' in given.actor) return [];
    throw invalidState(command.type, state.status);
  }
  if (command.type === 'CloseSystemConsultation') return closeSystem(state);
  if (!state) throw notFound('consultation', '相談');
  const { desk } = given.found;
  if (!desk) throw notFound('desk', '相談窓口');
  inOrder(CONSULTATION_ORDER, command, state, given);

  const { rules, area, urgency } = state;
  const work: Work = { state, given, desk, setting: { now: given.now, rules, area, urgency } };
  const { type } = command;
  switch (type) {
    case 'TriageConsultation':
      return triage(command, work);
    case 'RecordConsultationAction':
      return recordAction(command, work);
    case 'AwaitReply':
      return awaitReply(command, work);
    case 'ReferConsultation':
      return refer(type, work);
    case 'AcceptReferral':
      return acceptReferral(type, work);
    case 'DeclineReferral':
      return declineReferral(type, work);
    case 'AnswerConsultation':
      return answer(type, state);
    case 'CloseConsultation':
      return close(command, work);
    case 'ReopenConsultation':
      return reopen(type, work);
    case 'LinkConsultation':
      return link(command);
    default:
      return unreachable(type);
  }
}

/** A desk hears at once of what it is now to answer, or has back. */
function notices(events: readonly ConsultationEvent[]): Notice[] {
  const desk = (organization: string): Addressee[] => [{ role: 'coordinator', organization }];
  return events.flatMap(({ type, payload }): Notice[] => {
    if (type === 'ConsultationReferred')
      return [{ template: 'consultation.referred', to: desk(payload.to), step: 'reply' }];
    if (type === 'ReferralDeclined') return [{ template: 'consultation.referral_declined', to: desk(payload.from) }];
    return [];
  });
}

/** The desk that has it, the desk that is asked to take it, and who asked: the asker reads the own consultation. */
const relationsOf = ({ desk, referral, organization }: NonNullable<State>) => ({
  desk: [desk],
  referred_to: referral ? [referral.to] : [],
  asker: organization === undefined ? [] : [organization],
});

export const consultation: Decider<State, ConsultationCommand, ConsultationEvent, ConsultationFound> = {
  kind: 'consultation',
  stateVersion: 2,
  initial: null,
  decide: (command, state, given) =>
    decide(command, state && { ...state, rules: overDefaults(CONSULTATION_RULES, state.rules) }, given),
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
    state
      ? {
          area: state.area,
          ruleSet: state.ruleSet,
          relations: relationsOf(state),
          ...(state.patient !== undefined && { patientRef: state.patient }),
        }
      : {},
  notices,
  status: (state) => state?.status ?? 'UNKNOWN',
};

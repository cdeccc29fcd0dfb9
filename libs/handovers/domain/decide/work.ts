import { invalidState, overDefaults, type Circumstances, type DomainError } from '#kernel';
import { evolve } from '../evolve.js';
import type { HandoverEvent } from '../handover.events.js';
import type { Setting } from '../handover.obligations.js';
import { HANDOVER_RULES } from '../handover.rules.js';
import { isClosed, isInHospital, type DischargeCase, type State } from '../handover.state.js';
import { concluded } from '../handover.verdict.js';

/** One command about a case that has begun, with what every decision about it asks. */
export interface Work<Found = unknown> {
  readonly state: DischargeCase;
  readonly given: Circumstances<Found>;
  readonly setting: Setting;
  readonly inHospital: boolean;
  /** In hospital, and what becomes of the handover is not decided yet. */
  readonly live: boolean;
  /** Done during the stay and written down after its end. */
  readonly afterwards: boolean;
  readonly wrong: () => DomainError;
}

export type Decide<C, Found> = (work: Work<Found>, command: C) => readonly HandoverEvent[];

/** A decision about a case that has begun, and what follows from its facts for the handover (もれ・追いつき). */
export const decided =
  <C extends { readonly type: string }, Found>(decide: Decide<C, Found>) =>
  (command: C, stored: DischargeCase, given: Circumstances<Found>): readonly HandoverEvent[] => {
    const state = { ...stored, rules: overDefaults(HANDOVER_RULES, stored.rules) };
    const work = workOn(command.type, state, given);
    const facts = decide(work, command);
    const after = facts.reduce<State>((s, fact) => evolve(s, fact, given.occurredAt), state);
    return after && facts.length > 0 ? [...facts, ...concluded(after, work.setting)] : facts;
  };

function workOn<Found>(command: string, state: DischargeCase, given: Circumstances<Found>): Work<Found> {
  const { handover, stay, rules, area, dischargedAt } = state;
  const { now, occurredAt } = given;
  const inHospital = isInHospital(state);
  return {
    state,
    given,
    setting: { now, at: occurredAt, rules, area },
    inHospital,
    live: inHospital && !isClosed(state),
    afterwards: dischargedAt !== undefined && occurredAt <= dischargedAt && handover !== 'EXCLUDED',
    wrong: () => invalidState(command, stay === 'ADMITTED' ? handover : `${handover} / ${stay}`),
  };
}

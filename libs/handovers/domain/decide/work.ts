import { invalidState, type DomainError } from '#kernel';
import type { HandoverCommand } from '../handover.commands.js';
import type { Party, Setting } from '../handover.obligations.js';
import { isClosed, isInHospital, type DischargeCase, type Given } from '../handover.state.js';

/** One command about a case that has begun, with what every decision about it asks. */
export interface Work {
  readonly state: DischargeCase;
  readonly given: Given;
  readonly setting: Setting;
  readonly hospital: Party;
  readonly inHospital: boolean;
  /** In hospital, and what becomes of the handover is not decided yet. */
  readonly live: boolean;
  /** Done during the stay and written down after its end. */
  readonly afterwards: boolean;
  readonly wrong: () => DomainError;
}

export function workOn(command: HandoverCommand, state: DischargeCase, given: Given): Work {
  const { handover, stay, rules, area, dischargedAt } = state;
  const { now, occurredAt, found } = given;
  const inHospital = isInHospital(state);
  return {
    state,
    given,
    setting: { now, at: occurredAt, rules, area },
    hospital: { organization: state.hospital, opening: found.hospital },
    inHospital,
    live: inHospital && !isClosed(state),
    afterwards: dischargedAt !== undefined && occurredAt <= dischargedAt && handover !== 'EXCLUDED',
    wrong: () => invalidState(command.type, stay === 'ADMITTED' ? handover : `${handover} / ${stay}`),
  };
}

import type { Bearings } from '#kernel';
import { evolve } from './evolve.js';
import type { HandoverEvent } from './handover.events.js';
import type { DischargeCase, State } from './handover.state.js';
import { notices } from './notices.js';

export type { DischargeCase, HandoverStatus, OtherStay, Stay } from './handover.state.js';

/** One live case per patient; while another hospital has not ended its own, one of this hospital. */
const liveClaim = ({ patient, hospital, openElsewhere }: DischargeCase): string =>
  openElsewhere === undefined ? `discharge_case:${patient}` : `discharge_case:${patient}:${hospital}`;

const ENDS_STAY: ReadonlySet<HandoverEvent['type']> = new Set([
  'PatientDischarged',
  'PatientTransferred',
  'PatientDied',
]);

/** What a stay is in pure values; what can be said of it stands in its table of commands. */
export const dischargeCase = {
  kind: 'discharge_case',
  stateVersion: 4,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          patientRef: state.patient,
          ruleSet: state.ruleSet,
          relations: {
            hospital: [state.hospital],
            care_office: state.careManager ? [state.careManager.organization] : [],
          },
        }
      : {},
  notices,
  claims: (events: readonly HandoverEvent[], state: State) => ({
    take: state && events.some(({ type }) => type === 'AdmissionRegistered') ? [liveClaim(state)] : [],
    release: state && events.some(({ type }) => ENDS_STAY.has(type)) ? [liveClaim(state)] : [],
  }),
  status: (state: State): string => state?.handover ?? 'UNKNOWN',
};

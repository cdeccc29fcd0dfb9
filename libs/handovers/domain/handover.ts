import { notFound, overDefaults, unreachable, type Decider } from '#kernel';
import {
  identifyCareManager,
  provideAdmissionInformation,
  reassignCareManager,
  registerAdmission,
} from './decide/admission.js';
import {
  recordDeath,
  recordDischarge,
  recordTransfer,
  relayCareManagerToNextHospital,
  returnPostDischargeFeedback,
} from './decide/discharge.js';
import {
  acknowledgeHandover,
  requestHandoverClarification,
  returnHandover,
  submitHandover,
  supplementHandover,
} from './decide/document.js';
import { classifyLeak, closeRecoveryWindow, excludeFromSurvey } from './decide/leak.js';
import {
  notifyDischargeSupportStart,
  planDischarge,
  screenForDischargeSupport,
  supportStep,
} from './decide/support.js';
import { workOn, type Work } from './decide/work.js';
import { evolve } from './evolve.js';
import type { HandoverCommand, RegisterAdmission } from './handover.commands.js';
import type { HandoverEvent } from './handover.events.js';
import { inOrder } from './handover.order.js';
import type { DischargeCase, Given, HandoverFound, State } from './handover.state.js';
import { HANDOVER_RULES } from './handover.rules.js';
import { concluded } from './handover.verdict.js';
import { notices } from './notices.js';

export type { DischargeCase, HandoverFound, HandoverStatus, OtherStay, Stay } from './handover.state.js';

function decide(command: HandoverCommand, state: State, given: Given): readonly HandoverEvent[] {
  if (command.type === 'RegisterAdmission') {
    if (state) throw workOn(command, state, given).wrong();
    return registerAdmission(command, given);
  }
  if (!state) throw notFound('discharge case', '入退院支援ケース');
  const work = workOn(command, state, given);
  inOrder(command, state, given);
  const facts = decided(command, work);
  const after = facts.reduce<State>((s, fact) => evolve(s, fact, given.occurredAt), state);
  return after && facts.length > 0 ? [...facts, ...concluded(after, work.setting)] : facts;
}

function decided(command: Exclude<HandoverCommand, RegisterAdmission>, work: Work): HandoverEvent[] {
  switch (command.type) {
    case 'IdentifyCareManager':
      return identifyCareManager(work);
    case 'ReassignCareManager':
      return reassignCareManager(work);
    case 'ProvideAdmissionInformation':
      return provideAdmissionInformation(command, work);
    case 'ScreenForDischargeSupport':
      return screenForDischargeSupport(command, work);
    case 'HoldFamilyInterview':
    case 'StartDischargePlan':
    case 'HoldDischargeConference':
      return supportStep(command.type, work);
    case 'PlanDischarge':
      return planDischarge(command, work);
    case 'NotifyDischargeSupportStart':
      return notifyDischargeSupportStart(work);
    case 'SubmitHandover':
      return submitHandover(work);
    case 'SupplementHandover':
      return supplementHandover(work);
    case 'AcknowledgeHandover':
      return acknowledgeHandover(command, work);
    case 'RequestHandoverClarification':
      return requestHandoverClarification(work);
    case 'ReturnHandover':
      return returnHandover(work);
    case 'RecordDischarge':
      return recordDischarge(command, work);
    case 'RecordTransfer':
      return recordTransfer(command, work);
    case 'RecordDeath':
      return recordDeath(command, work);
    case 'RelayCareManagerToNextHospital':
      return relayCareManagerToNextHospital(work);
    case 'ReturnPostDischargeFeedback':
      return returnPostDischargeFeedback(command, work);
    case 'ClassifyLeak':
      return classifyLeak(command, work);
    case 'ExcludeFromSurvey':
      return excludeFromSurvey(command, work);
    case 'CloseRecoveryWindow':
      return closeRecoveryWindow(work);
    default:
      return unreachable(command);
  }
}

/** One live case per patient; while another hospital has not ended its own, one of this hospital. */
const liveClaim = ({ patient, hospital, openElsewhere }: DischargeCase): string =>
  openElsewhere === undefined ? `discharge_case:${patient}` : `discharge_case:${patient}:${hospital}`;

const ENDS_STAY: ReadonlySet<HandoverEvent['type']> = new Set([
  'PatientDischarged',
  'PatientTransferred',
  'PatientDied',
]);

export const dischargeCase: Decider<State, HandoverCommand, HandoverEvent, HandoverFound> = {
  kind: 'discharge_case',
  stateVersion: 2,
  initial: null,
  decide: (command, state, given) =>
    decide(command, state && { ...state, rules: overDefaults(HANDOVER_RULES, state.rules) }, given),
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
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
  claims: (events, state) => ({
    take: state && events.some(({ type }) => type === 'AdmissionRegistered') ? [liveClaim(state)] : [],
    release: state && events.some(({ type }) => ENDS_STAY.has(type)) ? [liveClaim(state)] : [],
  }),
  status: (state) => state?.handover ?? 'UNKNOWN',
};

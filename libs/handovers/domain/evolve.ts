import { dutyKey, openKeys, planned, settled, unreachable, type Duties, type Instant } from '#kernel';
import type { HandoverEvent } from './handover.events.js';
import {
  isBeforeSupport,
  isConcluded,
  leftWithoutHandover,
  openHandoverKeys,
  owedAfter,
  stepNow,
  stepSinceDischarge,
  withPassed,
  type DischargeCase,
  type DocumentStep,
  type State,
  type Support,
} from './handover.state.js';

/** 引継ぎケースの状態: what each fact changes. The moment of a fact orders the steps of the document and the discharge. */
export function evolve(state: State, { type, payload }: HandoverEvent, occurredAt: Instant): State {
  if (type === 'AdmissionRegistered') {
    const { plans, wardRef: _ward, previousCase: _previous, admissionKind: _kind, ...rest } = payload;
    return {
      ...rest,
      ...(rest.careManager && { careManagerSince: rest.admittedAt }),
      handover: 'NONE',
      support: 'NONE',
      way: [],
      stay: 'ADMITTED',
      version: 0,
      startNotified: false,
      leakCodes: [],
      duties: planned({}, plans),
    };
  }
  if (!state) throw new Error(`${type} before AdmissionRegistered`);
  const { duties } = state;
  switch (type) {
    case 'CareManagerIdentified':
      return {
        ...state,
        careManager: payload.careManager,
        careManagerSince: occurredAt,
        ...(state.dischargedAt !== undefined && { namedInTime: occurredAt < state.dischargedAt }),
      };
    case 'CareManagerReassigned': {
      const { careManager, plans } = payload;
      const next = { ...state, careManager };
      const answered = dutyKey({ step: 'handover_document', instance: `redirect-${state.version}` });
      return stepNow(state) === 'REDIRECTING'
        ? passed(next, 'SUBMITTED', occurredAt, planned(settled(duties, 'met', answered), plans))
        : { ...next, duties: planned(duties, plans) };
    }
    case 'AdmissionInformationProvided':
      return { ...state, informed: payload.level, duties: settled(duties, 'met', 'admission_information') };
    case 'DischargeSupportScreened': {
      const screened = settled(duties, 'met', 'screening');
      const before = isBeforeSupport(stepNow(state));
      if (payload.required)
        return { ...(before ? supported(state, 'REQUIRED') : state), duties: planned(screened, payload.plans) };
      return before
        ? { ...supported(state, 'NOT_REQUIRED'), duties: settled(screened, 'cancelled', ...FOR_SUPPORT) }
        : { ...state, duties: screened };
    }
    case 'FamilyInterviewHeld':
      return done(state, 'family_interview');
    case 'DischargePlanStarted':
      return done(state, 'discharge_plan');
    case 'DischargeConferenceHeld':
      return done(state, 'discharge_conference');
    case 'DischargePlanned':
    case 'DischargeRescheduled':
      return {
        ...state,
        stay: 'DISCHARGE_PLANNED',
        plannedDischargeOn: payload.plannedDischargeOn,
        destination: payload.destination,
        duties: planned(settled(duties, 'met', 'planned_discharge'), payload.plans),
      };
    case 'DischargeSupportStartNotified':
      return {
        ...(stepNow(state) === 'REQUIRED' ? supported(state, 'START_NOTIFIED') : state),
        startNotified: true,
        duties: settled(duties, 'met', 'start_notice'),
      };
    case 'DischargeHandoverSubmitted':
    case 'DischargeHandoverSupplemented': {
      const replaced = openKeys(duties).filter((key) => duties[key]?.step === 'acknowledgement');
      // Who has the whole document needs no notice any more that it will come.
      const sent = settled(
        settled(duties, 'met', ...openHandoverKeys(duties)),
        'cancelled',
        ...replaced,
        'start_notice',
      );
      return passed({ ...state, version: payload.version }, 'SUBMITTED', occurredAt, planned(sent, payload.plans));
    }
    case 'DischargeHandoverAcknowledged': {
      const read = settled(duties, 'met', owedAfter({ to: 'SUBMITTED', version: payload.version }));
      // Who has read it after all waits for no answer.
      const ended = settled(read, 'cancelled', ...openHandoverKeys(read));
      return passed(state, 'ACKNOWLEDGED', occurredAt, planned(ended, payload.plans));
    }
    case 'HandoverClarificationRequested':
    case 'HandoverReturned': {
      const ended = settled(duties, 'cancelled', owedAfter({ to: 'SUBMITTED', version: payload.version }));
      const to = type === 'HandoverReturned' ? 'REDIRECTING' : 'CLARIFYING';
      return passed(state, to, occurredAt, planned(ended, payload.plans));
    }
    case 'PatientDischarged': {
      const { dischargedAt, destination, plans } = payload;
      const { careManagerSince: since, version } = state;
      const left: DischargeCase = {
        ...state,
        stay: 'DISCHARGED',
        dischargedAt,
        destination,
        namedInTime: since !== undefined && since <= dischargedAt,
        way: withPassed(state.way, { at: dischargedAt, to: 'DISCHARGED', version }),
      };
      const recorded = settled(duties, 'met', 'discharge_record');
      return { ...left, duties: planned(settled(recorded, 'cancelled', ...overWithStay(left)), plans) };
    }
    case 'DischargeHandoverMissed':
      return afterMiss(state, payload);
    case 'HandoverRecovered':
      return payload.inTime
        ? { ...state, handover: 'ACKNOWLEDGED', leakCodes: [], duties: windowOver(state) }
        : { ...state, handover: 'RECOVERED', duties: windowOver(state) };
    case 'DischargeLeakConfirmed':
      return {
        ...state,
        handover: 'LEAK_CONFIRMED',
        leakCodes: payload.codes,
        duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)),
      };
    case 'DischargeLeakClassified':
      return { ...state, leakCodes: payload.codes, ...(!payload.corrects && { classified: true }) };
    case 'PatientTransferred':
      return {
        ...state,
        stay: 'TRANSFERRED',
        endedOn: payload.on,
        ...(payload.toHospital !== undefined && { toHospital: payload.toHospital }),
      };
    case 'PatientDied':
      return {
        ...state,
        stay: 'DIED',
        endedOn: payload.on,
        ...(payload.withdrawsLeak && { handover: 'MISSED' }),
        duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)),
      };
    case 'CareManagerRelayed':
    case 'HandoverDeliveredOnPaper':
    case 'CareManagerChangeNoted':
      return state;
    case 'DischargeCaseExcluded':
      return {
        ...state,
        handover: 'EXCLUDED',
        excluded: payload.code,
        duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)),
      };
    case 'DischargeCaseResumed': {
      const { excluded: _no, ...rest } = state;
      return { ...rest, handover: stepNow(state), duties: planned(duties, payload.plans) };
    }
    case 'PostDischargeFeedbackReturned':
      return { ...state, handover: 'FEEDBACK_RETURNED', duties: settled(duties, 'met', 'feedback') };
    default:
      return unreachable(type);
  }
}

/** Owed only where support is required. */
const FOR_SUPPORT = ['start_notice', 'handover_document', 'planned_discharge', 'discharge_record'] as const;

const OF_THE_STAY: ReadonlySet<string> = new Set([
  'planned_discharge',
  'admission_information',
  'screening',
  'family_interview',
  'discharge_plan',
  'discharge_conference',
  'start_notice',
]);

/** What nobody can do any more once the patient has left; a handover that is owed can still be caught up with. */
const overWithStay = (state: DischargeCase): string[] =>
  openKeys(state.duties).filter((key) => {
    const step = state.duties[key]?.step ?? '';
    return OF_THE_STAY.has(step) || (step === 'handover_document' && !leftWithoutHandover(state));
  });

/** The document has moved on since the patient left: what is owed for that, and the feedback, stays. */
const isOwedSince = (state: DischargeCase, key: string): boolean => {
  const since = stepSinceDischarge(state);
  return key === 'feedback' || (since !== undefined && key === owedAfter(since));
};

/** The document has taken a step. What a discharge made of the handover stands until the order of the facts says otherwise. */
const passed = (state: DischargeCase, to: DocumentStep, at: Instant, duties: Duties): DischargeCase => ({
  ...state,
  handover: isConcluded(state) ? state.handover : to,
  way: withPassed(state.way, { at, to, version: state.version }),
  duties,
});

const supported = (state: DischargeCase, support: Support): DischargeCase => ({
  ...state,
  support,
  handover: isConcluded(state) ? state.handover : support,
});

const done = (state: DischargeCase, step: string): DischargeCase =>
  state.duties[step]
    ? { ...state, duties: settled(state.duties, 'met', step) }
    : { ...state, doneEarly: [...(state.doneEarly ?? []), step] };

/** The step at fault is missed and waits for the end of the recovery window; other chains end silently. */
function afterMiss(
  state: DischargeCase,
  {
    leakCode,
    step,
    recoverUntil: until,
    planned: plan,
  }: (HandoverEvent & { type: 'DischargeHandoverMissed' })['payload'],
): DischargeCase {
  const others = openKeys(state.duties).filter((key) => key !== step && !isOwedSince(state, key));
  const ended = settled(state.duties, 'cancelled', ...others);
  const fault = plan ? { ...plan, state: 'open' as const } : ended[step];
  return {
    ...state,
    handover: 'MISSED',
    leakCodes: [leakCode],
    recoverUntil: until,
    missedStep: step,
    duties: fault ? { ...ended, [step]: { ...fault, state: 'missed', actAt: until } } : ended,
  };
}

function windowOver({ duties, missedStep }: DischargeCase): Duties {
  const duty = missedStep === undefined ? undefined : duties[missedStep];
  if (!duty || missedStep === undefined || duty.actAt === undefined) return duties;
  const { actAt: _over, ...rest } = duty;
  return { ...duties, [missedStep]: rest };
}

import {
  dateIn,
  DomainError,
  dutyKey,
  invalidInput,
  invalidState,
  notFound,
  openKeys,
  overDefaults,
  planned,
  settled,
  unreachable,
  type Addressee,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Duties,
  type Instant,
  type LocalDate,
  type Notice,
  type Opening,
  type Plan,
} from '#kernel';
import type { CareLevel, Destination, HandoverCommand, InsuredType, LeakCode } from './handover.commands.js';
import type { HandoverEvent, NamedCareManager } from './handover.events.js';
import {
  acknowledgement,
  admissionInformation,
  answerOwed,
  beforeDischarge,
  dischargeDate,
  dischargeRecord,
  feedback,
  informationLevel,
  isShortNotice,
  recoverUntil,
  screening,
  suddenHandover,
  supportSteps,
  type Party,
  type Setting,
} from './handover.obligations.js';
import { HANDOVER_RULES, type HandoverRules } from './handover.rules.js';

export type HandoverStatus =
  | 'NONE'
  | 'NOT_REQUIRED'
  | 'REQUIRED'
  | 'START_NOTIFIED'
  | 'SUBMITTED'
  | 'CLARIFYING'
  | 'REDIRECTING'
  | 'ACKNOWLEDGED'
  | 'MISSED'
  | 'RECOVERED'
  | 'LEAK_CONFIRMED'
  | 'FEEDBACK_RETURNED'
  | 'EXCLUDED';

export type Stay = 'ADMITTED' | 'DISCHARGE_PLANNED' | 'DISCHARGED' | 'TRANSFERRED' | 'DIED';

/** 入退院支援ケース: one stay of one patient, from admission to the feedback (model.md 2.4). */
export interface DischargeCase {
  readonly patient: string;
  readonly hospital: string;
  readonly area: AreaRef;
  readonly admittedAt: Instant;
  readonly careLevel: CareLevel;
  /** 被保険者の区分: first (65 and over) or second (40 to 64, of a specified disease). */
  readonly insuredType?: InsuredType;
  readonly careManager?: NamedCareManager;
  readonly pattern: 'A' | 'B';
  readonly rules: HandoverRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly handover: HandoverStatus;
  readonly stay: Stay;
  readonly plannedDischargeOn?: LocalDate;
  readonly dischargedAt?: Instant;
  readonly destination?: Destination;
  /** Versions of the document, newest last; 0 is none. */
  readonly version: number;
  readonly startNotified: boolean;
  /** Steps of the support that were done before anybody owed them; what is done is not asked for. */
  readonly doneEarly?: readonly string[];
  readonly informed?: 'I' | 'II' | 'late';
  readonly leakCodes: readonly LeakCode[];
  readonly recoverUntil?: Instant;
  /** Set when the miss came from this obligation; it keeps the recovery window. */
  readonly missedStep?: string;
  readonly toHospital?: string;
  readonly duties: Duties;
}

/** What is looked up for a command: people and their calendars, the rules of the area. */
export interface HandoverFound {
  readonly patient?: { readonly area: AreaRef; readonly consent: boolean };
  readonly hospital: Opening;
  readonly strongHospital: boolean;
  readonly careOffice: Opening;
  /** The care manager that the command names. */
  readonly named?: NamedCareManager & { readonly opening: Opening };
  readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: HandoverRules };
}

type State = DischargeCase | null;
type Given = Circumstances<HandoverFound>;

const consentMissing = () =>
  new DomainError(
    'invalid',
    'consent_missing',
    '本人の情報共有の同意がないため送れません。同意を記録してから送り直してください。',
    'The person has not consented to sharing. Record the consent, then send again.',
  );

const CLOSED: readonly HandoverStatus[] = ['LEAK_CONFIRMED', 'FEEDBACK_RETURNED', 'EXCLUDED'];
const UNFULFILLED: readonly HandoverStatus[] = ['REQUIRED', 'START_NOTIFIED', 'SUBMITTED', 'CLARIFYING', 'REDIRECTING'];

function register(
  {
    patient,
    hospital,
    admissionKind,
    careLevel = 'unknown',
    insuredType,
    previousCase,
  }: HandoverCommand & { type: 'RegisterAdmission' },
  { occurredAt, now, found, records }: Given,
): HandoverEvent[] {
  if (!found.patient) throw notFound('patient', '患者');
  const { area, consent } = found.patient;
  const wardRef = records['admission_ward'];
  const { ref, values: rules } = found.rules;
  const setting = { now, rules, area };
  const party = { organization: hospital, opening: found.hospital };
  const { named } = found;
  const careManager = named && { user: named.user, organization: named.organization };
  const plans = consent
    ? [
        ...(named && careManager ? [admissionInformation(setting, occurredAt, careManager, named.opening)] : []),
        screening(setting, occurredAt, party, found.strongHospital),
      ]
    : [];
  const registered: HandoverEvent = {
    type: 'AdmissionRegistered',
    payload: {
      patient,
      hospital,
      area,
      admittedAt: occurredAt,
      admissionKind,
      careLevel,
      pattern: careManager ? 'A' : 'B',
      rules,
      ruleSet: ref,
      plans,
      ...(insuredType !== undefined && { insuredType }),
      ...(wardRef !== undefined && { wardRef }),
      ...(careManager && { careManager }),
      ...(previousCase !== undefined && { previousCase }),
    },
  };
  return consent ? [registered] : [registered, { type: 'DischargeCaseExcluded', payload: { code: 'EX5' } }];
}

/** Whether support was due, though nobody may have screened: with a care manager it always is (forms-and-rules.md 4.4). */
const owesHandover = ({ handover, careManager }: DischargeCase): boolean =>
  UNFULFILLED.includes(handover) || (handover === 'NONE' && careManager !== undefined);

function missed(
  state: DischargeCase,
  hospital: Party,
  setting: Setting,
  dischargedAt: Instant,
  destination: Destination,
): HandoverEvent {
  const { handover, careManager, duties, version } = state;
  const key =
    handover === 'SUBMITTED'
      ? dutyKey({ step: 'acknowledgement', instance: String(version) })
      : openHandoverKey(duties);
  const leakCode = ((): LeakCode => {
    if (handover === 'SUBMITTED' || handover === 'CLARIFYING') return 'LK05';
    if (handover === 'REDIRECTING') return 'LK04';
    if (!careManager) return 'LK08';
    return destination === 'facility' ? 'LK07' : 'LK01';
  })();
  const standing = key !== undefined && duties[key]?.state === 'open';
  return {
    type: 'DischargeHandoverMissed',
    payload: {
      leakCode,
      step: standing ? key : 'handover_document',
      recoverUntil: recoverUntil(setting.rules, dischargedAt),
      ...(!standing && { planned: suddenHandover(setting, hospital.organization) }),
    },
  };
}

const openHandoverKey = (duties: Duties): string | undefined =>
  openKeys(duties).find((key) => duties[key]?.step === 'handover_document');

function discharge(state: DischargeCase, destination: Destination, { occurredAt, now, found }: Given): HandoverEvent[] {
  const setting = { now, rules: state.rules, area: state.area };
  const hospital = { organization: state.hospital, opening: found.hospital };
  const plans =
    state.handover === 'ACKNOWLEDGED' && state.careManager
      ? [feedback(setting, occurredAt, { organization: state.careManager.organization, opening: found.careOffice })]
      : [];
  const discharged: HandoverEvent = {
    type: 'PatientDischarged',
    payload: { dischargedAt: occurredAt, destination, plans },
  };
  return owesHandover(state) ? [discharged, missed(state, hospital, setting, occurredAt, destination)] : [discharged];
}

function decide(command: HandoverCommand, state: State, given: Given): readonly HandoverEvent[] {
  const { now, occurredAt, found, records, actor } = given;
  if (command.type === 'RegisterAdmission') {
    if (state) throw invalidState(command.type, state.handover);
    return register(command, given);
  }
  if (!state) throw notFound('discharge case', '入退院支援ケース');
  const { handover, stay, rules, area, careManager } = state;
  const setting: Setting = { now, rules, area };
  const hospital: Party = { organization: state.hospital, opening: found.hospital };
  const wrong = () => invalidState(command.type, stay === 'ADMITTED' ? handover : `${handover} / ${stay}`);
  const inHospital = stay === 'ADMITTED' || stay === 'DISCHARGE_PLANNED';
  const live = inHospital && !CLOSED.includes(handover);

  switch (command.type) {
    case 'IdentifyCareManager':
    case 'ReassignCareManager': {
      const { named } = found;
      if (!named) throw notFound('care manager', 'ケアマネジャー');
      if (CLOSED.includes(handover)) throw wrong();
      const next = { user: named.user, organization: named.organization };
      if (command.type === 'IdentifyCareManager') {
        if (careManager) throw wrong();
        return [{ type: 'CareManagerIdentified', payload: { careManager: next } }];
      }
      const passes = (step: string) => state.duties[step]?.state === 'open';
      const unread = dutyKey({ step: 'acknowledgement', instance: String(state.version) });
      const waits = handover === 'REDIRECTING' || handover === 'SUBMITTED' || passes(unread);
      const planOn = inHospital ? state.plannedDischargeOn : undefined;
      // What the former care office still owed, the new one owes: only it may do that now.
      const { organization } = next;
      const plans = [
        ...(passes('admission_information')
          ? [admissionInformation(setting, state.admittedAt, next, named.opening)]
          : []),
        ...(waits ? [acknowledgement(setting, state.version, next, named.opening, planOn)] : []),
        ...(passes('feedback') && state.dischargedAt
          ? [feedback(setting, state.dischargedAt, { organization, opening: named.opening })]
          : []),
      ];
      return [{ type: 'CareManagerReassigned', payload: { careManager: next, plans } }];
    }
    case 'ProvideAdmissionInformation': {
      if (!careManager || state.informed || CLOSED.includes(handover)) throw wrong();
      const level = informationLevel(rules, state.admittedAt, occurredAt, found.careOffice);
      return [{ type: 'AdmissionInformationProvided', payload: { channel: command.channel, level } }];
    }
    case 'ScreenForDischargeSupport': {
      // A document that went out first does not take the screening off the hospital.
      if (!live || !(beforeSupport(handover) || state.duties['screening']?.state === 'open')) throw wrong();
      const { criteria } = command;
      const required = careManager !== undefined || Object.values(criteria).includes(true);
      const open = ({ step }: Plan) => !state.doneEarly?.includes(step);
      const plans = required
        ? [
            ...supportSteps(setting, state.admittedAt, hospital).filter(open),
            ...counted({ ...state, handover: 'REQUIRED' }, setting, hospital),
            ...undated(state, setting, hospital),
          ]
        : [];
      return [{ type: 'DischargeSupportScreened', payload: { criteria, required, plans } }];
    }
    case 'HoldFamilyInterview':
      if (!live) throw wrong();
      return [{ type: 'FamilyInterviewHeld', payload: {} }];
    case 'StartDischargePlan':
      if (!live) throw wrong();
      return [{ type: 'DischargePlanStarted', payload: {} }];
    case 'HoldDischargeConference':
      if (!live) throw wrong();
      return [{ type: 'DischargeConferenceHeld', payload: {} }];
    case 'PlanDischarge': {
      if (!live) throw wrong();
      const { plannedDischargeOn, destination } = command;
      if (plannedDischargeOn < dateIn(state.admittedAt))
        throw invalidInput(
          'plannedDischargeOn',
          '退院予定日が入院日より前です。日付を確かめてください。',
          'The planned discharge lies before the admission. Check the date.',
        );
      const previouslyOn = state.plannedDischargeOn;
      if (previouslyOn === plannedDischargeOn && state.destination === destination) return [];
      const next = { ...state, plannedDischargeOn };
      const plans = previouslyOn === plannedDischargeOn ? [] : counted(next, setting, hospital);
      const payload = {
        plannedDischargeOn,
        destination,
        shortNotice: isShortNotice(setting, plannedDischargeOn),
        plans,
      };
      return previouslyOn === undefined
        ? [{ type: 'DischargePlanned', payload }]
        : [{ type: 'DischargeRescheduled', payload: { ...payload, previouslyOn } }];
    }
    case 'NotifyDischargeSupportStart':
      if (!live || state.startNotified || handover === 'NOT_REQUIRED') throw wrong();
      return [{ type: 'DischargeSupportStartNotified', payload: {} }];
    case 'SubmitHandover':
    case 'SupplementHandover': {
      if (found.patient?.consent === false) throw consentMissing();
      const first = command.type === 'SubmitHandover';
      const allowed = first
        ? ['NONE', 'REQUIRED', 'START_NOTIFIED', 'MISSED'].includes(handover)
        : ['CLARIFYING', 'SUBMITTED', 'MISSED'].includes(handover) && state.version > 0;
      if (!allowed || stay === 'TRANSFERRED' || stay === 'DIED') throw wrong();
      if (!careManager)
        throw invalidInput(
          'careManager',
          '担当ケアマネジャーがまだ決まっていません。先に担当を登録してください。',
          'No care manager has been named yet. Name one first.',
        );
      const version = state.version + 1;
      const planOn = inHospital ? state.plannedDischargeOn : undefined;
      const plans = [
        acknowledgement(setting, version, careManager, found.careOffice, planOn),
        ...(inHospital ? undated(state, setting, hospital) : []),
      ];
      const documentRef = records['handover_document'] ?? '';
      return [
        {
          type: first ? 'DischargeHandoverSubmitted' : 'DischargeHandoverSupplemented',
          payload: { version, documentRef, careManager, plans },
        },
      ];
    }
    case 'AcknowledgeHandover': {
      const late = handover === 'MISSED' && state.version > 0 && ackIsOpen(state);
      if (handover !== 'SUBMITTED' && !late) throw wrong();
      if (command.version !== undefined && command.version !== state.version) throw outdated(state.version);
      const owed =
        stay === 'DISCHARGED' && state.dischargedAt && careManager
          ? [
              feedback(setting, state.dischargedAt, {
                organization: careManager.organization,
                opening: found.careOffice,
              }),
            ]
          : [];
      const by = 'userId' in actor ? actor.userId : '';
      const acknowledged: HandoverEvent = {
        type: 'DischargeHandoverAcknowledged',
        payload: { version: state.version, by, plans: owed },
      };
      return late ? [acknowledged, { type: 'HandoverRecovered', payload: { version: state.version } }] : [acknowledged];
    }
    case 'RequestHandoverClarification': {
      if (handover !== 'SUBMITTED') throw wrong();
      const plans = [answerOwed(setting, `answer-${state.version}`, hospital)];
      const textRef = records['clarification'] ?? '';
      return [{ type: 'HandoverClarificationRequested', payload: { version: state.version, textRef, plans } }];
    }
    case 'ReturnHandover': {
      if (handover !== 'SUBMITTED') throw wrong();
      const plans = [answerOwed(setting, `redirect-${state.version}`, hospital)];
      const reasonRef = records['return_reason'] ?? '';
      return [{ type: 'HandoverReturned', payload: { version: state.version, reasonRef, plans } }];
    }
    case 'RecordDischarge':
      if (!inHospital) throw wrong();
      return discharge(state, command.destination, given);
    case 'RecordTransfer': {
      if (!inHospital) throw wrong();
      const { toHospital } = command;
      const transferred: HandoverEvent = {
        type: 'PatientTransferred',
        payload: { on: dateIn(occurredAt), ...(toHospital !== undefined && { toHospital }) },
      };
      return excludedToo(state, transferred, 'EX1');
    }
    case 'RecordDeath':
      if (stay === 'DIED') throw wrong();
      return inHospital
        ? excludedToo(state, { type: 'PatientDied', payload: { on: dateIn(occurredAt) } }, 'EX2')
        : [{ type: 'PatientDied', payload: { on: dateIn(occurredAt) } }];
    case 'RelayCareManagerToNextHospital': {
      if (stay !== 'TRANSFERRED' || !careManager) throw wrong();
      const { toHospital } = state;
      const payload = { careManager: careManager.user, ...(toHospital !== undefined && { toHospital }) };
      return [{ type: 'CareManagerRelayed', payload }];
    }
    case 'ReturnPostDischargeFeedback':
      if (stay !== 'DISCHARGED' || (handover !== 'ACKNOWLEDGED' && handover !== 'RECOVERED')) throw wrong();
      return [{ type: 'PostDischargeFeedbackReturned', payload: { quality: command.quality } }];
    case 'ClassifyLeak':
      if (handover !== 'MISSED' && handover !== 'LEAK_CONFIRMED') throw wrong();
      return [{ type: 'DischargeLeakClassified', payload: { codes: command.codes } }];
    case 'ExcludeFromSurvey':
      if (handover === 'EXCLUDED') {
        // A reaction may come to a case that a person has excluded already.
        if ('system' in actor) return [];
        throw wrong();
      }
      return [{ type: 'DischargeCaseExcluded', payload: { code: command.code } }];
    case 'CloseRecoveryWindow':
      // The alarm may come late, twice, or after the handover has caught up: then nothing happens.
      if (handover !== 'MISSED' || (state.recoverUntil ?? '') > now) return [];
      return [{ type: 'DischargeLeakConfirmed', payload: { codes: state.leakCodes } }];
    default:
      return unreachable(command);
  }
}

const ackIsOpen = ({ duties, version }: DischargeCase): boolean =>
  duties[dutyKey({ step: 'acknowledgement', instance: String(version) })]?.state !== 'met';

const outdated = (version: number) =>
  new DomainError(
    'stale',
    'stale_version',
    `引継書は第${version}版に更新されています。最新の版を読んでから受領してください。`,
    `The handover is at version ${version} now. Read it, then acknowledge.`,
  );

const excludedToo = (state: DischargeCase, event: HandoverEvent, code: 'EX1' | 'EX2'): HandoverEvent[] =>
  state.handover === 'EXCLUDED' ? [event] : [event, { type: 'DischargeCaseExcluded', payload: { code } }];

/** Steps that still count back from the planned day. What is done is not asked for again. */
function counted(state: DischargeCase, setting: Setting, hospital: Party): Plan[] {
  const { plannedDischargeOn, startNotified, version, handover } = state;
  if (plannedDischargeOn === undefined || handover === 'NOT_REQUIRED') return [];
  return [
    ...(startNotified || version > 0 ? [] : [beforeDischarge(setting, 'start_notice', plannedDischargeOn, hospital)]),
    ...(version > 0 ? [] : [beforeDischarge(setting, 'handover_document', plannedDischargeOn, hospital)]),
    dischargeRecord(setting, plannedDischargeOn, hospital),
  ];
}

/** While nobody has said when the patient goes home, that is what is owed. */
const undated = (
  { plannedDischargeOn, duties, admittedAt }: DischargeCase,
  setting: Setting,
  hospital: Party,
): Plan[] =>
  plannedDischargeOn === undefined && duties['planned_discharge']?.state !== 'open'
    ? [dischargeDate(setting, admittedAt, hospital)]
    : [];

const beforeSupport = (handover: HandoverStatus): boolean => handover === 'NONE' || handover === 'NOT_REQUIRED';

function evolve(state: State, { type, payload }: HandoverEvent): State {
  if (type === 'AdmissionRegistered') {
    const { plans, wardRef: _ward, previousCase: _previous, admissionKind: _kind, ...rest } = payload;
    return {
      ...rest,
      handover: 'NONE',
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
      return { ...state, careManager: payload.careManager };
    case 'CareManagerReassigned':
      return {
        ...state,
        careManager: payload.careManager,
        handover: state.handover === 'REDIRECTING' ? 'SUBMITTED' : state.handover,
        duties: planned(settled(duties, 'met', `handover_document#redirect-${state.version}`), payload.plans),
      };
    case 'AdmissionInformationProvided':
      return { ...state, informed: payload.level, duties: settled(duties, 'met', 'admission_information') };
    case 'DischargeSupportScreened': {
      const screened = settled(duties, 'met', 'screening');
      const before = beforeSupport(state.handover);
      if (payload.required)
        return {
          ...state,
          handover: before ? 'REQUIRED' : state.handover,
          duties: planned(screened, payload.plans),
        };
      return before
        ? { ...state, handover: 'NOT_REQUIRED', duties: settled(screened, 'cancelled', ...FOR_SUPPORT) }
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
        ...state,
        startNotified: true,
        handover: state.handover === 'REQUIRED' ? 'START_NOTIFIED' : state.handover,
        duties: settled(duties, 'met', 'start_notice'),
      };
    case 'DischargeHandoverSubmitted':
    case 'DischargeHandoverSupplemented': {
      const answered = openKeys(duties).filter((key) => duties[key]?.step === 'handover_document');
      const replaced = openKeys(duties).filter((key) => duties[key]?.step === 'acknowledgement');
      // Who has the whole document needs no notice any more that it will come.
      const done = settled(settled(duties, 'met', ...answered), 'cancelled', ...replaced, 'start_notice');
      return {
        ...state,
        version: payload.version,
        handover: state.handover === 'MISSED' ? 'MISSED' : 'SUBMITTED',
        duties: planned(done, payload.plans),
      };
    }
    case 'DischargeHandoverAcknowledged':
      return {
        ...state,
        handover: state.handover === 'MISSED' ? 'MISSED' : 'ACKNOWLEDGED',
        duties: planned(
          settled(duties, 'met', dutyKey({ step: 'acknowledgement', instance: String(payload.version) })),
          payload.plans,
        ),
      };
    case 'HandoverClarificationRequested':
    case 'HandoverReturned':
      return {
        ...state,
        handover: type === 'HandoverReturned' ? 'REDIRECTING' : 'CLARIFYING',
        duties: planned(
          settled(duties, 'cancelled', dutyKey({ step: 'acknowledgement', instance: String(payload.version) })),
          payload.plans,
        ),
      };
    case 'PatientDischarged':
      return {
        ...state,
        stay: 'DISCHARGED',
        dischargedAt: payload.dischargedAt,
        destination: payload.destination,
        duties: planned(
          settled(settled(duties, 'met', 'discharge_record'), 'cancelled', ...overWithStay(state)),
          payload.plans,
        ),
      };
    case 'DischargeHandoverMissed':
      return afterMiss(state, payload);
    case 'HandoverRecovered':
      return { ...state, handover: 'RECOVERED', duties: windowOver(state) };
    case 'DischargeLeakConfirmed':
      return {
        ...state,
        handover: 'LEAK_CONFIRMED',
        leakCodes: payload.codes,
        duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)),
      };
    case 'DischargeLeakClassified':
      return { ...state, leakCodes: payload.codes };
    case 'PatientTransferred':
      return {
        ...state,
        stay: 'TRANSFERRED',
        ...(payload.toHospital !== undefined && { toHospital: payload.toHospital }),
      };
    case 'PatientDied':
      return { ...state, stay: 'DIED', duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)) };
    case 'CareManagerRelayed':
      return state;
    case 'DischargeCaseExcluded':
      return {
        ...state,
        handover: 'EXCLUDED',
        duties: settled(windowOver(state), 'cancelled', ...openKeys(duties)),
      };
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
    return OF_THE_STAY.has(step) || (step === 'handover_document' && !owesHandover(state));
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
  const others = openKeys(state.duties).filter((key) => key !== step);
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

function notices(events: readonly HandoverEvent[], state: State): Notice[] {
  return state ? events.flatMap((event) => noticesOf(event, state)) : [];
}

const received = ({ user }: NamedCareManager): Notice[] => [
  { template: 'handover.received', to: [{ user }], step: 'acknowledgement' },
];

/** Whoever is to act next hears of it at once, before any chase. */
function noticesOf(event: HandoverEvent, { hospital }: DischargeCase): Notice[] {
  if (event.type === 'DischargeHandoverSubmitted' || event.type === 'DischargeHandoverSupplemented')
    return received(event.payload.careManager);
  if (event.type === 'CareManagerReassigned' && event.payload.plans.some(({ step }) => step === 'acknowledgement'))
    return received(event.payload.careManager);
  const nurses: Addressee[] = [{ role: 'discharge_nurse', organization: hospital }];
  if (event.type === 'HandoverClarificationRequested')
    return [{ template: 'handover.clarification', to: nurses, step: 'handover_document' }];
  if (event.type === 'HandoverReturned')
    return [{ template: 'handover.returned', to: nurses, step: 'handover_document' }];
  return [];
}

const liveClaim = ({ patient }: DischargeCase): string => `discharge_case:${patient}`;

export const dischargeCase: Decider<State, HandoverCommand, HandoverEvent, HandoverFound> = {
  kind: 'discharge_case',
  stateVersion: 1,
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
          parties: [state.hospital, ...(state.careManager ? [state.careManager.organization] : [])],
        }
      : {},
  notices,
  claims: (events, state) => ({
    take: state && events.some(({ type }) => type === 'AdmissionRegistered') ? [liveClaim(state)] : [],
    release:
      state && events.some(({ type }) => ['PatientDischarged', 'PatientTransferred', 'PatientDied'].includes(type))
        ? [liveClaim(state)]
        : [],
  }),
  status: (state) => state?.handover ?? 'UNKNOWN',
};

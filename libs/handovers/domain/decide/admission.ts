import type { Circumstances } from '#kernel';
import type {
  FollowCareManagerChange,
  IdentifyCareManager,
  NameCareManager,
  ProvideAdmissionInformation,
  RegisterAdmission,
} from '../handover.commands.js';
import type { CareManagerReassigned, HandoverEvent } from '../handover.events.js';
import type { AtCareOffice, Beginning, Following, Named, Naming } from '../handover.found.js';
import {
  acknowledgement,
  admissionInformation,
  feedback,
  informationLevel,
  screening,
} from '../handover.obligations.js';
import { beginsInOrder } from '../handover.order.js';
import { isClosed, lastPassed, owedAfter, stepNow, takesLate, type State } from '../handover.state.js';
import type { Work } from './work.js';

const personOf = ({ user, organization }: Named) => ({ user, organization });

export function registerAdmission(
  command: RegisterAdmission,
  _none: State,
  given: Circumstances<Beginning>,
): HandoverEvent[] {
  const { patient, hospital, admissionKind, careLevel = 'unknown', insuredType, previousCase } = command;
  const { occurredAt, now, found, records } = given;
  const { area, consent, named } = found;
  const { openElsewhere } = beginsInOrder(hospital, given);
  const wardRef = records['admission_ward'];
  const { ref, values: rules } = found.rules;
  const setting = { now, at: occurredAt, rules, area };
  const careManager = named && personOf(named);
  const plans = consent
    ? [
        ...(named && careManager ? [admissionInformation(setting, occurredAt, careManager, named.opening)] : []),
        screening(setting, occurredAt, found.hospital, found.strongHospital),
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
      ...(insuredType !== undefined && { insuredType }),
      pattern: careManager ? 'A' : 'B',
      rules,
      ruleSet: ref,
      plans,
      ...(wardRef !== undefined && { wardRef }),
      ...(careManager && { careManager }),
      ...(previousCase !== undefined && { previousCase }),
      ...(openElsewhere !== undefined && { openElsewhere }),
    },
  };
  return consent ? [registered] : [registered, { type: 'DischargeCaseExcluded', payload: { code: 'EX5' } }];
}

export function identifyCareManager(
  { state, given, wrong }: Work<Naming>,
  _command: IdentifyCareManager,
): HandoverEvent[] {
  if (!takesLate(state, given.occurredAt) || state.careManager) throw wrong();
  return [{ type: 'CareManagerIdentified', payload: { careManager: personOf(given.found.named) } }];
}

/** What the former care office still owed, the new one owes: only it may do that now. */
export const reassignCareManager = (work: Work<Naming>, _command: NameCareManager): HandoverEvent[] => [
  reassigned(work),
];

function reassigned({ state, given, setting, inHospital, wrong }: Work<Naming>): CareManagerReassigned {
  const { named } = given.found;
  const careManager = personOf(named);
  if (!takesLate(state, given.occurredAt)) throw wrong();
  const { handover, duties, version, admittedAt, dischargedAt, plannedDischargeOn } = state;
  const { organization } = careManager;
  const passes = (key: string) => duties[key]?.state === 'open';
  const waits =
    handover !== 'LEAK_CONFIRMED' &&
    (stepNow(state) === 'REDIRECTING' || handover === 'SUBMITTED' || passes(owedAfter({ to: 'SUBMITTED', version })));
  const planOn = inHospital ? plannedDischargeOn : undefined;
  // Nobody can read a document before it is sent, however early the change was.
  const sentAt = lastPassed(state, 'SUBMITTED') ?? setting.at;
  const reading = { ...setting, at: sentAt > setting.at ? sentAt : setting.at };
  const plans = [
    ...(passes('admission_information') ? [admissionInformation(setting, admittedAt, careManager, named.opening)] : []),
    ...(waits ? [acknowledgement(reading, version, careManager, named.opening, planOn)] : []),
    ...(passes('feedback') && dischargedAt
      ? [feedback(setting, dischargedAt, { organization, opening: named.opening })]
      : []),
  ];
  return { type: 'CareManagerReassigned', payload: { careManager, plans } };
}

/**
 * 本人の担当ケアマネジャーが変わった: what is still to be done in the stay goes to the new one, who hears of it, and the hospital
 * hears whom to call. Where the change says nothing of whom the document belongs to, the stay keeps its addressee, and the
 * hospital and the desk are told that the two differ (docs/adr/0024): while the hospital looks for the right addressee
 * (宛先違い), once something was missed, where the stay names nobody, and where nobody is in charge of the person any more.
 */
export function followCareManagerChange(
  work: Work<Following>,
  { careManager, former }: FollowCareManagerChange,
): HandoverEvent[] {
  const { state, given } = work;
  const stands = state.careManager?.user ?? null;
  const isEnded = state.stay === 'DIED' || state.stay === 'TRANSFERRED';
  if (isClosed(state) || isEnded || stands !== former || careManager === stands) return [];
  const { named } = given.found;
  const keeps = state.handover === 'MISSED' || stepNow(state) === 'REDIRECTING';
  if (former === null || !named || keeps)
    return [{ type: 'CareManagerChangeNoted', payload: { careManager: named && personOf(named) } }];
  const following = { ...work, given: { ...given, found: { named } } };
  const { type, payload } = reassigned(following);
  return [{ type, payload: { ...payload, follows: true } }];
}

/** 入院時情報: counts in its own rate, whatever has become of the handover. */
export function provideAdmissionInformation(
  { state, given: { found, occurredAt }, wrong }: Work<AtCareOffice>,
  { channel }: ProvideAdmissionInformation,
): HandoverEvent[] {
  const { informed, handover, rules, admittedAt } = state;
  if (!found.careOffice || informed || handover === 'EXCLUDED') throw wrong();
  const level = informationLevel(rules, admittedAt, occurredAt, found.careOffice.opening);
  return [{ type: 'AdmissionInformationProvided', payload: { channel, level } }];
}

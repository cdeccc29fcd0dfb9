import {
  consentMissing,
  dateIn,
  DomainError,
  forbidden,
  invalidInput,
  invalidState,
  overDefaults,
  recordOf,
  type Circumstances,
  type LocalDate,
} from '#kernel';
import type {
  AcceptServiceRequest,
  CancelServiceRequest,
  CompleteServiceRequest,
  DeclineServiceRequest,
  RequestService,
  RescheduleService,
} from './request.commands.js';
import type { ServiceEvent } from './request.events.js';
import { answer, answeringAt, completion, deskOf, type Setting } from './request.obligations.js';
import type { Answering, Requesting, ServiceRequest, State } from './request.state.js';
import { SERVICE_RULES } from './services.rules.js';

/** 依頼する. */
export function request(
  { type: _type, ...asked }: RequestService,
  _none: State,
  { actor, now, occurredAt, found, records }: Circumstances<Requesting>,
): ServiceEvent[] {
  const { theirs, consent, area, provider, attended, rules } = found;
  if (!('userId' in actor)) throw forbidden('人が依頼してください。', 'A person must ask for a service.');
  if (!theirs) throw notTheirs();
  if (!consent) throw notShared(asked.patient);
  const requester = { organization: actor.orgId, user: actor.userId };
  const setting: Setting = { now, rules: rules.values, area, requester: actor.userId };
  return [
    {
      type: 'ServiceRequested',
      payload: {
        ...asked,
        requester,
        wishRef: recordOf(records, 'service_wish'),
        area,
        told: attended ? answeringAt(asked.to) : deskOf(area),
        rules: rules.values,
        ruleSet: rules.ref,
        plans: [answer(setting, occurredAt, provider)],
      },
    },
  ];
}

const settingOf = ({ rules, area, requester }: ServiceRequest, { now }: Circumstances<unknown>): Setting => ({
  now,
  rules: overDefaults(SERVICE_RULES, rules),
  area,
  requester: requester.user,
});

/** Whether the desk writes down what whoever was asked has said by telephone or fax. */
const onBehalf = ({ to }: ServiceRequest, { actor }: Circumstances<unknown>): boolean =>
  'userId' in actor && actor.orgId !== to;

const noted = ({ service_note: noteRef }: Readonly<Record<string, string>>) =>
  noteRef === undefined ? {} : { noteRef };

const mustBeToCome = (doneBy: LocalDate, { occurredAt }: Circumstances<unknown>): void => {
  if (doneBy < dateIn(occurredAt))
    throw invalidInput(
      'doneBy',
      '実施の期限が、取り決めた日より前です。取り決めた日かそれより後の日にしてください。',
      'It would be done before it was agreed. Give the day of the agreement, or a later one.',
    );
};

/** 受諾する: from now on it is owed until the day agreed. */
export function accept(
  { doneBy }: AcceptServiceRequest,
  state: ServiceRequest,
  given: Circumstances<Answering>,
): ServiceEvent[] {
  if (!given.found.consent) throw notSharedAnyMore();
  mustBeToCome(doneBy, given);
  return [
    {
      type: 'ServiceRequestAccepted',
      payload: {
        doneBy,
        onBehalf: onBehalf(state, given),
        ...noted(given.records),
        plans: [completion(settingOf(state, given), doneBy, given.found.provider)],
      },
    },
  ];
}

/** 実施の期限を変える. */
export function reschedule(
  { doneBy }: RescheduleService,
  state: ServiceRequest,
  given: Circumstances<Answering>,
): ServiceEvent[] {
  mustBeToCome(doneBy, given);
  if (doneBy === state.doneBy) return [];
  const plans = [completion(settingOf(state, given), doneBy, given.found.provider)];
  return [{ type: 'ServiceRescheduled', payload: { doneBy, plans } }];
}

/** 断る. */
export const decline = (
  { reason }: DeclineServiceRequest,
  state: ServiceRequest,
  given: Circumstances<unknown>,
): ServiceEvent[] => [
  {
    type: 'ServiceRequestDeclined',
    payload: {
      service: state.service,
      to: state.to,
      reason,
      onBehalf: onBehalf(state, given),
      ...noted(given.records),
    },
  },
];

/** 完了する. What was done before the request was taken back was done all the same, and is only written down later. */
export function complete(
  { type, outcome }: CompleteServiceRequest,
  state: ServiceRequest,
  given: Circumstances<unknown>,
): ServiceEvent[] {
  const { status, endedAt, service } = state;
  if (status === 'CANCELLED' && endedAt !== undefined && given.occurredAt >= endedAt)
    throw cancelledBefore(type, status);
  return [
    {
      type: 'ServiceRequestCompleted',
      payload: { service, outcome, onBehalf: onBehalf(state, given), ...noted(given.records) },
    },
  ];
}

/** 取り下げる. */
export const cancel = ({ reason }: CancelServiceRequest): ServiceEvent[] => [
  { type: 'ServiceRequestCancelled', payload: { reason } },
];

/** 同意の撤回: what nobody has accepted is asked of nobody any more. */
export const stop = (_command: object, state: ServiceRequest): ServiceEvent[] =>
  state.status === 'REQUESTED' ? [{ type: 'ServiceRequestCancelled', payload: { reason: 'consent_withdrawn' } }] : [];

function cancelledBefore(command: string, status: string): DomainError {
  const { kind, code } = invalidState(command, status);
  return new DomainError(
    kind,
    code,
    'この依頼は取り下げられています。取り下げより前に行ったことなら、その日時を入れて記録してください。',
    'This request was taken back. If it was done before that, say when it was done.',
  );
}

const notTheirs = () =>
  forbidden(
    'この人のサービスを依頼できるのは、担当のケアマネジャー・主治医の機関・支援チームと、住所地の相談窓口だけです。窓口に依頼してください。',
    'A service for this person is asked for by the care manager, the primary physician’s institution, the care team or the desk of the municipality. Ask the desk.',
  );

const notShared = (patient: string) =>
  consentMissing(
    '本人の情報共有の同意がないため、この機関へ依頼できません。本人の画面の同意台帳に同意を記録してから、もう一度行ってください。',
    'The person has not consented to this sharing, so that this institution cannot be asked. Record the consent in the ledger on the page of the person, then do it again.',
    patient,
  );

/** Whoever is asked does not keep the ledger: it is for whoever asked. */
const notSharedAnyMore = () =>
  consentMissing(
    '本人の情報共有の同意がないため、この依頼は受けられません。依頼した機関に電話で確かめてください。',
    'The person has not consented to this sharing, so that the request cannot be accepted. Phone the institution that asked.',
  );

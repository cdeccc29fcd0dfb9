import {
  endsAt,
  openKeys,
  planned,
  plusMinutes,
  settled,
  unreachable,
  type Addressee,
  type Bearings,
  type Instant,
  type Notice,
} from '#kernel';
import type { ServiceEvent } from './request.events.js';
import { answeringAt } from './request.obligations.js';
import { PROVIDER_KEEPS_HOURS, type ServiceRequest, type State } from './request.state.js';

export { SERVICE_STATUSES } from './request.state.js';
export type { ServiceRequest, ServiceStatus } from './request.state.js';

function evolve(state: State, { type, payload }: ServiceEvent, occurredAt: Instant): State {
  if (type === 'ServiceRequested') {
    const { wishRef: _wish, plans, ...rest } = payload;
    return { ...rest, status: 'REQUESTED', requestedAt: occurredAt, duties: planned({}, plans) };
  }
  if (!state) throw new Error(`${type} before ServiceRequested`);
  const { duties } = state;
  const ended = { endedAt: occurredAt, duties: settled(duties, 'cancelled', ...openKeys(duties)) };
  switch (type) {
    case 'ServiceRequestAccepted':
      return {
        ...state,
        status: 'ACCEPTED',
        acceptedAt: occurredAt,
        doneBy: payload.doneBy,
        duties: planned(settled(duties, 'met', 'service_answer'), payload.plans),
      };
    case 'ServiceRescheduled':
      return { ...state, doneBy: payload.doneBy, duties: planned(duties, payload.plans) };
    case 'ServiceRequestDeclined':
      return {
        ...state,
        status: 'DECLINED',
        endedAt: occurredAt,
        duties: settled(duties, 'met', 'service_answer'),
      };
    case 'ServiceRequestCompleted':
      return {
        ...state,
        status: 'COMPLETED',
        endedAt: occurredAt,
        duties: settled(duties, 'met', 'service_completion'),
      };
    case 'ServiceRequestCancelled':
      return {
        ...state,
        ...ended,
        status: 'CANCELLED',
        ...(payload.reason === 'consent_withdrawn' && { withoutConsent: true }),
      };
    default:
      return unreachable(type);
  }
}

/** Whoever is asked hears of the request and of its end, whoever asked of the answer. */
function notices(events: readonly ServiceEvent[], state: State): Notice[] {
  if (!state) return [];
  const asked: readonly Addressee[] = state.told;
  const requester: readonly Addressee[] = [{ user: state.requester.user }];
  return events.map(({ type }): Notice => {
    switch (type) {
      case 'ServiceRequested':
        return { template: 'service.requested', to: asked, step: 'service_answer' };
      case 'ServiceRequestAccepted':
        return { template: 'service.accepted', to: requester };
      case 'ServiceRescheduled':
        return { template: 'service.rescheduled', to: [...requester, ...answeringAt(state.to)] };
      case 'ServiceRequestDeclined':
        return { template: 'service.declined', to: requester };
      case 'ServiceRequestCompleted':
        return { template: 'service.completed', to: requester };
      case 'ServiceRequestCancelled':
        return { template: 'service.cancelled', to: [...asked, ...requester] };
      default:
        return unreachable(type);
    }
  });
}

/** Access begins with the request and ends with it (依頼が終われば見られない). */
function providing({ to, status, endedAt, acceptedAt, withoutConsent }: ServiceRequest) {
  if (endedAt === undefined) return { provider: [to] };
  const agreed = status === 'COMPLETED' || (acceptedAt !== undefined && withoutConsent === undefined);
  return { provider: [to], ...endsAt('provider', agreed ? plusMinutes(endedAt, PROVIDER_KEEPS_HOURS * 60) : endedAt) };
}

/** One request of a kind for a person at one organization: a second one would be done twice. */
const claimOf = ({ patient, service, to }: ServiceRequest): string => `service_request:${patient}:${service}:${to}`;

/** What a service request is in pure values; what can be said of it stands in its table of commands. */
export const serviceRequest = {
  kind: 'service_request',
  stateVersion: 2,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          patientRef: state.patient,
          ruleSet: state.ruleSet,
          relations: {
            ...providing(state),
            requester: [state.requester.organization, state.requester.user],
          },
        }
      : {},
  notices,
  claims(events: readonly ServiceEvent[], state: State) {
    const claim = state ? [claimOf(state)] : [];
    const ended = (type: ServiceEvent['type']) =>
      type === 'ServiceRequestDeclined' || type === 'ServiceRequestCompleted' || type === 'ServiceRequestCancelled';
    return {
      take: events.some(({ type }) => type === 'ServiceRequested') ? claim : [],
      release: events.some(({ type }) => ended(type)) ? claim : [],
    };
  },
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

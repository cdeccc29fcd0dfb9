import { defineCase, entriesOf, type CommandIn, type Grants, type Route } from '#cases';
import { ServiceLookUps } from './commands/service.look-ups.js';
import { accept, cancel, complete, decline, request, reschedule, stop } from './domain/decide.js';
import type { ServiceEvent } from './domain/request.events.js';
import { SERVICE_STATUSES, serviceRequest, type ServiceRequest, type ServiceStatus } from './domain/request.js';
import { ACCEPTANCE, REQUEST } from './domain/request.state.js';
import { SERVICE_RULES } from './domain/services.rules.js';
import * as dto from './http/services.dto.js';

const { begins, asked } = entriesOf<ServiceRequest | null, ServiceEvent, ServiceLookUps>();

const posted = (
  resource: string,
  body: Route['body'],
  summary: string,
  personal: NonNullable<Route['personal']> = {},
): Route => ({ path: `service-requests/:serviceRequest/${resource}`, body, summary, personal });

const NOTE = { service_note: ['note'] };

/** Whoever is asked; or the desk, which writes down what it heard by telephone or fax (traps.md 19). */
const ASKED: Grants = { provider: 'service_providing', area: 'desk_work' };
const REQUESTER: Grants = { requester: 'service_requesting', area: 'desk_work' };

const within =
  (...statuses: readonly ServiceStatus[]) =>
  ({ status }: ServiceRequest) =>
    statuses.includes(status);

const commands = {
  RequestService: begins({
    route: {
      path: 'service-requests',
      body: dto.RequestServiceBody,
      summary: 'サービス（口腔ケア・訪問薬剤など）を依頼する',
      personal: { service_wish: ['wish'] },
    },
    may: { anyone: 'service_requesting' },
    about: {
      care_manager: 'service_requesting',
      care_team: 'service_requesting',
      primary_physician: 'service_requesting',
      area: 'desk_work',
    },
    find: (look, said, _none, ask, now) => look.requesting(said, ask, now),
    decide: request,
  }),
  AcceptServiceRequest: asked({
    route: posted('acceptances', dto.AcceptServiceRequestBody, '依頼を受ける', NOTE),
    may: ASKED,
    from: within('REQUESTED'),
    after: [REQUEST],
    find: (look, _said, state, ask, now) => look.answering(state, ask, now),
    decide: accept,
  }),
  DeclineServiceRequest: asked({
    route: posted('refusals', dto.DeclineServiceRequestBody, '依頼を断る', NOTE),
    may: ASKED,
    from: within('REQUESTED'),
    after: [REQUEST],
    decide: decline,
  }),
  CompleteServiceRequest: asked({
    route: posted('completions', dto.CompleteServiceRequestBody, '実施の結果を記録する', NOTE),
    may: ASKED,
    from: ({ status, acceptedAt }) => status === 'ACCEPTED' || (status === 'CANCELLED' && acceptedAt !== undefined),
    after: [REQUEST, ACCEPTANCE],
    decide: complete,
  }),
  RescheduleService: asked({
    route: posted('reschedulings', dto.RescheduleServiceBody, '実施の期限を変える'),
    may: ASKED,
    from: within('ACCEPTED'),
    after: [REQUEST, ACCEPTANCE],
    find: (look, _said, state, ask, now) => look.answering(state, ask, now),
    decide: reschedule,
  }),
  CancelServiceRequest: asked({
    route: posted('cancellations', dto.CancelServiceRequestBody, '依頼を取り下げる'),
    may: REQUESTER,
    from: within('REQUESTED', 'ACCEPTED'),
    after: [REQUEST, ACCEPTANCE],
    decide: cancel,
  }),
  StopServiceWithoutConsent: asked({ workers: true, decide: stop }),
};

export type ServiceCommand = CommandIn<typeof commands>;

/** サービス依頼: 口腔ケア・訪問薬剤・訪問リハビリ … asked, accepted, done (B-09, model.md 2.14). */
export const serviceRequestKind = defineCase({
  ...serviceRequest,
  tag: 'Services',
  states: SERVICE_STATUSES,
  commands,
  events: {
    ServiceRequested: { version: 1 },
    ServiceRequestAccepted: { version: 1 },
    ServiceRescheduled: { version: 1 },
    ServiceRequestDeclined: { version: 1 },
    ServiceRequestCompleted: { version: 1 },
    ServiceRequestCancelled: { version: 1 },
  },
  sees: {
    provider: 'membership',
    requester: 'membership',
    area: ['desk_work', 'area_overview'],
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  board: { provider: 'service_providing', requester: 'service_requesting', area: 'desk_work' },
  contact: ({ to }) => to,
  card: ({ service, doneBy, origin }) => ({ service, doneBy, origin }),
  rules: SERVICE_RULES,
  steps: {
    service_answer: { by: ['AcceptServiceRequest', 'DeclineServiceRequest'], promisable: false },
    service_completion: { by: ['CompleteServiceRequest'] },
  },
  texts: {
    templates: [
      'service.chase',
      'service.requested',
      'service.accepted',
      'service.rescheduled',
      'service.declined',
      'service.completed',
      'service.cancelled',
    ],
    records: ['service_wish', 'service_note'],
  },
  lookUps: ServiceLookUps,
});

import type { Addressee, AreaRef, Event, LocalDate, Plan } from '#kernel';
import type { Service, ServiceCancellation, ServiceDecline, ServiceOutcome } from './request.commands.js';
import type { ServiceRules } from './services.rules.js';

/** 依頼した. Holds the rules that the request keeps, and who is told of it. */
export type ServiceRequested = Event<
  'ServiceRequested',
  {
    patient: string;
    service: Service;
    to: string;
    requester: { organization: string; user: string };
    origin?: string;
    wishRef: string;
    area: AreaRef;
    told: readonly Addressee[];
    rules: ServiceRules;
    ruleSet: { id: string; version: number };
    plans: readonly Plan[];
  }
>;
/** 受諾した. `onBehalf`: the desk wrote down what was said by telephone or fax. */
export type ServiceRequestAccepted = Event<
  'ServiceRequestAccepted',
  { doneBy: LocalDate; onBehalf: boolean; noteRef?: string; plans: readonly Plan[] }
>;
/** 実施日を変えた. */
export type ServiceRescheduled = Event<'ServiceRescheduled', { doneBy: LocalDate; plans: readonly Plan[] }>;
/** 断った. */
export type ServiceRequestDeclined = Event<
  'ServiceRequestDeclined',
  { service: Service; to: string; reason: ServiceDecline; onBehalf: boolean; noteRef?: string }
>;
/** 完了した. */
export type ServiceRequestCompleted = Event<
  'ServiceRequestCompleted',
  { service: Service; outcome: ServiceOutcome; onBehalf: boolean; noteRef?: string }
>;
/** 取り下げた. */
export type ServiceRequestCancelled = Event<'ServiceRequestCancelled', { reason: ServiceCancellation }>;

export type ServiceEvent =
  | ServiceRequested
  | ServiceRequestAccepted
  | ServiceRescheduled
  | ServiceRequestDeclined
  | ServiceRequestCompleted
  | ServiceRequestCancelled;

import type { Facts } from '../../feature.ts';

const service = { codes: 'service' } as const;

export const facts: Facts = {
  ServiceRequested: { service, to: 'organization' },
  ServiceRequestAccepted: { doneBy: 'day' },
  ServiceRescheduled: { doneBy: 'day' },
  ServiceRequestDeclined: { reason: { codes: 'decline' } },
  ServiceRequestCompleted: { outcome: { codes: 'outcome' } },
  ServiceRequestCancelled: { reason: { codes: 'cancellation' } },
};

export const rows: Facts = { service_request: { service, doneBy: 'day' } };

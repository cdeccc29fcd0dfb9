import type { Facts } from '../../feature.ts';
import { service } from './rows.ts';

export const facts: Facts = {
  ServiceRequested: { service, to: 'organization' },
  ServiceRequestAccepted: { doneBy: 'day' },
  ServiceRescheduled: { doneBy: 'day' },
  ServiceRequestDeclined: { reason: { codes: 'decline' } },
  ServiceRequestCompleted: { outcome: { codes: 'outcome' } },
  ServiceRequestCancelled: { reason: { codes: 'cancellation' } },
};

import type { Widened } from '../../i18n/dictionary.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: { RequestService: 'Ask for a service' },
  command: {
    RequestService: 'Ask for a service',
    AcceptServiceRequest: 'Accept the request',
    DeclineServiceRequest: 'Decline the request',
    CompleteServiceRequest: 'Record the outcome',
    RescheduleService: 'Change the date agreed',
    CancelServiceRequest: 'Take the request back',
  },
  short: { AcceptServiceRequest: 'Accept', DeclineServiceRequest: 'Decline', CompleteServiceRequest: 'Record outcome' },
  kind: { service_request: 'Service request' },
  level: {
    service_request: { 1: 'Whoever is asked reminded', 2: 'Whoever asked informed', 3: 'Help desk informed' },
  },
  step: { service_answer: 'Answer to the request', service_completion: 'Doing of the service' },
  state: {
    service_request: {
      REQUESTED: 'Waiting for an answer',
      ACCEPTED: 'To be done',
      DECLINED: 'Declined',
      COMPLETED: 'Done',
      CANCELLED: 'Taken back',
    },
  },
  event: {
    ServiceRequested: 'Service asked for',
    ServiceRequestAccepted: 'Request accepted',
    ServiceRescheduled: 'Date changed',
    ServiceRequestDeclined: 'Request declined',
    ServiceRequestCompleted: 'Service done',
    ServiceRequestCancelled: 'Request taken back',
  },
  template: {
    'service.chase': 'Due in a service request',
    'service.requested': 'You are asked for a service',
    'service.accepted': 'The service request is accepted',
    'service.rescheduled': 'The date of the service has changed',
    'service.declined': 'The service request is declined',
    'service.completed': 'The service is done',
    'service.cancelled': 'The service request is taken back',
  },
  record: { service_wish: 'What is wished for', service_note: 'Note' },
  detail: { service: 'Service', to: 'Asked', doneBy: 'To be done by', reason: 'Why', outcome: 'Outcome' },
  field: {
    patient: 'Patient',
    service: 'Service',
    to: 'Institution asked',
    wish: 'What is wished for',
    doneBy: 'Done by',
    note: 'Note',
    reason: 'Why',
    outcome: 'Outcome',
  },
  hint: { wish: 'The trouble, and what they should know.', doneBy: 'The day that both agreed on.' },
  unit: {},
  codes: {
    service: {
      oral_care: 'Oral care, visiting dentist',
      visiting_pharmacy: 'Visiting pharmacist',
      visiting_rehab: 'Home rehabilitation',
      visiting_nursing: 'Visiting nurse',
      nutrition: 'Visiting dietitian',
    },
    decline: {
      no_capacity: 'No capacity',
      out_of_area: 'Too far away',
      not_offered: 'Not offered',
      needs_order: 'A physician’s order is lacking',
      not_suitable: 'Does not suit the condition',
      other: 'Other',
    },
    outcome: { continuing: 'Goes on regularly', done_once: 'Done once', not_needed: 'Not needed' },
    cancellation: {
      another_provider: 'Another institution does it',
      condition_changed: 'The condition has changed',
      admitted: 'Admitted to hospital',
      person_declines: 'Patient or family does not wish it',
      consent_withdrawn: 'Consent to sharing was withdrawn',
      by_mistake: 'Asked by mistake',
    },
  },
  request: {
    origin: 'Open the consultation it comes from',
    byDesk:
      'Where nobody at the institution uses this system, the help desk is told. It telephones, and writes the answer down.',
  },
} satisfies Widened<typeof ja>;

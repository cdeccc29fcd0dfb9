import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  RequestService: {
    begins: '/service-requests/new',
    page: async () => (await import('./pages/request.tsx')).RequestServicePage,
  },
  AcceptServiceRequest: {
    form: form('AcceptServiceRequest', {
      doneBy: { as: 'date', required: true, hint: 'doneBy' },
      note: { as: 'long' },
    }),
  },
  DeclineServiceRequest: {
    form: form('DeclineServiceRequest', {
      reason: { as: 'choice', codes: 'decline', required: true },
      note: { as: 'long' },
    }),
  },
  CompleteServiceRequest: {
    form: form('CompleteServiceRequest', {
      outcome: { as: 'choice', codes: 'outcome', required: true },
      note: { as: 'long' },
    }),
  },
  RescheduleService: {
    form: form('RescheduleService', { doneBy: { as: 'date', required: true, hint: 'doneBy' } }),
    apart: true,
  },
  CancelServiceRequest: {
    form: form('CancelServiceRequest', { reason: { as: 'choice', codes: 'cancellation', required: true } }),
    apart: true,
  },
};

export const steps: Feature['steps'] = {
  service_answer: ['AcceptServiceRequest', 'DeclineServiceRequest'],
  service_completion: ['CompleteServiceRequest'],
};

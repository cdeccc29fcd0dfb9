import type { Feature } from '../../feature.ts';

export const commands: Feature['commands'] = {
  RequestService: {
    begins: '/service-requests/new',
    page: async () => (await import('./pages/request.tsx')).RequestServicePage,
  },
  AcceptServiceRequest: { form: true },
  DeclineServiceRequest: { form: true },
  CompleteServiceRequest: { form: true },
  RescheduleService: { form: true, apart: true },
  CancelServiceRequest: { form: true, apart: true },
};

export const steps: Feature['steps'] = {
  service_answer: ['AcceptServiceRequest', 'DeclineServiceRequest'],
  service_completion: ['CompleteServiceRequest'],
};

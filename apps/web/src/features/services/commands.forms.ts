import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const forms: Forms = {
  AcceptServiceRequest: form('AcceptServiceRequest', {
    doneBy: { as: 'date', required: true, hint: 'doneBy' },
    note: { as: 'long' },
  }),
  DeclineServiceRequest: form('DeclineServiceRequest', {
    reason: { as: 'choice', codes: 'decline', required: true },
    note: { as: 'long' },
  }),
  CompleteServiceRequest: form('CompleteServiceRequest', {
    outcome: { as: 'choice', codes: 'outcome', required: true },
    note: { as: 'long' },
  }),
  RescheduleService: form('RescheduleService', { doneBy: { as: 'date', required: true, hint: 'doneBy' } }),
  CancelServiceRequest: form('CancelServiceRequest', {
    reason: { as: 'choice', codes: 'cancellation', required: true },
  }),
};

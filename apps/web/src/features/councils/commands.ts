import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const commands: Feature['commands'] = {
  ScheduleAgendaItem: { form: form('ScheduleAgendaItem', { meetingOn: { as: 'date', required: true } }) },
  DecideAgendaItem: {
    form: form('DecideAgendaItem', {
      decision: { as: 'choice', codes: 'decision', required: true },
      reason: { as: 'long', hint: 'reason' },
    }),
  },
  AssignAction: {
    form: form('AssignAction', {
      what: { as: 'long', required: true, hint: 'what' },
      ownerOrganization: { as: 'organization', required: true },
      dueOn: { as: 'date', required: true },
      checkOn: { as: 'date' },
    }),
  },
  CompleteAction: { page: async () => (await import('./pages/complete-action.tsx')).CompleteAction },
};

export const steps: Feature['steps'] = { action: ['CompleteAction'] };

import type { Facts } from '../../feature.ts';

const level = { codes: 'areaLevel' } as const;

export const facts: Facts = {
  AgendaItemDrafted: { level },
  AgendaItemScheduled: { meetingOn: 'day' },
  AgendaItemDecided: { decision: { codes: 'decision' } },
  AgendaItemContinued: { times: { unit: 'times' } },
  AgendaItemEscalated: { level },
  ActionAssigned: { dueOn: 'day', checkOn: 'day' },
  ActionCompleted: { open: { unit: 'open' } },
};

import type { Facts } from '../../feature.ts';

const level = { codes: 'areaLevel' } as const;
/** 場面と課題の種類: what the issue is about. */
const key = { codes: 'theme', between: '|' } as const;
const evidence = { unit: 'cases', of: 'distinctCases' } as const;

export const facts: Facts = {
  AgendaItemDrafted: { key, level, evidence },
  AgendaItemEvidenceUpdated: { evidence },
  AgendaItemScheduled: { meetingOn: 'day' },
  AgendaItemDecided: { decision: { codes: 'decision' } },
  AgendaItemContinued: { times: { unit: 'times' } },
  AgendaItemEscalated: { level },
  ActionAssigned: { ownerOrganization: 'organization', dueOn: 'day', checkOn: 'day' },
  ActionCompleted: { open: { unit: 'open' } },
};

export const rows: Facts = { agenda_item: { key, level, meetingOn: 'day' } };

import type { Facts } from '../../feature.ts';

const level = { codes: 'areaLevel' } as const;
/** 場面と課題の種類: what the issue is about. */
const key = { codes: 'theme', between: '|' } as const;
const evidence = { unit: 'cases', of: 'distinctCases' } as const;
const category = { codes: 'category' } as const;
const effect = { codes: 'effect' } as const;
const member = { organization: 'organization', body: { codes: 'body' } } as const;

export const facts: Facts = {
  CouncilEstablished: { secretariat: 'organization', level },
  CouncilRevised: { secretariat: 'organization' },
  CouncilMemberAppointed: member,
  MembershipEnded: member,
  MeetingPlanned: { on: 'day' },
  MeetingCalled: { on: 'day' },
  MaterialsSent: { items: { unit: 'items' } },
  MeetingHeld: { inWriting: { codes: 'inWriting' } },
  MeetingPostponed: { on: 'day' },
  AgendaItemDrafted: { key, level, evidence, category },
  AgendaItemEvidenceUpdated: { evidence },
  AgendaItemCategorized: { category },
  AgendaItemDropped: { because: { codes: 'dropped' } },
  BodyPositionRecorded: { ...member, stance: { codes: 'stance' } },
  AgendaItemPositioned: { bodies: { unit: 'bodies' } },
  AgendaItemScheduled: { meetingOn: 'day' },
  AgendaItemDecided: { decision: { codes: 'decision' } },
  AgendaItemContinued: { times: { unit: 'times' } },
  AgendaItemEscalated: { level },
  AgendaItemForwarded: { level },
  ActionAssigned: { ownerOrganization: 'organization', dueOn: 'day', checkOn: 'day', target: { unit: 'items' } },
  ActionCompleted: { open: { unit: 'open' } },
  EffectChecked: { effect, counted: effect },
  AgendaItemEvaluated: { effect },
  AgendaItemReopened: { effect },
  ContributorsTold: {
    contributors: { unit: 'contributors' },
    byMessage: { unit: 'byMessage' },
    days: { unit: 'daysLater' },
  },
};

export const rows: Facts = {
  agenda_item: { key, level, category, meetingOn: 'day' },
  meeting: { level, on: 'day' },
  council: { level },
};

import type { Facts } from '../../feature.ts';
import { category, key, level } from './rows.ts';

const evidence = { unit: 'cases', of: 'distinctCases' } as const;
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

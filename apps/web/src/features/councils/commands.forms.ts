import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();
const A_MATTER = { as: 'long', hint: 'matter' } as const;

export const forms: Forms = {
  AppointCouncilMember: form('AppointCouncilMember', {
    organization: { as: 'organization', required: true },
    body: { as: 'choice', codes: 'body', required: true },
  }),
  EndMembership: form('EndMembership', {
    organization: { as: 'organization', required: true },
    body: { as: 'choice', codes: 'body', required: true },
  }),
  CallMeeting: form('CallMeeting', {
    on: { as: 'date', hint: 'seen' },
    startsAt: { as: 'text', hint: 'startsAt' },
    place: { as: 'text' },
  }),
  SendMaterials: form('SendMaterials', {}),
  HoldMeeting: form('HoldMeeting', {}),
  HoldInWriting: form('HoldInWriting', {}),
  ApproveMinutes: form('ApproveMinutes', {}),
  PublishMinutes: form('PublishMinutes', {}),
  PostponeMeeting: form('PostponeMeeting', { on: { as: 'date' }, reason: A_MATTER }),
  RecordBodyPosition: form('RecordBodyPosition', {
    organization: { as: 'organization', required: true },
    body: { as: 'choice', codes: 'body', required: true },
    stance: { as: 'choice', codes: 'stance', required: true },
    note: A_MATTER,
  }),
  ConcludePositions: form('ConcludePositions', {}),
  DiscussAgendaItem: form('DiscussAgendaItem', { summary: A_MATTER }),
  AssignAction: form('AssignAction', {
    what: { as: 'long', required: true, hint: 'what' },
    ownerOrganization: { as: 'organization', required: true },
    dueOn: { as: 'date', required: true },
    checkOn: { as: 'date' },
    target: { as: 'number' },
  }),
  DropAgendaItem: form('DropAgendaItem', { reason: { ...A_MATTER, required: true } }),
  CategorizeAgendaItem: form('CategorizeAgendaItem', { category: { as: 'choice', codes: 'category', required: true } }),
  WriteAgendaNote: form('WriteAgendaNote', { note: { ...A_MATTER, required: true } }),
};

import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();
const A_MATTER = { as: 'long', hint: 'matter' } as const;

export const commands: Feature['commands'] = {
  PlanMeeting: { begins: '/meetings/new', page: async () => (await import('./pages/begin.tsx')).PlanMeetingPage },
  ProposeAgendaItem: {
    begins: '/agenda-items/new',
    page: async () => (await import('./pages/begin.tsx')).ProposeItemPage,
  },
  EstablishCouncil: {
    begins: '/councils/new',
    page: async () => (await import('./pages/begin.tsx')).EstablishCouncilPage,
  },
  AppointCouncilMember: {
    form: form('AppointCouncilMember', {
      organization: { as: 'organization', required: true },
      body: { as: 'choice', codes: 'body', required: true },
    }),
  },
  EndMembership: {
    form: form('EndMembership', {
      organization: { as: 'organization', required: true },
      body: { as: 'choice', codes: 'body', required: true },
    }),
    apart: true,
  },
  ReviseCouncil: { page: async () => (await import('./pages/revise.tsx')).Revise, apart: true },
  ArrangeAgenda: { page: async () => (await import('./pages/doing.tsx')).Arrange },
  CallMeeting: {
    form: form('CallMeeting', {
      on: { as: 'date', hint: 'seen' },
      startsAt: { as: 'text', hint: 'startsAt' },
      place: { as: 'text' },
    }),
  },
  SendMaterials: { form: form('SendMaterials', {}) },
  HoldMeeting: { form: form('HoldMeeting', {}) },
  HoldInWriting: { form: form('HoldInWriting', {}) },
  RecordAttendance: { page: async () => (await import('./pages/attendance.tsx')).Attendance },
  DraftMinutes: { page: async () => (await import('./pages/doing.tsx')).Minutes },
  ApproveMinutes: { form: form('ApproveMinutes', {}) },
  PublishMinutes: { form: form('PublishMinutes', {}) },
  PostponeMeeting: { form: form('PostponeMeeting', { on: { as: 'date' }, reason: A_MATTER }), apart: true },
  RecordBodyPosition: {
    form: form('RecordBodyPosition', {
      organization: { as: 'organization', required: true },
      body: { as: 'choice', codes: 'body', required: true },
      stance: { as: 'choice', codes: 'stance', required: true },
      note: A_MATTER,
    }),
  },
  ConcludePositions: { form: form('ConcludePositions', {}) },
  ScheduleAgendaItem: { page: async () => (await import('./pages/schedule.tsx')).Schedule },
  DiscussAgendaItem: { form: form('DiscussAgendaItem', { summary: A_MATTER }) },
  DecideAgendaItem: { page: async () => (await import('./pages/decide.tsx')).Decide },
  AssignAction: {
    form: form('AssignAction', {
      what: { as: 'long', required: true, hint: 'what' },
      ownerOrganization: { as: 'organization', required: true },
      dueOn: { as: 'date', required: true },
      checkOn: { as: 'date' },
      target: { as: 'number' },
    }),
  },
  CompleteAction: { page: async () => (await import('./pages/complete-action.tsx')).CompleteAction },
  CheckEffect: { page: async () => (await import('./pages/check-effect.tsx')).CheckEffect },
  DropAgendaItem: { form: form('DropAgendaItem', { reason: { ...A_MATTER, required: true } }), apart: true },
  CategorizeAgendaItem: {
    form: form('CategorizeAgendaItem', { category: { as: 'choice', codes: 'category', required: true } }),
  },
  WriteAgendaNote: { form: form('WriteAgendaNote', { note: { ...A_MATTER, required: true } }) },
};

export const steps: Feature['steps'] = {
  action: ['CompleteAction'],
  effect_check: ['CheckEffect'],
  meeting_materials: ['SendMaterials'],
  meeting_minutes: ['DraftMinutes'],
};

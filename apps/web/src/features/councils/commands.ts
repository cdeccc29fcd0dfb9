import type { Feature } from '../../feature.ts';

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
  AppointCouncilMember: { form: true },
  EndMembership: { form: true, apart: true },
  ReviseCouncil: { page: async () => (await import('./pages/revise.tsx')).Revise, apart: true },
  ArrangeAgenda: { page: async () => (await import('./pages/doing.tsx')).Arrange },
  CallMeeting: { form: true },
  SendMaterials: { form: true },
  HoldMeeting: { form: true },
  HoldInWriting: { form: true },
  RecordAttendance: { page: async () => (await import('./pages/attendance.tsx')).Attendance },
  DraftMinutes: { page: async () => (await import('./pages/doing.tsx')).Minutes },
  ApproveMinutes: { form: true },
  PublishMinutes: { form: true },
  PostponeMeeting: { form: true, apart: true },
  RecordBodyPosition: { form: true },
  ConcludePositions: { form: true },
  ScheduleAgendaItem: { page: async () => (await import('./pages/schedule.tsx')).Schedule },
  DiscussAgendaItem: { form: true },
  DecideAgendaItem: { page: async () => (await import('./pages/decide.tsx')).Decide },
  AssignAction: { form: true },
  CompleteAction: { page: async () => (await import('./pages/complete-action.tsx')).CompleteAction },
  CheckEffect: { page: async () => (await import('./pages/check-effect.tsx')).CheckEffect },
  DropAgendaItem: { form: true, apart: true },
  CategorizeAgendaItem: { form: true },
  WriteAgendaNote: { form: true },
};

export const steps: Feature['steps'] = {
  action: ['CompleteAction'],
  effect_check: ['CheckEffect'],
  meeting_materials: ['SendMaterials'],
  meeting_minutes: ['DraftMinutes'],
};

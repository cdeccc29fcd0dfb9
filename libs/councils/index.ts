export { councils } from './councils.module.js';
export { agendaItemKind, type AgendaItemCommand } from './agenda-item.case.js';
export { councilKind, type CouncilCommand } from './council.case.js';
export { meetingKind, type MeetingCommand } from './meeting.case.js';
export * from './domain/agenda-item.commands.js';
export type * from './domain/agenda-item.events.js';
export type * from './domain/council.events.js';
export type * from './domain/meeting.events.js';
export type { AgendaItem, AgendaItemStatus } from './domain/agenda-item.js';

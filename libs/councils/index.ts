export { EstablishCouncilBody } from './http/councils.dto.js';
export { councils } from './councils.module.js';
export { agendaItemKind, type AgendaItemCommand } from './agenda-item.case.js';
export { isProposed } from './domain/decide/meeting.js';
export { councilKind, type CouncilCommand } from './council.case.js';
export { meetingKind, type MeetingCommand } from './meeting.case.js';
export * from './domain/agenda-item.commands.js';
export type * from './domain/agenda-item.events.js';
export type * from './domain/council.events.js';
export type * from './domain/meeting.events.js';
export type { AgendaItem, AgendaItemStatus } from './domain/agenda-item.js';
export type { Meeting } from './domain/meeting.js';
export type { Attendance } from './domain/meeting.commands.js';
export type { Council, Member } from './domain/council.js';
export type { EstablishCouncil } from './domain/council.commands.js';
export {
  BODIES,
  COUNCIL_LEVELS,
  COUNCIL_TYPES,
  type BodyType,
  type Category,
  type CouncilLevel,
  type CouncilType,
} from './domain/council.terms.js';
export { PacksOfItems } from './views/packs-of-items.js';

export { councils } from './councils.module.js';
export { agendaItemKind, type AgendaItemCommand } from './agenda-item.case.js';
export * from './domain/agenda-item.commands.js';
export type * from './domain/agenda-item.events.js';
export type { AgendaItem, AgendaItemStatus } from './domain/agenda-item.js';

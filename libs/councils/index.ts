export { AskAgendaItem } from './commands/agenda-item.aggregate.js';
export { CouncilsHttpModule, CouncilsModule, CouncilsWorkerModule } from './councils.module.js';
export * from './domain/agenda-item.commands.js';
export type * from './domain/agenda-item.events.js';
export type { AgendaItem, AgendaItemStatus } from './domain/agenda-item.js';

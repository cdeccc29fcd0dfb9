export { AskDischargeCase } from './commands/handover.aggregate.js';
export type * from './domain/handover.commands.js';
export type * from './domain/handover.events.js';
export type { DischargeCase, HandoverStatus } from './domain/handover.js';
export { HandoversHttpModule, HandoversModule, HandoversWorkerModule } from './handovers.module.js';
export { DischargeRates, Rate } from './views/rates.query.js';

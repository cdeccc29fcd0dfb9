export type * from './domain/handover.commands.js';
export type * from './domain/handover.events.js';
export type { DischargeCase, HandoverStatus } from './domain/handover.js';
export { ANSWERS } from './domain/handover.commands.js';
export { awaitsAnswer, deadlineOf } from './domain/awaiting.js';
export { handovers } from './handovers.module.js';
export { dischargeCaseKind, type HandoverCommand } from './discharge-case.case.js';
export { DischargeRates, Rate } from './views/rates.query.js';
export { isStay, stayOf } from './stays.js';

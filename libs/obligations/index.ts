export { AlarmClock } from './alarm-clock.js';
export { Cases, type Aggregate, type Answer, type Ask, type Policy } from './cases.js';
export { Asked, handles } from './ask-handler.js';
export { Chaser } from './chaser.js';
export {
  isLive,
  nextAt,
  obligationId,
  evolve as evolveObligation,
  restored,
  type Obligation,
  type ObligationState,
  type StoredObligation,
} from './domain/obligation.js';
export type * from './domain/obligation.events.js';
export { Deciders } from './deciders.js';
export { rowOf } from './rows.js';
export { WhenDue, type DueHandler } from './due.js';
export { ObligationsModule, ObligationsWorkerModule } from './obligations.module.js';
export { People } from './people.js';
export { PromiseObligation } from './promise.js';

export { AlarmClock } from './alarm-clock.js';
export { Chaser } from './chaser.js';
export {
  isLive,
  nextAt,
  obligationId,
  evolve as evolveObligation,
  restored,
  type Change,
  type Obligation,
  type ObligationState,
  type StoredObligation,
} from './domain/obligation.js';
export * from './domain/obligation.events.js';
export { Owed } from './domain/owed.js';
export {
  latestPromise,
  PROMISE_BOUNDS,
  PROMISE_CONTEXT,
  PROMISE_RULES,
  PROMISE_TERMS,
  type PromiseRules,
} from './domain/promise-limit.js';
export { messageOf, rowOf, rowsOf } from './rows.js';
export { WhenDue } from './due.js';
export { ObligationsModule, ObligationsWorkerModule } from './obligations.module.js';
export { People } from './people.js';
export { PromiseRulesOf } from './promise-rules.js';

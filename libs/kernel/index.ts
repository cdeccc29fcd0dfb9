export * from './calendar.js';
export type * from './decider.js';
export * from './errors.js';
export * from './event.js';
export * from './ids.js';
export * from './issue-terms.js';
export * from './ladder.js';
export * from './obligation.js';
export * from './time.js';

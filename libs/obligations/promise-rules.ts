import type { AreaRef, Instant } from '#kernel';
import type { PromiseRules } from './domain/promise-limit.js';

/** How far a promise may reach in an area. The rule book of the directory knows; whoever promises only asks. */
export abstract class PromiseRulesOf {
  /** Of no area: those of the whole prefecture. */
  abstract inForce(prefecture: string, area: AreaRef | undefined, now: Instant): Promise<PromiseRules>;
}

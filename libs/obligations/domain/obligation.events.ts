import type { CaseRef, Event, Instant, Plan, Rung } from '#kernel';

/** Somebody owes something from now on (果たすべきことが生じた). */
export type ObligationOpened = Event<
  'ObligationOpened',
  { about: CaseRef; step: string; plan: Plan; dueVersion: number }
>;
/** Its moments moved; steps of the earlier date do nothing any more (期日が変わった). */
export type ObligationRedated = Event<'ObligationRedated', { step: string; plan: Plan; dueVersion: number }>;
/** A step of the ladder told its addressees (催促した). */
export type ObligationChased = Event<
  'ObligationChased',
  { about: CaseRef; step: string; level: number; to: readonly string[]; nextAt: Instant | null }
>;
/** A step was passed over at once, because nobody stands on it (段を飛ばした). */
export type ObligationStepSkipped = Event<
  'ObligationStepSkipped',
  { about: CaseRef; step: string; level: number; why: 'nobody' }
>;
/** "I have it, by …" (引き受けた、いつまでに). */
export type ObligationPromised = Event<'ObligationPromised', { step: string; by: string; until: Instant }>;
export type ObligationMet = Event<'ObligationMet', { step: string }>;
/** Its hard limit passed; the steps not yet sent are sent now, once (もれた). */
export type ObligationMissed = Event<'ObligationMissed', { step: string; rungs: readonly Rung[]; actAt?: Instant }>;
/** What a missed obligation still waited for, its recovery window, is over. */
export type ObligationWindowClosed = Event<'ObligationWindowClosed', { step: string }>;
/** No longer owed: withdrawn, excluded, or overtaken by the case. */
export type ObligationCancelled = Event<'ObligationCancelled', { step: string }>;
/** The whole chain reached nobody (受け手がいない): `to` heard of that instead. */
export type ObligationUnattended = Event<
  'ObligationUnattended',
  { about: CaseRef; step: string; to: readonly string[]; again: readonly Rung[] }
>;

export type ObligationEvent =
  | ObligationOpened
  | ObligationRedated
  | ObligationChased
  | ObligationStepSkipped
  | ObligationPromised
  | ObligationMet
  | ObligationMissed
  | ObligationWindowClosed
  | ObligationCancelled
  | ObligationUnattended;

/** What follows from the facts of the case alone, and is not written: whoever has the facts has it (design decision 2). */
const EVENTS: Readonly<Record<ObligationEvent['type'], 'logged' | 'derived'>> = {
  ObligationOpened: 'derived',
  ObligationRedated: 'derived',
  ObligationChased: 'logged',
  ObligationStepSkipped: 'logged',
  ObligationPromised: 'logged',
  ObligationMet: 'derived',
  ObligationMissed: 'logged',
  ObligationWindowClosed: 'logged',
  ObligationCancelled: 'derived',
  ObligationUnattended: 'logged',
};
export const OBLIGATION_EVENTS: readonly string[] = Object.keys(EVENTS);
export const isLogged = ({ type }: ObligationEvent): boolean => EVENTS[type] === 'logged';
/** Messages of the engine's own; a chase has the template of its plan. */
export const OBLIGATION_TEMPLATES: readonly string[] = ['obligation.unattended'];

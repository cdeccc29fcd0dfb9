import { ladderOf } from '../ladder.js';
import { evolve } from '../evolve.js';
import type { BackupEvent } from '../request.events.js';
import { assignment, offered } from '../request.obligations.js';
import { answered, isOpen, type BackupRequest, type Given, type Onward, type State } from '../request.state.js';
import { knowing } from './decided.js';
import { stopped } from './stop.js';

/**
 * Facts that leave nobody to answer are followed by those that ask the next, in the same decision: by who is on shift, who
 * has an arrangement and what the person has consented to now, and not when the request was made.
 */
export function andOnward(before: State, facts: readonly BackupEvent[], given: Given<Onward>): BackupEvent[] {
  const then = (some: readonly BackupEvent[]) =>
    some.reduce((state, fact) => evolve(state, fact, given.occurredAt), before);
  const after = then(facts);
  const last = facts.at(-1);
  if (!after || !last || after.offers.some(isOpen)) return [...facts];
  const { around: reach } = given.found;
  if (!reach.consent) return [...facts, stopped(after, given)];
  const known = [...facts.slice(0, -1), knowing(last, { tiers: ladderOf(reach.ground), bases: reach.bases })];
  const next = then(known);
  return next ? [...known, ...onward(next, given)] : known;
}

/** The first offers of a request, by the ladder that it holds itself. */
export const begun = (requested: BackupEvent, given: Given): BackupEvent[] => {
  const state = evolve(null, requested, given.occurredAt);
  return state ? [requested, ...onward(state, given)] : [requested];
};

/**
 * The next offers: the rest of the tier, else the next tier that has somebody (never a lower one), else nobody is left.
 * Nobody is asked twice, unless they never came to answer because somebody else took it and then withdrew.
 */
function onward(state: BackupRequest, { now }: Given): BackupEvent[] {
  const { tiers, tier: fromTier, offers, urgency, rules, area, bases, primary } = state;
  const over = answered(state);
  const next = tiers
    .map(({ tier, candidates }) => ({ tier, left: candidates.filter((c) => !over.has(c.organization)) }))
    .find(({ tier, left }) => tier >= fromTier && left.length > 0);
  if (!next) {
    const plans = [assignment({ now, rules, area }, urgency, bases[0] ?? primary)];
    return [{ type: 'EmergencyBackupExhausted', payload: { tier: fromTier, plans } }];
  }
  const { tier, left } = next;
  const asked = rules.broadcast.includes(urgency) ? left : left.slice(0, 1);
  return [
    ...(tier > fromTier ? [{ type: 'EmergencyBackupEscalated' as const, payload: { fromTier, toTier: tier } }] : []),
    ...asked.map(({ organization, users, role }, i): BackupEvent => {
      const offer = offers.length + i + 1;
      const { expiresAt, plan } = offered({ now, rules, area }, urgency, organization, offer);
      return { type: 'BackupOffered', payload: { organization, tier, offer, expiresAt, users, role, plans: [plan] } };
    }),
  ];
}

import { overDefaults } from '#kernel';
import { BACKUP_RULES } from '../backup.rules.js';
import type { BackupEvent, LookedUp } from '../request.events.js';
import type { BackupRequest, Given, Telling } from '../request.state.js';

export type Decide<C, Found> = (command: C, state: BackupRequest, given: Given<Found>) => readonly BackupEvent[];

const byTodaysRules = (stored: BackupRequest): BackupRequest => ({
  ...stored,
  rules: overDefaults(BACKUP_RULES, stored.rules),
});

/** A decision about a request that is there, by today's rules where it has none of its own. */
export const decided =
  <C extends { readonly type: string }, Found>(decide: Decide<C, Found>): Decide<C, Found> =>
  (command, stored, given) =>
    decide(command, byTodaysRules(stored), given);

/** The same by which somebody hears something: the care team is that of now. */
export const telling =
  <C extends { readonly type: string }, Found extends Telling>(decide: Decide<C, Found>): Decide<C, Found> =>
  (command, stored, given) => {
    const { careTeam } = given.found.around;
    const facts = decide(command, { ...byTodaysRules(stored), careTeam }, given);
    return same(careTeam, stored.careTeam) ? facts : knowingFirst(facts, { careTeam });
  };

/** A fact with what was looked up for it, where that is not what was known. */
export const knowing = (fact: BackupEvent, lookedUp: LookedUp): BackupEvent =>
  ({ ...fact, payload: { ...fact.payload, ...lookedUp } }) as BackupEvent;

const knowingFirst = (facts: readonly BackupEvent[], lookedUp: LookedUp): readonly BackupEvent[] =>
  facts.map((fact, i) => (i === 0 ? knowing(fact, lookedUp) : fact));

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

import { chance } from '../../faults/lib/chance.mjs';
import { KIND_OF_PARAMETER } from './pool.mjs';

const STATES = 2;
const CALLERS = 2;

/**
 * Every command about a thing, to the id of a thing of every other kind in a few of its states, by those who may give
 * the command: the thing is not there for it, so that the answer is 404.
 */
export function* toOtherKinds(generator, first) {
  let ordinal = first;
  for (const operation of generator.operations) {
    if (operation.method !== 'POST' || operation.parameters.length === 0) continue;
    const own = KIND_OF_PARAMETER[operation.parameters[0]];
    for (const kind of generator.pool.kinds.filter((other) => other !== own))
      for (const thing of generator.pool.various(kind, STATES)) {
        const dice = chance(generator.seed * 7_919 + ordinal);
        for (const caller of callersOf(generator, dice, operation, thing))
          yield {
            thing,
            ...generator.built(dice, ordinal++, operation, [thing.id], [], {
              caller,
              said: generator.bodies.get(operation.id),
            }),
          };
      }
  }
}

/** Somebody of the thing's own among those who may, and somebody else; where nobody was let through yet, one of each role. */
function callersOf({ people, succeeded }, dice, { id }, { parties, prefecture = '01' }) {
  const here = people.filter((one) => one.prefecture === prefecture);
  const roles = new Set((succeeded.get(id) ?? []).map(({ role }) => role));
  if (roles.size === 0) return [...new Map(here.map((one) => [one.role, one])).values()];
  const may = dice.shuffled(here.filter(({ role }) => roles.has(role)));
  const near = may.filter((one) => parties.includes(one.id) || parties.includes(one.organization));
  return [...new Set([...near.slice(0, 1), ...may])].slice(0, CALLERS);
}

/** Nothing where it is 404. Where nobody ever got through, role and body may be wrong in themselves. */
export function otherKindFault({ operation, thing, caller }, { status }, isKnown) {
  if (status === 404 || (!isKnown && (status === 403 || status === 422))) return undefined;
  return `${operation.id} on ${thing.kind} (${thing.status}) ${thing.id} as ${caller.role}: ${status}`;
}

import { EVERYBODY, type Bearings } from '#kernel';
import { relationsOfSeats } from './council.js';
import type { State } from './agenda-item.state.js';
import { evolve } from './evolve.js';

export { AGENDA_ITEM_STATES } from './agenda-item.state.js';
export type { Action, AgendaItem, AgendaItemStatus } from './agenda-item.state.js';

/** Who owes an action reads the item that it comes from; what came to the top is the whole prefecture's (R4 of model.md 2.6). */
const relationsOf = ({ actions, level, seats }: NonNullable<State>) => ({
  ...(seats && relationsOfSeats(seats)),
  owner: Object.values(actions).map(({ ownerOrganization }) => ownerOrganization),
  prefecture: level === 'prefecture' ? [EVERYBODY] : [],
});

/** What an item is in pure values; what can be said of it stands in its table of commands. */
export const agendaItem = {
  kind: 'agenda_item',
  stateVersion: 4,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings => (state ? { area: state.area, relations: relationsOf(state) } : {}),
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

import { EVERYBODY, type Bearings, type Notice } from '#kernel';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { secretariatOf } from './agenda-item.obligations.js';
import { relationsOfSeats } from './council.js';
import type { State } from './agenda-item.state.js';
import { evolve } from './evolve.js';

export { AGENDA_ITEM_STATES } from './agenda-item.state.js';
export type { Action, AgendaItem, AgendaItemStatus } from './agenda-item.state.js';

/** Who owes an action reads the item that it comes from; what came to the top is the whole prefecture's (R4 of model.md 2.6). */
const relationsOf = ({ actions, level, seats }: NonNullable<State>) => ({
  ...(seats && relationsOfSeats(seats)),
  // In an order of its own: keys of actions come back from the database in another than they were written.
  owner: [...new Set(Object.values(actions).map(({ ownerOrganization }) => ownerOrganization))].toSorted(),
  prefecture: level === 'prefecture' ? [EVERYBODY] : [],
});

/** The secretariat hears of an item that has come to its council, and an owner of what is now owed, long before it is due. */
const notices = (events: readonly AgendaItemEvent[], state: State): Notice[] =>
  events.flatMap(({ type, payload }): Notice[] => {
    if (type === 'AgendaItemDrafted')
      return [{ template: 'agenda.drafted', to: secretariatOf(payload.area, payload.seats) }];
    if (type === 'AgendaItemReopened' && state)
      return [{ template: 'agenda.reopened', to: secretariatOf(state.area, state.seats) }];
    const [first] = type === 'ActionAssigned' ? payload.plan.rungs : [];
    return first ? [{ template: 'action.assigned', to: first.to, step: 'action' }] : [];
  });

/** What an item is in pure values; what can be said of it stands in its table of commands. */
export const agendaItem = {
  kind: 'agenda_item',
  stateVersion: 4,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings => (state ? { area: state.area, relations: relationsOf(state) } : {}),
  notices,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

import { EVERYBODY, inOrder, notFound, unreachable, type Decider } from '#kernel';
import type { AgendaItemCommand } from './agenda-item.commands.js';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { AGENDA_ITEM_ORDER } from './agenda-item.order.js';
import type { AgendaFound, Given, State } from './agenda-item.state.js';
import { assign, complete } from './decide/action.js';
import { decideItem, draft, schedule } from './decide/meeting.js';
import { evolve } from './evolve.js';

export type { Action, AgendaFound, AgendaItem, AgendaItemStatus } from './agenda-item.state.js';

function decide(command: AgendaItemCommand, state: State, given: Given): readonly AgendaItemEvent[] {
  // One item for one issue: a roll-up that is told of twice drafts nothing anew.
  if (command.type === 'DraftAgendaItem') return state ? [] : draft(command);
  if (command.type === 'UpdateEvidence') {
    const { evidence, children } = command;
    return state?.status === 'DRAFTED'
      ? [{ type: 'AgendaItemEvidenceUpdated', payload: { issue: state.issue, evidence, children } }]
      : [];
  }
  if (!state) throw notFound('agenda item', '議題');
  const action = command.type === 'CompleteAction' ? command.action : undefined;
  inOrder(AGENDA_ITEM_ORDER, command, { item: state, action }, given);
  switch (command.type) {
    case 'ScheduleAgendaItem':
      return schedule(command, state);
    case 'DecideAgendaItem':
      return decideItem(command, state, given);
    case 'AssignAction':
      return assign(command, state, given);
    case 'CompleteAction':
      return complete(command, state);
    default:
      return unreachable(command);
  }
}

/** Who owes an action reads the item that it comes from; what came to the top is the whole prefecture's (R4 of model.md 2.6). */
const relationsOf = ({ actions, level }: NonNullable<State>) => ({
  owner: Object.values(actions).map(({ ownerOrganization }) => ownerOrganization),
  prefecture: level === 'prefecture' ? [EVERYBODY] : [],
});

export const agendaItem: Decider<State, AgendaItemCommand, AgendaItemEvent, AgendaFound> = {
  kind: 'agenda_item',
  stateVersion: 2,
  initial: null,
  decide,
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) => (state ? { area: state.area, relations: relationsOf(state) } : {}),
  status: (state) => state?.status ?? 'UNKNOWN',
};

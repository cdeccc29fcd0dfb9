import { invalidState, notFound, recordOf } from '#kernel';
import type { AssignAction, CompleteAction } from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import { actionOwed } from '../agenda-item.obligations.js';
import type { AgendaItem, Given } from '../agenda-item.state.js';

export function assign(
  { type, ownerOrganization, dueOn, checkOn }: AssignAction,
  { status, issue, area, actions }: AgendaItem,
  { now, found, records, newId }: Given,
): AgendaItemEvent[] {
  if (status !== 'DECIDED' && status !== 'ACTIONING') throw invalidState(type, status);
  if (!found.owner) throw notFound('organization', '機関');
  const plan = actionOwed({
    instance: String(Object.keys(actions).length + 1),
    owner: ownerOrganization,
    opening: found.owner,
    dueOn,
    area,
    now,
    rules: found.rules,
  });
  return [
    {
      type: 'ActionAssigned',
      payload: {
        issue,
        action: newId('action'),
        ownerOrganization,
        dueOn,
        whatRef: recordOf(records, 'action'),
        plan,
        ...(checkOn !== undefined && { checkOn }),
      },
    },
  ];
}

export function complete(
  { type, action: id }: CompleteAction,
  { status, issue, actions }: AgendaItem,
): AgendaItemEvent[] {
  const action = actions[id];
  if (!action) throw notFound('action', '対応');
  if (action.done) throw invalidState(type, status);
  const open = Object.values(actions).filter(({ done }) => !done).length;
  return [{ type: 'ActionCompleted', payload: { issue, action: id, open: open - 1 } }];
}

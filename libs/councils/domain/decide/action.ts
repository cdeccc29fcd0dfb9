import { inOrder, invalidState, notFound, recordOf, type Circumstances, type Earlier } from '#kernel';
import type { AssignAction, CompleteAction } from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import { actionOwed } from '../agenda-item.obligations.js';
import type { Action, AgendaItem, Assigning } from '../agenda-item.state.js';

export function assign(
  { ownerOrganization, dueOn, checkOn }: AssignAction,
  { issue, area, actions }: AgendaItem,
  { now, found, records, newId }: Circumstances<Assigning>,
): AgendaItemEvent[] {
  const plan = actionOwed({
    instance: String(Object.keys(actions).length + 1),
    owner: ownerOrganization,
    kind: found.kind,
    opening: found.opening,
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

/** 対応を割り当てた時: the assignment of the action that the command names. */
const assignmentOf = ({ assignedAt }: Action): Earlier<AgendaItem> => ({
  ja: '対応を割り当てた時',
  en: 'the assignment of the action',
  at: () => assignedAt,
});

export function complete(
  { type, action: id }: CompleteAction,
  item: AgendaItem,
  given: Circumstances<unknown>,
): AgendaItemEvent[] {
  const { status, issue, actions } = item;
  const action = actions[id];
  if (!action) throw notFound('action', '対応');
  if (action.done) throw invalidState(type, status);
  inOrder({ after: [assignmentOf(action)], daysAfter: {}, path: 'occurredAt' }, {}, item, given);
  const open = Object.values(actions).filter(({ done }) => !done).length;
  return [{ type: 'ActionCompleted', payload: { issue, action: id, open: open - 1 } }];
}

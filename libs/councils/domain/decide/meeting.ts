import { invalidState } from '#kernel';
import {
  councilId,
  type DecideAgendaItem,
  type DraftAgendaItem,
  type ScheduleAgendaItem,
} from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import type { AgendaItem, Given } from '../agenda-item.state.js';

/** [D] Put off so often in a row, an item is flagged (model.md 2.7). */
const OFTEN = 3;

export const draft = ({ type: _type, ...said }: DraftAgendaItem): AgendaItemEvent[] => [
  { type: 'AgendaItemDrafted', payload: { ...said, council: councilId(said.areaId) } },
];

export function schedule({ type, meetingOn }: ScheduleAgendaItem, state: AgendaItem): AgendaItemEvent[] {
  const { status, issue } = state;
  if (status !== 'DRAFTED' && status !== 'SCHEDULED') throw invalidState(type, status);
  if (state.meetingOn === meetingOn && status === 'SCHEDULED') return [];
  return [{ type: 'AgendaItemScheduled', payload: { issue, meetingOn } }];
}

export function decideItem(
  { type, decision }: DecideAgendaItem,
  { status, issue, key, level, areaId, continued }: AgendaItem,
  { records }: Given,
): AgendaItemEvent[] {
  if (status !== 'SCHEDULED') throw invalidState(type, status);
  const decided: AgendaItemEvent = {
    type: 'AgendaItemDecided',
    payload: { issue, decision, reasonRef: records['decision_reason'] ?? null },
  };
  if (decision === 'continue_next') {
    const times = continued + 1;
    return [decided, { type: 'AgendaItemContinued', payload: { issue, times, flagged: times >= OFTEN } }];
  }
  if (decision === 'escalate')
    return [decided, { type: 'AgendaItemEscalated', payload: { issue, key, level, areaId } }];
  return [decided];
}

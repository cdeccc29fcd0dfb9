import type { Circumstances } from '#kernel';
import {
  councilId,
  type DecideAgendaItem,
  type DraftAgendaItem,
  type ScheduleAgendaItem,
  type UpdateEvidence,
} from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import type { AgendaItem, State } from '../agenda-item.state.js';

/** [D] Put off so often in a row, an item is flagged (model.md 2.7). */
const OFTEN = 3;

/** One item for one issue: a roll-up that is told of twice drafts nothing anew. */
export const draft = ({ type: _type, ...said }: DraftAgendaItem, state: State): AgendaItemEvent[] =>
  state ? [] : [{ type: 'AgendaItemDrafted', payload: { ...said, council: councilId(said.areaId) } }];

export const updateEvidence = ({ evidence, children }: UpdateEvidence, state: State): AgendaItemEvent[] =>
  state?.status === 'DRAFTED'
    ? [{ type: 'AgendaItemEvidenceUpdated', payload: { issue: state.issue, evidence, children } }]
    : [];

export function schedule({ meetingOn }: ScheduleAgendaItem, state: AgendaItem): AgendaItemEvent[] {
  const { status, issue } = state;
  if (state.meetingOn === meetingOn && status === 'SCHEDULED') return [];
  return [{ type: 'AgendaItemScheduled', payload: { issue, meetingOn } }];
}

export function decideItem(
  { decision }: DecideAgendaItem,
  { issue, key, level, areaId, continued }: AgendaItem,
  { records }: Circumstances<unknown>,
): AgendaItemEvent[] {
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

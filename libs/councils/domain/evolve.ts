import { dutyKey, planned, settled, unreachable, type Instant } from '#kernel';
import type { AgendaItemEvent } from './agenda-item.events.js';
import type { Action, State } from './agenda-item.state.js';

export function evolve(state: State, { type, payload }: AgendaItemEvent, occurredAt: Instant): State {
  if (type === 'AgendaItemDrafted') {
    const { evidence, ...rest } = payload;
    return {
      ...rest,
      ...evidence,
      status: 'DRAFTED',
      statusSince: occurredAt,
      continued: 0,
      actions: {},
      duties: {},
    };
  }
  if (!state) throw new Error(`${type} before AgendaItemDrafted`);
  switch (type) {
    case 'AgendaItemEvidenceUpdated':
      return { ...state, ...payload.evidence, children: payload.children };
    case 'AgendaItemScheduled':
      return { ...state, status: 'SCHEDULED', statusSince: occurredAt, meetingOn: payload.meetingOn };
    case 'AgendaItemDecided':
      return {
        ...state,
        status: 'DECIDED',
        statusSince: occurredAt,
        decidedAt: occurredAt,
        decision: payload.decision,
      };
    case 'AgendaItemContinued':
      return { ...state, status: 'DRAFTED', statusSince: occurredAt, continued: payload.times };
    case 'AgendaItemEscalated':
      return state;
    case 'ActionAssigned': {
      const { action, ownerOrganization, dueOn, checkOn, plan } = payload;
      const assigned: Action = {
        ownerOrganization,
        assignedAt: occurredAt,
        dueOn,
        done: false,
        duty: dutyKey(plan),
        ...(checkOn !== undefined && { checkOn }),
      };
      return {
        ...state,
        status: 'ACTIONING',
        actions: { ...state.actions, [action]: assigned },
        duties: planned(state.duties, [plan]),
      };
    }
    case 'ActionCompleted': {
      const action = state.actions[payload.action];
      if (!action) return state;
      return {
        ...state,
        actions: { ...state.actions, [payload.action]: { ...action, done: true } },
        duties: settled(state.duties, 'met', action.duty),
      };
    }
    default:
      return unreachable(type);
  }
}

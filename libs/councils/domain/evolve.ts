import { dutyKey, planned, settled, unreachable, type Instant } from '#kernel';
import type { AgendaItemEvent } from './agenda-item.events.js';
import type { Action, AgendaItem, AgendaItemStatus, State } from './agenda-item.state.js';

export function evolve(state: State, event: AgendaItemEvent, occurredAt: Instant): State {
  if (event.type === 'AgendaItemDrafted') {
    const { evidence, origins = [], ...rest } = event.payload;
    return {
      ...rest,
      ...evidence,
      origins,
      status: 'DRAFTED',
      statusSince: occurredAt,
      positions: [],
      positioned: false,
      continued: 0,
      flagged: false,
      actions: {},
      duties: {},
    };
  }
  if (!state) throw new Error(`${event.type} before AgendaItemDrafted`);
  const now = (status: AgendaItemStatus) => ({ status, statusSince: occurredAt });
  switch (event.type) {
    case 'AgendaItemEvidenceUpdated':
      return { ...state, ...event.payload.evidence, children: event.payload.children };
    case 'AgendaItemDropped':
      return { ...state, ...now('DROPPED') };
    case 'AgendaItemCategorized':
      return { ...state, category: event.payload.category };
    case 'BodyPositionRecorded': {
      const { organization, body, stance, noteRef } = event.payload;
      const others = state.positions.filter((other) => other.organization !== organization || other.body !== body);
      return { ...state, positions: [...others, { organization, body, stance, noteRef }] };
    }
    case 'AgendaItemPositioned':
      return { ...state, ...now('POSITIONED'), positioned: true };
    case 'AgendaItemScheduled': {
      const { meeting: _before, number: _old, ...rest } = state;
      const { meetingOn, meeting, number } = event.payload;
      return {
        ...rest,
        ...now('SCHEDULED'),
        meetingOn,
        ...(meeting !== undefined && { meeting }),
        ...(number !== undefined && { number }),
      };
    }
    case 'AgendaItemTakenOff':
      return offTheAgenda({ ...state, statusSince: occurredAt });
    case 'AgendaItemDiscussed':
      return { ...state, ...now('DISCUSSED'), discussionRef: event.payload.discussionRef };
    case 'AgendaItemDecided':
      return {
        ...state,
        ...now('DECIDED'),
        decidedAt: occurredAt,
        decision: event.payload.decision,
        reasonRef: event.payload.reasonRef,
      };
    case 'AgendaItemContinued': {
      const { times, flagged } = event.payload;
      return { ...offTheAgenda({ ...state, statusSince: occurredAt }), continued: times, flagged };
    }
    case 'ActionAssigned':
    case 'ActionCompleted':
    case 'EffectChecked':
      return withAction(state, event, occurredAt);
    case 'AgendaItemEvaluated':
      return { ...state, ...now('EVALUATED') };
    case 'AgendaItemReopened': {
      const actions = Object.fromEntries(
        Object.entries(state.actions).map(([id, action]) => [id, { ...action, settled: true as const }]),
      );
      return { ...offTheAgenda({ ...state, statusSince: occurredAt }), reopened: true, actions };
    }
    case 'AgendaItemClosed':
      return { ...state, ...now('CLOSED') };
    case 'AgendaItemReseated':
      return { ...state, seats: event.payload.seats };
    case 'AgendaNoteWritten':
      return { ...state, noteRef: event.payload.noteRef };
    case 'ContributorsTold':
    case 'AgendaItemEscalated':
    case 'AgendaItemForwarded':
      return state;
    default:
      return unreachable(event);
  }
}

/** A draft again; what the bodies have said of it stays said. */
function offTheAgenda({ meeting: _meeting, number: _number, ...rest }: AgendaItem): AgendaItem {
  return { ...rest, status: rest.positioned ? 'POSITIONED' : 'DRAFTED' };
}

type OfAction = Extract<AgendaItemEvent, { type: 'ActionAssigned' | 'ActionCompleted' | 'EffectChecked' }>;

function withAction(state: AgendaItem, { type, payload }: OfAction, occurredAt: Instant): AgendaItem {
  if (type === 'ActionAssigned') {
    const { action, ownerOrganization, whatRef, dueOn, checkOn, target, assignedBy, plan } = payload;
    const assigned: Action = {
      ownerOrganization,
      whatRef,
      assignedAt: occurredAt,
      dueOn,
      done: false,
      duty: dutyKey(plan),
      ...(checkOn !== undefined && { checkOn }),
      ...(target !== undefined && { target }),
      ...(assignedBy !== undefined && { assignedBy }),
    };
    return {
      ...state,
      status: 'ACTIONING',
      statusSince: occurredAt,
      actions: { ...state.actions, [action]: assigned },
      duties: planned(state.duties, [plan]),
    };
  }
  const action = state.actions[payload.action];
  if (!action) return state;
  const of = (changed: Partial<Action>) => ({ ...state.actions, [payload.action]: { ...action, ...changed } });
  if (type === 'ActionCompleted') {
    const duties = settled(state.duties, 'met', action.duty);
    const { reportRef } = payload;
    return {
      ...state,
      actions: of({ done: true, doneAt: occurredAt, ...(reportRef !== undefined && { reportRef }) }),
      duties: payload.plan ? planned(duties, [payload.plan]) : duties,
    };
  }
  return {
    ...state,
    actions: of({ effect: payload.effect }),
    // What the numbers said by themselves nobody need do any more.
    duties: settled(state.duties, payload.judged ? 'met' : 'cancelled', checkDuty(action)),
  };
}

/** Key of the obligation to check an action's effect: counted as the action is. */
export const checkDuty = ({ duty }: Action): string => duty.replace('action', 'effect_check');

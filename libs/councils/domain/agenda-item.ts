import {
  dateIn,
  dutyKey,
  invalidInput,
  invalidState,
  notFound,
  planned,
  settled,
  unreachable,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Duties,
  type LocalDate,
  type Opening,
} from '#kernel';
import { councilId, type AgendaItemCommand, type Decision, type EvidenceCounts } from './agenda-item.commands.js';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { actionOwed } from './agenda-item.obligations.js';
import type { AgendaRules } from './agenda.rules.js';

export type AgendaItemStatus = 'DRAFTED' | 'SCHEDULED' | 'DECIDED' | 'ACTIONING';

/** 対応: what somebody has promised the council to do. */
export interface Action {
  readonly ownerOrganization: string;
  readonly dueOn: LocalDate;
  readonly checkOn?: LocalDate;
  readonly done: boolean;
  /** Key of the obligation that it is. */
  readonly duty: string;
}

/** 議題: an issue before the council of its area (model.md 2.7). */
export interface AgendaItem extends EvidenceCounts {
  readonly council: string;
  readonly level: string;
  /** Id of the area whose council it is. */
  readonly areaId: string;
  readonly area: AreaRef;
  readonly issue: string;
  readonly episode: number;
  readonly key: string;
  readonly children: readonly string[];
  readonly status: AgendaItemStatus;
  readonly meetingOn?: LocalDate;
  readonly decision?: Decision;
  /** How often in a row it was put off to the next meeting. */
  readonly continued: number;
  /** By id, in the order in which they were assigned. */
  readonly actions: Readonly<Record<string, Action>>;
  readonly duties: Duties;
}

export interface AgendaFound {
  /** Calendar of the organization that the command makes the owner; undefined when there is no such organization. */
  readonly owner: Opening | undefined;
  readonly rules: AgendaRules;
}

/** [D] Put off so often in a row, an item is flagged (model.md 2.7). */
const OFTEN = 3;

type State = AgendaItem | null;

const openActions = ({ actions }: AgendaItem): number => Object.values(actions).filter(({ done }) => !done).length;

function decide(
  command: AgendaItemCommand,
  state: State,
  { now, found, records, ...given }: Circumstances<AgendaFound>,
): readonly AgendaItemEvent[] {
  if (command.type === 'DraftAgendaItem') {
    // One item for one issue: a roll-up that is told of twice drafts nothing anew.
    if (state) return [];
    const { type: _type, ...said } = command;
    return [{ type: 'AgendaItemDrafted', payload: { ...said, council: councilId(command.areaId) } }];
  }
  if (command.type === 'UpdateEvidence') {
    const { evidence, children } = command;
    return state?.status === 'DRAFTED'
      ? [{ type: 'AgendaItemEvidenceUpdated', payload: { issue: state.issue, evidence, children } }]
      : [];
  }
  if (!state) throw notFound('agenda item', '議題');
  const { issue, status, key, level, areaId, area } = state;
  const wrong = () => invalidState(command.type, status);
  switch (command.type) {
    case 'ScheduleAgendaItem': {
      if (status !== 'DRAFTED' && status !== 'SCHEDULED') throw wrong();
      const { meetingOn } = command;
      if (state.meetingOn === meetingOn && status === 'SCHEDULED') return [];
      return [{ type: 'AgendaItemScheduled', payload: { issue, meetingOn } }];
    }
    case 'DecideAgendaItem': {
      if (status !== 'SCHEDULED') throw wrong();
      const { decision } = command;
      const decided: AgendaItemEvent = {
        type: 'AgendaItemDecided',
        payload: { issue, decision, reasonRef: records['decision_reason'] ?? null },
      };
      if (decision === 'continue_next') {
        const times = state.continued + 1;
        return [decided, { type: 'AgendaItemContinued', payload: { issue, times, flagged: times >= OFTEN } }];
      }
      if (decision === 'escalate')
        return [decided, { type: 'AgendaItemEscalated', payload: { issue, key, level, areaId } }];
      return [decided];
    }
    case 'AssignAction': {
      if (status !== 'DECIDED' && status !== 'ACTIONING') throw wrong();
      const { ownerOrganization, dueOn, checkOn } = command;
      if (!found.owner) throw notFound('organization', '機関');
      if (dueOn < dateIn(now))
        throw invalidInput(
          'dueOn',
          '期日が過去です。今日以降の日付にしてください。',
          'The due date is past. Give today or later.',
        );
      const instance = String(Object.keys(state.actions).length + 1);
      const plan = actionOwed({
        instance,
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
            action: given.newId('action'),
            ownerOrganization,
            dueOn,
            whatRef: records['action'] ?? '',
            plan,
            ...(checkOn !== undefined && { checkOn }),
          },
        },
      ];
    }
    case 'CompleteAction': {
      const action = state.actions[command.action];
      if (!action) throw notFound('action', '対応');
      if (action.done) throw wrong();
      return [{ type: 'ActionCompleted', payload: { issue, action: command.action, open: openActions(state) - 1 } }];
    }
    default:
      return unreachable(command);
  }
}

function evolve(state: State, { type, payload }: AgendaItemEvent): State {
  if (type === 'AgendaItemDrafted') {
    const { evidence, ...rest } = payload;
    return {
      ...rest,
      ...evidence,
      status: 'DRAFTED',
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
      return { ...state, status: 'SCHEDULED', meetingOn: payload.meetingOn };
    case 'AgendaItemDecided':
      return { ...state, status: 'DECIDED', decision: payload.decision };
    case 'AgendaItemContinued':
      return { ...state, status: 'DRAFTED', continued: payload.times };
    case 'AgendaItemEscalated':
      return state;
    case 'ActionAssigned': {
      const { action, ownerOrganization, dueOn, checkOn, plan } = payload;
      const assigned = {
        ownerOrganization,
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

export const agendaItem: Decider<State, AgendaItemCommand, AgendaItemEvent, AgendaFound> = {
  kind: 'agenda_item',
  stateVersion: 2,
  initial: null,
  decide,
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
    state
      ? {
          area: state.area,
          relations: { owner: Object.values(state.actions).map(({ ownerOrganization }) => ownerOrganization) },
        }
      : {},
  status: (state) => state?.status ?? 'UNKNOWN',
};

import {
  dateIn,
  DomainError,
  inOrder,
  invalidState,
  notFound,
  plusDays,
  recordOf,
  type Circumstances,
  type Earlier,
  type Opening,
} from '#kernel';
import type { AssignAction, CheckEffect, CompleteAction, JudgeEffect } from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import { actionOwed, checkOwed } from '../agenda-item.obligations.js';
import type { Action, AgendaItem, Assigning } from '../agenda-item.state.js';
import type { AgendaRules } from '../agenda.rules.js';
import { isProposed } from './meeting.js';
import { effectOf, overall, type Effect, type Measured } from '../effect.js';

export function assign(
  { ownerOrganization, dueOn, target, ...said }: AssignAction,
  item: AgendaItem,
  { now, found, records, newId, actor }: Circumstances<Assigning>,
): AgendaItemEvent[] {
  const { issue, area, seats, actions, decision } = item;
  if (decision === 'reject') throw rejected();
  const checkOn = said.checkOn ?? (isProposed(item) ? undefined : plusDays(dueOn, found.rules.effectLongestDays));
  const plan = actionOwed({
    instance: String(Object.keys(actions).length + 1),
    owner: ownerOrganization,
    kind: found.kind,
    opening: found.opening,
    dueOn,
    area,
    seats,
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
        ...(target !== undefined && { target }),
        ...(found.baseline !== undefined && {
          baseline: { signals: found.baseline, days: found.rules.effectLongestDays },
        }),
        ...('userId' in actor && { assignedBy: actor.orgId }),
      },
    },
  ];
}

const rejected = () =>
  new DomainError(
    'conflict',
    'rejected_item',
    '取り上げないと決めた議題に対応は割り当てられません。もう一度諮るときは、次の会議に載せてください。',
    'This item was rejected: nothing is done about it. To take it up again, put it on another meeting.',
  );

/** 対応を割り当てた時: the assignment of the action that the command names. */
const assignmentOf = ({ assignedAt }: Action): Earlier<AgendaItem> => ({
  ja: '対応を割り当てた時',
  en: 'the assignment of the action',
  at: () => assignedAt,
});

/** For an action that is done: who checks its effect, and when that one works. */
export interface Completing {
  readonly opening: Opening;
  readonly rules: AgendaRules;
}

export function complete(
  { type, action: id }: CompleteAction,
  item: AgendaItem,
  given: Circumstances<Completing>,
): AgendaItemEvent[] {
  const { status, issue, actions, area, seats } = item;
  const { found, occurredAt, now, records } = given;
  const action = actions[id];
  if (!action) throw notFound('action', '対応');
  if (action.done) throw invalidState(type, status);
  inOrder({ after: [assignmentOf(action)], daysAfter: {}, path: 'occurredAt' }, {}, item, given);
  const open = Object.values(actions).filter(({ done }) => !done).length;
  const { checkOn } = action;
  const doneOn = dateIn(occurredAt);
  const plan =
    checkOn === undefined
      ? undefined
      : checkOwed({
          instance: instanceOf(action),
          owedBy: checkerOf(item, action),
          on: checkOn < doneOn ? doneOn : checkOn,
          opening: found.opening,
          area,
          seats,
          now,
          rules: found.rules,
        });
  const reportRef = records['action_report'];
  return [
    {
      type: 'ActionCompleted',
      payload: {
        issue,
        action: id,
        open: open - 1,
        ...(reportRef !== undefined && { reportRef }),
        ...(plan && { plan }),
      },
    },
    ...(isProposed(item) && open === 1 && Object.values(actions).every(isUnmeasured)
      ? [{ type: 'AgendaItemClosed', payload: { issue, effect: 'unknown' } } as const]
      : []),
  ];
}

/** Of what was proposed nothing is counted; its effect is looked at only where somebody named a day. */
const isUnmeasured = ({ checkOn }: Action): boolean => checkOn === undefined;

/** Who checks what became of it: the council's secretariat, else whoever has assigned it. */
export const checkerOf = ({ seats }: AgendaItem, { assignedBy, ownerOrganization }: Action): string =>
  seats?.secretariat ?? assignedBy ?? ownerOrganization;

const instanceOf = ({ duty }: Action): string => duty.split('#')[1] ?? '1';

/** What was counted before and after; null while too little time has passed. */
export interface Checking {
  readonly rules: AgendaRules;
  readonly measured: Measured | null;
}

/** 効果を確かめる. Without a judgment the numbers speak. */
export function check(
  { type, action: id, effect }: CheckEffect,
  item: AgendaItem,
  { found, records }: Circumstances<Checking>,
): AgendaItemEvent[] {
  const action = item.actions[id];
  if (!action) throw notFound('action', '対応');
  if (!action.done) throw notDone();
  if (action.effect !== undefined && item.status !== 'ACTIONING') throw invalidState(type, item.status);
  return checked(id, action, item, found, { effect, noteRef: records['effect_note'] ?? null, judged: true });
}

/** Nobody has judged it in time. */
export function judge(
  { instance }: JudgeEffect,
  item: AgendaItem,
  { found }: Circumstances<Checking>,
): AgendaItemEvent[] {
  const [id, action] = actionAt(item, instance) ?? [];
  if (id === undefined || !action?.done || action.effect !== undefined) return [];
  return checked(id, action, item, found, { effect: undefined, noteRef: null, judged: false });
}

/** The action that an obligation of this instance is about. */
export const actionAt = ({ actions }: AgendaItem, instance: string): [string, Action] | undefined =>
  Object.entries(actions).find(([, action]) => instanceOf(action) === instance);

function checked(
  id: string,
  action: Action,
  item: AgendaItem,
  { measured, rules }: Checking,
  said: { readonly effect: Effect | undefined; readonly noteRef: string | null; readonly judged: boolean },
): AgendaItemEvent[] {
  const { issue, actions, key, level, areaId } = item;
  const counted = measured ? effectOf(measured.asNow, action.target, rules) : 'unknown';
  const effect = said.effect ?? counted;
  const { noteRef, judged } = said;
  const event: AgendaItemEvent = {
    type: 'EffectChecked',
    payload: { issue, action: id, effect, counted, measured, judged, noteRef },
  };
  const all = Object.entries(actions).flatMap(([each, one]) =>
    one.settled ? [] : [each === id ? { ...one, effect } : one],
  );
  if (item.status !== 'ACTIONING' || all.some((one) => !one.done || one.effect === undefined)) return [event];
  const whole = overall(all.flatMap((one) => one.effect ?? []));
  return [
    event,
    { type: 'AgendaItemEvaluated', payload: { issue, effect: whole, key, level, areaId } },
    // What did not move comes before the council again by itself.
    { type: whole === 'ineffective' ? 'AgendaItemReopened' : 'AgendaItemClosed', payload: { issue, effect: whole } },
  ];
}

const notDone = () =>
  new DomainError(
    'conflict',
    'action_not_done',
    'この対応はまだ終わっていません。終えたことを記録してから、効果を確かめてください。',
    'This action is not done yet. Record that it is done, then check its effect.',
  );

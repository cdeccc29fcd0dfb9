import { Injectable } from '@nestjs/common';
import { Heads, type Ask } from '#cases';
import { Directory, RuleBook } from '#directory';
import {
  atMinute,
  dateIn,
  faultsOfRule,
  OFFICE_HOURS,
  plusDays,
  type AreaRef,
  type FieldError,
  type Instant,
} from '#kernel';
import { People } from '#obligations';
import type {
  AssignAction,
  CheckEffect,
  CompleteAction,
  DecideAgendaItem,
  DraftAgendaItem,
  ProposeAgendaItem,
  RuleChange,
  ScheduleAgendaItem,
} from '../domain/agenda-item.commands.js';
import type { AgendaItem, Action } from '../domain/agenda-item.js';
import type { Assigning, State } from '../domain/agenda-item.state.js';
import { AGENDA_CONTEXT, type AgendaRules } from '../domain/agenda.rules.js';
import { seatsOf, type Council } from '../domain/council.js';
import { actionAt, checkerOf, type Checking, type Completing } from '../domain/decide/action.js';
import type { Deciding, Proposing, Seated } from '../domain/decide/meeting.js';
import type { MeetingSeen, Scheduling } from '../domain/decide/schedule.js';
import { windowsOf, type Measured } from '../domain/effect.js';
import { seenByItems, type Meeting } from '../domain/meeting.js';
import { Councils } from './councils.js';
import { SignalCounts } from './signal-counts.js';

/** Looks up councils and their meetings, the calendar of who is to act, the area's rules, and what signals say. */
@Injectable()
export class AgendaLookUps {
  constructor(
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly people: People,
    private readonly councils: Councils,
    private readonly counts: SignalCounts,
  ) {}

  /** Where a draft goes: an item that is there already asks nobody. */
  async drafting(
    { council, level, areaId }: DraftAgendaItem,
    state: State,
    { prefecture }: Ask<unknown>,
  ): Promise<Seated | undefined> {
    if (state && state.status !== 'DROPPED') return undefined;
    if (council === undefined) {
      const found = await this.councils.receiving(prefecture, level, areaId);
      return found && { id: found.id, seats: seatsOf(found.council) };
    }
    const found = await this.councils.find(prefecture, council);
    return found && { id: council, seats: seatsOf(found) };
  }

  async proposing({ council: id }: ProposeAgendaItem, { prefecture, actor }: Ask<unknown>): Promise<Proposing> {
    const council = await this.councils.named(prefecture, id, 'council');
    return { ...placed(prefecture, id, council), isOwn: await this.councils.isOwn(prefecture, council, actor) };
  }

  async scheduling(
    { meeting }: ScheduleAgendaItem,
    { meeting: on }: AgendaItem,
    { prefecture }: Ask<unknown>,
  ): Promise<Scheduling> {
    const [wanted, present] = await Promise.all([this.meeting(prefecture, meeting), this.meeting(prefecture, on)]);
    return { ...(wanted && { wanted }), ...(present && { present }) };
  }

  async discussing(item: AgendaItem, ask: Ask<unknown>, now: Instant): Promise<Deciding> {
    const rules = await this.inForce(item.area, ask, now);
    const present = await this.meeting(ask.prefecture, item.meeting);
    return { rules, areas: [], ruleFaults: [], ...(present && { present }) };
  }

  async deciding(
    { decision, toCouncil, rule }: DecideAgendaItem,
    item: AgendaItem,
    ask: Ask<unknown>,
    now: Instant,
  ): Promise<Deciding> {
    const { prefecture } = ask;
    const { council: id, areaId } = item;
    const [found, own] = await Promise.all([this.discussing(item, ask, now), this.councils.find(prefecture, id)]);
    const to = decision === 'escalate' ? own?.parent : toCouncil;
    const next = decision === 'continue_next' ? await this.nextMeeting(prefecture, item) : undefined;
    return {
      ...found,
      areas: own?.areas ?? [areaId],
      ruleFaults: rule ? this.faultsOf(rule) : [],
      ...(to !== undefined && { to: placed(prefecture, to, await this.councils.named(prefecture, to, 'toCouncil')) }),
      ...(next && { next }),
    };
  }

  async assigning(
    { ownerOrganization }: AssignAction,
    item: AgendaItem,
    ask: Ask<unknown>,
    now: Instant,
  ): Promise<Assigning> {
    const { prefecture } = ask;
    const rules = await this.inForce(item.area, ask, now);
    const { kind, opening } = await this.directory.organization(prefecture, ownerOrganization, 'ownerOrganization');
    const until = dateIn(item.decidedAt ?? now);
    const window = {
      from: atMinute(plusDays(until, -rules.effectLongestDays), 0),
      before: atMinute(until, 0),
      knownAt: now,
    };
    const [baseline] = item.key === '' ? [] : await this.counts.of(prefecture, item, [window]);
    return { kind, opening, rules, ...(baseline !== undefined && { baseline }) };
  }

  async completing(
    { action: id }: CompleteAction,
    item: AgendaItem,
    ask: Ask<unknown>,
    now: Instant,
  ): Promise<Completing> {
    const rules = await this.inForce(item.area, ask, now);
    const action = item.actions[id];
    const opening =
      action?.checkOn === undefined
        ? OFFICE_HOURS
        : await this.directory.openingOf(ask.prefecture, checkerOf(item, action));
    return { rules, opening };
  }

  checking({ action }: CheckEffect, item: AgendaItem, ask: Ask<unknown>, now: Instant): Promise<Checking> {
    return this.measuring(item.actions[action], item, ask, now);
  }

  judging(instance: string, item: AgendaItem, ask: Ask<unknown>, now: Instant): Promise<Checking> {
    return this.measuring(actionAt(item, instance)?.[1], item, ask, now);
  }

  /** Before and after, as one knew it at the time and as one knows it now. */
  private async measuring(
    action: Action | undefined,
    item: AgendaItem,
    ask: Ask<unknown>,
    now: Instant,
  ): Promise<Checking> {
    const rules = await this.inForce(item.area, ask, now);
    const { decidedAt } = item;
    if (action?.doneAt === undefined || decidedAt === undefined || item.key === '') return { rules, measured: null };
    const today = dateIn(ask.occurredAt ?? now);
    const { checkOn = today } = action;
    const on = checkOn > dateIn(action.doneAt) && checkOn < today ? checkOn : today;
    const windows = windowsOf({ decidedAt, doneAt: action.doneAt, on }, rules);
    if (!windows) return { rules, measured: null };
    const { earlier, later } = windows;
    const [a = 0, b = 0, c = 0, d = 0] = await this.counts.of(ask.prefecture, item, [
      { ...earlier, knownAt: decidedAt },
      { ...later, knownAt: later.before },
      { ...earlier, knownAt: now },
      { ...later, knownAt: now },
    ]);
    const measured: Measured = {
      ...windows,
      asThen: { earlier: a, later: b },
      asNow: { earlier: c, later: d },
    };
    return { rules, measured };
  }

  private async inForce(area: AreaRef, { prefecture, occurredAt, occurredOn }: Ask<unknown>, now: Instant) {
    const on = occurredOn ?? dateIn(occurredAt ?? now);
    return (await this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, area, on)).values;
  }

  private async meeting(prefecture: string, id: string | undefined): Promise<MeetingSeen | undefined> {
    if (id === undefined) return undefined;
    const found = (await this.heads.of<Meeting>(prefecture, 'meeting', [id])).get(id);
    return found && seenByItems(id, found);
  }

  /** The next meeting of its council that can still take an item up. */
  private async nextMeeting(prefecture: string, { council, meeting, meetingOn = '' }: AgendaItem) {
    const known = await this.heads.where<Meeting>(prefecture, 'meeting', { council });
    const [next] = known
      .filter(
        ({ id, state: { on, status } }) =>
          id !== meeting && on > meetingOn && (status === 'PLANNED' || status === 'CALLED'),
      )
      .toSorted((a, b) => a.state.on.localeCompare(b.state.on));
    return next && { id: next.id, on: next.state.on };
  }

  /** What is wrong with the rule values that a council agrees on: it learns so at once, and not after its meeting. */
  private faultsOf({ context, values }: RuleChange): FieldError[] {
    const stated = this.rules.stated(context);
    if (!stated)
      return [
        {
          path: 'rule.context',
          code: 'unknown_rule',
          ja: 'この名前のルールはありません。',
          en: 'There are no rules of that name.',
        },
      ];
    return Object.entries(values).flatMap(([key, value]) => {
      const path = `rule.values.${key.slice(0, 60)}`;
      const bound = Object.hasOwn(stated.bounds, key) ? stated.bounds[key] : undefined;
      return bound
        ? faultsOfRule(path, value, bound)
        : [{ path, code: 'unknown_rule', ja: 'この項目はありません。', en: 'There is no such rule.' }];
    });
  }
}

/** A council as a place for an item: its area is the one that all of its areas have in common. */
const placed = (prefecture: string, id: string, council: Council): Omit<Proposing, 'isOwn'> & { isOwn: true } => {
  const { level, area, areas } = council;
  const common = [area.municipalityId, area.homeCareAreaId, area.secondaryAreaId, area.tertiaryAreaId, prefecture];
  const [only] = areas;
  const areaId = areas.length === 1 && only !== undefined ? only : (common.find((each) => each !== '') ?? prefecture);
  return { id, seats: seatsOf(council), level, areaId, area, isOwn: true };
};

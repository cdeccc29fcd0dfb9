import { Injectable } from '@nestjs/common';
import { Accounts, type Caller, type Named } from '#access';
import { Heads, Kinds } from '#cases';
import { Directory } from '#directory';
import { can } from '#kernel';
import type { Queryable } from '#platform';
import type { AgendaItem } from '../domain/agenda-item.js';
import type { ActionShown, AgendaItemShown, MeetingListed, PositionShown } from '../http/read.dto.js';
import type { Meeting } from '../domain/meeting.js';
import { ItemTexts } from './item-texts.js';
import { seenHeads, type SeenHead } from './seen.js';

export interface SeenItem {
  readonly id: string;
  readonly item: AgendaItem;
  readonly commands: readonly string[];
}

const ITEM_TEXTS = [
  'agenda_title',
  'agenda_note',
  'position_note',
  'discussion',
  'decision_reason',
  'action',
  'action_report',
] as const;

/** Items of councils as a reader sees them, with the names and texts that belong to them. */
@Injectable()
export class Shown {
  constructor(
    private readonly heads: Heads,
    private readonly kinds: Kinds,
    private readonly directory: Directory,
    private readonly accounts: Accounts,
    private readonly texts: ItemTexts,
  ) {}

  /** Heads of a kind that the reader sees, each in today's shape. */
  async seen<State>(
    tx: Queryable,
    caller: Caller,
    kind: string,
    wanted: { readonly ids?: readonly string[]; readonly council?: string } = {},
  ): Promise<{ head: SeenHead; state: State }[]> {
    const sight = this.kinds.sightOf(caller.actor.role)[kind] ?? [];
    const found = await seenHeads(tx, caller, kind, sight, wanted);
    return Promise.all(
      found.map(async (head) => ({ head, state: (await this.heads.today(caller.prefecture, head)) as State })),
    );
  }

  commandsOf({ actor }: Caller, { kind, relations, now }: SeenHead, state: unknown): string[] {
    return this.kinds.commandsNow(kind, actor, relations, state, now);
  }

  async items(
    tx: Queryable,
    caller: Caller,
    wanted: { readonly ids?: readonly string[]; readonly council?: string },
  ): Promise<SeenItem[]> {
    const found = await this.seen<AgendaItem>(tx, caller, 'agenda_item', wanted);
    return found.map(({ head, state }) => ({
      id: head.stream,
      item: state,
      commands: this.commandsOf(caller, head, state),
    }));
  }

  async names({ prefecture }: Caller, ids: readonly (string | undefined)[]): Promise<(id: string) => Named> {
    const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
    const [organizations, areaName, people] = await Promise.all([
      this.directory.organizations(prefecture, wanted),
      this.directory.areaNames(prefecture),
      this.accounts.of(prefecture, { before: true }),
    ]);
    const users = new Map(people.map(({ userId, name }) => [userId, name]));
    return (id) => ({ id, name: organizations.get(id)?.name ?? users.get(id) ?? areaName(id) });
  }

  /** As they stand on a page, without a place on an agenda. */
  async shown(caller: Caller, purpose: string, items: readonly SeenItem[]): Promise<Map<string, AgendaItemShown>> {
    const organizations = items.flatMap(({ item }) => [
      ...Object.values(item.actions).map(({ ownerOrganization }) => ownerOrganization),
      ...(item.seats?.members ?? []).map(({ organization }) => organization),
    ]);
    const [nameOf, textOf] = await Promise.all([
      this.names(caller, organizations),
      this.texts.of(
        caller,
        purpose,
        // A title was written where the item was proposed first.
        items.flatMap(({ id, item }) => [id, ...item.origins]),
        ITEM_TEXTS,
      ),
    ]);
    const counts = can(caller.actor.role, 'counts_reading');
    const one = ({ id, item, commands }: SeenItem): AgendaItemShown => ({
      id,
      number: item.number ?? null,
      parent: null,
      minutes: null,
      startsAt: null,
      title: textOf(item.titleRef),
      key: item.key,
      level: item.level,
      area: nameOf(item.areaId),
      category: item.category ?? null,
      state: item.status,
      signals: counts ? item.signals : null,
      distinctCases: counts ? item.distinctCases : null,
      continued: item.continued,
      flagged: item.flagged,
      positions: (item.seats?.members ?? []).map(({ organization, body }): PositionShown => {
        const heard = item.positions.find((each) => each.organization === organization && each.body === body);
        return {
          organization: nameOf(organization),
          body,
          stance: heard?.stance ?? null,
          note: textOf(heard?.noteRef),
        };
      }),
      note: textOf(item.noteRef),
      discussion: textOf(item.discussionRef),
      decision: item.decision ?? null,
      reason: textOf(item.reasonRef),
      actions: inOrderOfAssignment(item.actions).map(
        ([action, { ownerOrganization, whatRef, reportRef, dueOn, checkOn, done, effect }]): ActionShown => ({
          id: action,
          what: textOf(whatRef),
          owner: nameOf(ownerOrganization),
          mine: ownerOrganization === caller.actor.orgId,
          dueOn,
          checkOn: checkOn ?? null,
          done,
          report: textOf(reportRef),
          effect: effect ?? null,
        }),
      ),
      commands: [...commands],
    });
    return new Map(items.map((each) => [each.id, one(each)]));
  }
}

/** As they were assigned; by their keys they come back from the database in any order. */
const inOrderOfAssignment = (actions: AgendaItem['actions']) =>
  Object.entries(actions).toSorted(([, a], [, b]) => a.duty.localeCompare(b.duty, 'en', { numeric: true }));

export const meetingListed = (id: string, { status, on, startsAt, place, agenda }: Meeting): MeetingListed => ({
  id,
  state: status,
  on,
  startsAt,
  place: place ?? null,
  items: agenda.length,
});

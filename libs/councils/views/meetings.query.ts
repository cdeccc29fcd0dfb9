import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { notFound, plusDays } from '#kernel';
import { Databases } from '#platform';
import type { Meeting } from '../domain/meeting.js';
import type { AgendaItemShown, MeetingShown, OwnAction } from '../http/read.dto.js';
import { Councils } from '../commands/councils.js';
import { calendarOf } from './calendar.js';
import { ItemTexts } from './item-texts.js';
import { meetingListed, Shown } from './shown.js';

const DRAFTS: readonly string[] = ['DRAFTED', 'POSITIONED'];

/** 会議の画面: one meeting with all that its pages need, so that each is one look. */
@Injectable()
export class Meetings {
  constructor(
    private readonly databases: Databases,
    private readonly shown: Shown,
    private readonly texts: ItemTexts,
    private readonly councils: Councils,
  ) {}

  /** @throws not_found for a meeting of others, as for one that does not exist. */
  async of(caller: Caller, id: string): Promise<MeetingShown> {
    const { found, items } = await this.databases.reading(caller.prefecture, async (tx) => {
      const [meeting] = await this.shown.seen<Meeting>(tx, caller, 'meeting', { ids: [id] });
      if (!meeting) throw notFound('meeting', '会議');
      const ofCouncil = await this.shown.items(tx, caller, { council: meeting.state.council });
      return { found: meeting, items: ofCouncil };
    });
    const { head, state } = found;
    const here = new Set(state.agenda.map(({ item }) => item));
    const wanted = items.filter(({ id: item, item: { status } }) => here.has(item) || DRAFTS.includes(status));
    const [shown, nameOf, textOf, council] = await Promise.all([
      this.shown.shown(caller, 'meeting', wanted),
      this.shown.names(
        caller,
        state.seats.members.map(({ organization }) => organization),
      ),
      this.texts.of(caller, 'meeting', [id], ['minutes']),
      this.councils.find(caller.prefecture, state.council),
    ]);
    const starts = startsOf(state);
    const agenda = state.agenda.flatMap(({ item, number, parent, minutes }): AgendaItemShown[] => {
      const one = shown.get(item);
      if (!one) return [];
      const startsAt = starts.get(item) ?? null;
      return [Object.assign(one, { number, parent: parent ?? null, minutes: minutes ?? null, startsAt })];
    });
    return Object.assign(meetingListed(id, state), {
      council: { id: state.council, name: council?.name ?? '' },
      level: state.level,
      agendaClosesOn: plusDays(state.on, -state.agendaCloseDays),
      materialsOn: plusDays(state.on, -state.materialDays),
      agendaVersion: state.agendaVersion,
      agenda,
      candidates: [...shown.values()].filter((item) => !here.has(item.id)),
      attendance: state.seats.members.map(({ organization, body }) => ({
        organization: nameOf(organization),
        body,
        presence:
          state.attendance.find((each) => each.organization === organization && each.body === body)?.presence ?? null,
      })),
      minutesText: textOf(state.minutesRef),
      commands: this.shown.commandsOf(caller, head, state),
      now: head.now,
    });
  }

  /** 招集の .ics. */
  async invitation(caller: Caller, id: string): Promise<string> {
    const found = await this.databases.reading(caller.prefecture, async (tx) => {
      const [meeting] = await this.shown.seen<Meeting>(tx, caller, 'meeting', { ids: [id] });
      return meeting;
    });
    if (!found) throw notFound('meeting', '会議');
    const council = await this.councils.find(caller.prefecture, found.state.council);
    return calendarOf(id, found.state, council?.name ?? '', { version: found.head.version, now: found.head.now });
  }

  /** What the reader's own organization has been asked to do, soonest first; what is done last. */
  async ownActions(caller: Caller): Promise<OwnAction[]> {
    const { prefecture, actor } = caller;
    const items = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string }>({
        name: 'items-with-own-actions',
        text: `SELECT stream AS id FROM stream_head
                WHERE prefecture = $1 AND kind = 'agenda_item' AND relations -> 'owner' ? $2 LIMIT 500`,
        values: [prefecture, actor.orgId],
      });
      return this.shown.items(tx, caller, { ids: rows.map(({ id }) => id) });
    });
    const shown = await this.shown.shown(caller, 'own_actions', items);
    return [...shown.values()]
      .flatMap(({ actions, id: item, title, key, level, area, decision, reason }) =>
        actions
          .filter(({ mine }) => mine)
          .map((action): OwnAction => Object.assign(action, { item, title, key, level, area, decision, reason })),
      )
      .toSorted((a, b) => Number(a.done) - Number(b.done) || a.dueOn.localeCompare(b.dueOn));
  }
}

/** When each item begins, by the time that those before it are given; unknown after one that is given none. */
function startsOf({ agenda, startsAt }: Meeting): ReadonlyMap<string, string> {
  let at: number | undefined = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5));
  const starts = new Map<string, string>();
  const isAbove = (item: string) => agenda.some(({ parent }) => parent === item);
  const two = (n: number) => String(n).padStart(2, '0');
  for (const { item, minutes } of agenda.toSorted((a, b) => compare(a.number, b.number))) {
    if (at === undefined) break;
    starts.set(item, `${two(Math.floor(at / 60) % 24)}:${two(at % 60)}`);
    // What is talked about under an item has its own time; without one of its own the item takes none.
    at = minutes === undefined ? (isAbove(item) ? at : undefined) : at + minutes;
  }
  return starts;
}

const compare = (a: string, b: string): number => {
  const [one = [], other = []] = [a, b].map((number) => number.split('.').map(Number));
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
};

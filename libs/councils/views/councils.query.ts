import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Directory } from '#directory';
import { dateIn, notFound, type LocalDate } from '#kernel';
import { Databases, type Queryable } from '#platform';
import { warningsOf, type Council } from '../domain/council.js';
import { categoriesOf } from '../domain/council.terms.js';
import type { Meeting } from '../domain/meeting.js';
import type { AreaChoice, CouncilListed, CouncilShown, MeetingListed } from '../http/read.dto.js';
import { meetingListed, Shown, type SeenItem } from './shown.js';

interface OfCouncil {
  readonly id: string;
  readonly council: Council;
  readonly meetings: readonly MeetingListed[];
  readonly items: readonly SeenItem[];
  readonly today: LocalDate;
}

const ENDED: readonly string[] = ['CLOSED', 'EVALUATED', 'DROPPED'];
const AHEAD: readonly string[] = ['PLANNED', 'CALLED', 'MATERIALS_SENT'];

/** 会議体の一覧と一つの会議体: those that the reader stands at, or whose areas are his. */
@Injectable()
export class CouncilsView {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly shown: Shown,
  ) {}

  async all(caller: Caller): Promise<CouncilListed[]> {
    const { councils, meetings, items } = await this.databases.reading(caller.prefecture, async (tx) => ({
      councils: await this.shown.seen<Council>(tx, caller, 'council'),
      meetings: await this.meetings(tx, caller),
      items: await this.shown.items(tx, caller, {}),
    }));
    const listed = councils.map(({ head, state }) => ({
      id: head.stream,
      council: state,
      meetings: meetings.filter(({ council }) => council === head.stream).map(({ meeting }) => meeting),
      items: items.filter(({ item }) => item.council === head.stream),
      today: dateIn(head.now),
    }));
    const list = await this.listed(caller, listed);
    return list.toSorted((a, b) => a.name.localeCompare(b.name, 'ja'));
  }

  /** @throws not_found for a council of others, as for one that does not exist. */
  async of(caller: Caller, id: string): Promise<CouncilShown> {
    const { found, meetings, items, others } = await this.databases.reading(caller.prefecture, async (tx) => {
      const [one] = await this.shown.seen<Council>(tx, caller, 'council', { ids: [id] });
      if (!one) throw notFound('council', '会議体');
      const { parent } = one.state;
      return {
        found: one,
        meetings: await this.meetings(tx, caller, id),
        items: await this.shown.items(tx, caller, { council: id }),
        others: await this.shown.seen<Council>(tx, caller, 'council', { ids: parent === undefined ? [] : [parent] }),
      };
    });
    const { head, state } = found;
    const ofIt = meetings.map(({ meeting }) => meeting).toSorted((a, b) => b.on.localeCompare(a.on));
    const [listed] = await this.listed(caller, [
      { id, council: state, meetings: ofIt, items, today: dateIn(head.now) },
    ]);
    if (!listed) throw notFound('council', '会議体');
    const shown = await this.shown.shown(caller, 'council', items);
    const [parent] = others;
    return Object.assign(listed, {
      parent: parent ? { id: parent.head.stream, name: parent.state.name } : null,
      agendaCloseDays: state.agendaCloseDays,
      materialDays: state.materialDays,
      meetings: ofIt,
      items: [...shown.values()],
      categories: [...categoriesOf(state.level)],
      commands: this.shown.commandsOf(caller, head, state),
    });
  }

  /** The areas of the prefecture that a council can stand for, widest first. */
  async areas({ prefecture }: Caller): Promise<AreaChoice[]> {
    const { areas } = await this.directory.tree(prefecture);
    const order = ['prefecture', 'secondary_area', 'home_care_area', 'municipality'];
    return Object.values(areas)
      .filter(({ level }) => order.includes(level))
      .map(({ id, name, level }) => ({ id, name, level }))
      .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  }

  private async meetings(tx: Queryable, caller: Caller, council?: string) {
    const found = await this.shown.seen<Meeting>(tx, caller, 'meeting', council === undefined ? {} : { council });
    return found.map(({ head, state }) => ({ council: state.council, meeting: meetingListed(head.stream, state) }));
  }

  private async listed(caller: Caller, councils: readonly OfCouncil[]): Promise<CouncilListed[]> {
    const { prefecture } = caller;
    const involved = councils.flatMap(({ council: { secretariat, members } }) => [
      secretariat,
      ...members.map(({ organization }) => organization),
    ]);
    const [nameOf, organizations] = await Promise.all([
      this.shown.names(caller, involved),
      this.directory.organizations(prefecture, [...new Set(involved)]),
    ]);
    return councils.map(({ id, council, meetings, items, today }): CouncilListed => {
      const { name, level, types, areas, secretariat, chairMedical, chairAdministrative, members } = council;
      const [next] = meetings
        .filter(({ on, state }) => on >= today && AHEAD.includes(state))
        .toSorted((a, b) => a.on.localeCompare(b.on));
      return {
        id,
        name,
        level,
        types: [...types],
        areas: areas.map(nameOf),
        secretariat: nameOf(secretariat),
        chairMedical: chairMedical === undefined ? null : nameOf(chairMedical),
        chairAdministrative: chairAdministrative === undefined ? null : nameOf(chairAdministrative),
        members: members.map(({ organization, body }) => ({ organization: nameOf(organization), body })),
        warnings: warningsOf(council, organizations.get(secretariat)?.kind ?? ''),
        next: next ?? null,
        openItems: items.filter(({ item }) => !ENDED.includes(item.status)).length,
      };
    });
  }
}

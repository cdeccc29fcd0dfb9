import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Directory } from '#directory';
import { IssuesToSee } from '#issues';
import { can, dateIn, dutyKey } from '#kernel';
import { restored, type StoredObligation } from '#obligations';
import { Databases, type Queryable } from '#platform';
import { answersFor, TO_THE_CHAIRS } from '../domain/agenda-item.obligations.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import type { Council } from '../domain/council.js';
import { homeOf, type HomeFacts, type Line } from '../domain/home.js';
import type { Meeting } from '../domain/meeting.js';
import type { Home, HomeLine, NextMeeting } from '../http/home.dto.js';
import { ItemTexts } from './item-texts.js';
import { PacksOfItems } from './packs-of-items.js';
import { meetingListed, Shown } from './shown.js';

/** 会議のホーム: what a person's councils wait for, in one look. */
@Injectable()
export class Homes {
  constructor(
    private readonly databases: Databases,
    private readonly shown: Shown,
    private readonly issues: IssuesToSee,
    private readonly packs: PacksOfItems,
    private readonly texts: ItemTexts,
    private readonly directory: Directory,
  ) {}

  async of(caller: Caller): Promise<Home> {
    const { facts, issues, now } = await this.databases.reading(caller.prefecture, async (tx) => ({
      facts: await this.facts(tx, caller),
      issues: await this.issues.of(tx, caller),
      now: await this.databases.now(),
    }));
    const { next, lines } = homeOf({ ...facts, today: dateIn(now) });
    const councils = new Map(facts.councils.map(({ id, council }) => [id, council]));
    const meetings = new Map(facts.meetings.map(({ id, meeting }) => [id, meeting]));
    const items = new Map(facts.items.map(({ id, item }) => [id, item]));
    const nameOf = await this.shown.names(
      caller,
      [...councils.values()].map(({ secretariat }) => secretariat),
    );
    const textOf = await this.texts.of(
      caller,
      'home',
      lines.flatMap(({ item }) => (item === null ? [] : [item, ...(items.get(item)?.origins ?? [])])),
      ['agenda_title'],
    );
    const named = (id: string) => ({ id, name: councils.get(id)?.name ?? '' });
    const lineOf = ({ council, item, ...line }: Line): HomeLine => {
      const about = item === null ? undefined : items.get(item);
      const constituted = council === null ? undefined : councils.get(council);
      return {
        ...line,
        item,
        council: council === null ? null : named(council),
        by: constituted && IS_OF_SECRETARIAT(line.task) ? nameOf(constituted.secretariat).name : null,
        title: textOf(about?.titleRef),
        key: about?.key ?? null,
      };
    };
    return {
      next: next.map(({ council, meeting }): NextMeeting => {
        const found = meeting === null ? undefined : meetings.get(meeting);
        return {
          council: named(council),
          meeting: meeting !== null && found ? meetingListed(meeting, found) : null,
        };
      }),
      lines: lines.map(lineOf),
      issues,
      now,
    };
  }

  private async facts(tx: Queryable, caller: Caller): Promise<Omit<HomeFacts, 'today'>> {
    const { role, orgId } = caller.actor;
    const councils = await this.shown.seen<Council>(tx, caller, 'council');
    const meetings = await this.shown.seen<Meeting>(tx, caller, 'meeting');
    const items = await this.shown.seen<AgendaItem>(tx, caller, 'agenda_item');
    const unfrozen = await this.packs.unfrozen(tx, caller);
    const { kind = '' } = (await this.directory.organizations(caller.prefecture, [orgId])).get(orgId) ?? {};
    return {
      organization: orgId,
      speaks: can(role, 'council_sitting') || can(role, 'council_work') || answersFor(kind, role),
      councilWork: can(role, 'council_work'),
      prefectureWork: can(role, 'prefecture_work'),
      regionReading: can(role, 'region_reading'),
      councils: councils.map(({ head, state }) => ({
        id: head.stream,
        council: state,
        relations: head.relations,
      })),
      meetings: meetings.map(({ head, state }) => ({ id: head.stream, meeting: state })),
      items: items.map(({ head, state }) => ({ id: head.stream, item: state })),
      unfrozen: new Set(unfrozen),
      escalated: await escalated(
        tx,
        caller,
        items.flatMap(({ head, state }) => (state.seats?.chairs.includes(caller.actor.userId) ? [head.stream] : [])),
      ),
    };
  }
}

/** What is not a chair's, a member's or an owner's own. */
const IS_OF_SECRETARIAT = (task: Line['task']): boolean =>
  !['action_overdue', 'position_missing', 'own_actions', 'minutes_unapproved'].includes(task);

async function escalated(tx: Queryable, { prefecture }: Caller, items: readonly string[]): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string; body: StoredObligation }>({
    name: 'actions-before-chairs',
    text: `SELECT case_id AS id, body FROM obligation
            WHERE prefecture = $1 AND case_id = ANY ($2::uuid[]) AND step = 'action' AND level >= $3
              AND state IN ('open', 'promised')`,
    values: [prefecture, items, TO_THE_CHAIRS],
  });
  return new Set(rows.map(({ id, body }) => `${id} ${dutyKey(restored(body).plan)}`));
}

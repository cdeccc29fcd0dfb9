import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { Caller } from '#access';
import { Boards, type Nameless } from '#boards';
import { onCallRosterKind, type OnCallRoster } from '#backup';
import { Cases } from '#cases';
import { agendaItemKind, type AgendaItem } from '#councils';
import { Directory } from '#directory';
import { DomainError, idOf, plusDays, dateIn, type AreaRef, type Instant } from '#kernel';
import { DEMO_ACCOUNTS } from './accounts.js';
import { meetingsAhead, townMatters } from './councils.js';
import { DemoDays } from './days.js';
import { deed, PREFECTURE, type Deed } from './deed.js';
import { ENDINGS } from './endings.js';
import { isStale, NEEDS } from './fresh.js';
import { rosterFrom } from './night-calls.js';
import { actor, type PersonName } from './people.js';

const NOWHERE: AreaRef = { tertiaryAreaId: '', secondaryAreaId: '', homeCareAreaId: '', municipalityId: '' };
/** The council of 旭川市 meets so many days from now. */
const NEXT_MEETING_DAYS = 9;
/** Rosters are written so far ahead. */
const ROSTER_AHEAD_DAYS = 7;

/**
 * The demo region goes on living however long ago it was made: whoever signs in finds what the hint of the account
 * promises, and what has lain for weeks is brought to its end. By commands of the region's own people, none of it written
 * past the log.
 */
export class DemoLife {
  private readonly cases: Cases;
  private readonly directory: Directory;
  private readonly boards: Boards;
  private readonly logger = new Logger(DemoLife.name);
  private last: Promise<void> = Promise.resolve();

  constructor(app: INestApplicationContext) {
    this.cases = app.get(Cases);
    this.directory = app.get(Directory);
    this.boards = app.get(Boards, { strict: false });
  }

  /** One after the other: two who sign in with one account at once find one offer, not two. */
  prepare(userId: string): Promise<void> {
    const account = DEMO_ACCOUNTS.find((each) => each.userId === userId);
    if (!account) return Promise.resolve();
    this.last = this.last
      .then(() => this.liveOn(account.person))
      // A visitor gets in whatever has become of the region.
      .catch((error: unknown) =>
        this.logger.error(`the demo region could not be brought up to today: ${(error as Error).message}`),
      );
    return this.last;
  }

  private async liveOn(person: PersonName): Promise<void> {
    await this.tidy();
    const { now, position, found } = await this.boardOf(person);
    const unmet = (NEEDS[person] ?? []).filter(({ met }) => !found.some((row) => met(row, now, person)));
    const days = new DemoDays(now);
    for (const { name, deeds } of unmet)
      await this.play(deeds(`${name} ${position}`, days), `${name} ${position}`, now);
  }

  /** What an administrator sees is everything. */
  private async tidy(): Promise<void> {
    const { now, position, found } = await this.boardOf('admin');
    const stale = new Map(
      found.filter((row) => isStale(row, now)).map(({ body }) => [body.about.id, body.about.kind] as const),
    );
    for (const [id, kind] of stale) {
      const state = (await this.directory.heads.of(PREFECTURE, kind, [id])).get(id);
      const ending = ENDINGS[kind];
      if (state && ending) await this.play(ending(state as never, id, now), `${id} ${position}`, now);
    }
    await this.calendar(now);
  }

  /** Somebody is on call, and the next meeting lies ahead. */
  private async calendar(now: Instant): Promise<void> {
    const days = new DemoDays(now);
    const rosters = await this.directory.heads.where<OnCallRoster>(PREFECTURE, onCallRosterKind.kind);
    const until = rosters
      .flatMap(({ state }) => state.shifts.map(({ to }) => to))
      .reduce((last, to) => (to > last ? to : last), '');
    const covered = until && dateIn(until) > days.on ? dateIn(until) : days.on;
    if (covered < plusDays(days.on, ROSTER_AHEAD_DAYS)) {
      let first = 0;
      while (days.day(first) < covered) first++;
      await this.play(rosterFrom(days, now, first, covered), covered, now);
    }
    await this.play(await meetingsAhead(days, now, this.directory), `meetings ${days.on}`, now);
    const { asahikawa } = townMatters();
    const item = (await this.directory.heads.of<AgendaItem>(PREFECTURE, agendaItemKind.kind, [asahikawa])).get(
      asahikawa,
    );
    if (item?.status === 'SCHEDULED' && (item.meetingOn ?? '') < days.on)
      await this.play(
        [
          deed(now, actor('asahikawaOfficer'), agendaItemKind, asahikawa, {
            type: 'ScheduleAgendaItem',
            meetingOn: days.day(NEXT_MEETING_DAYS),
          }),
        ],
        `meeting ${days.on}`,
        now,
      );
  }

  /** What cannot be done any more is left: somebody may have done it in the meantime. */
  private async play(deeds: readonly Deed[], story: string, now: Instant): Promise<void> {
    for (const [n, { at, by, done }] of deeds.entries()) {
      const key = idOf('demo-life', story, n);
      try {
        await done(
          this.cases,
          { prefecture: PREFECTURE, actor: by, key, ...(at < now && { occurredAt: at }) },
          this.directory,
        );
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }

  private boardOf(person: PersonName): Promise<Nameless> {
    const caller: Caller = { prefecture: PREFECTURE, actor: actor(person), area: NOWHERE };
    return this.boards.nameless(caller);
  }
}

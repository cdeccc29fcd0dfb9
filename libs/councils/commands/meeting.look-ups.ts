import { Injectable } from '@nestjs/common';
import { Heads, type Ask } from '#cases';
import { Directory, RuleBook } from '#directory';
import { dateIn, type Instant } from '#kernel';
import type { AgendaItem } from '../domain/agenda-item.js';
import { AGENDA_CONTEXT, type AgendaRules } from '../domain/agenda.rules.js';
import { seatsOf } from '../domain/council.js';
import type { Arranging, Convening, Planning } from '../domain/decide/hold.js';
import type { ArrangeAgenda, PlanMeeting } from '../domain/meeting.commands.js';
import type { Meeting } from '../domain/meeting.js';
import { Councils } from './councils.js';

const FREE: readonly string[] = ['DRAFTED', 'POSITIONED'];

/** Looks up who sits at the council, when its secretariat works, and which items can be put on an agenda. */
@Injectable()
export class MeetingLookUps {
  constructor(
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly councils: Councils,
  ) {}

  async planning({ council: id }: PlanMeeting, { prefecture, actor }: Ask<unknown>): Promise<Planning> {
    const council = await this.councils.named(prefecture, id, 'council');
    const { level, area, agendaCloseDays, materialDays } = council;
    const isOwn = await this.councils.isOwn(prefecture, council, actor);
    return { seats: seatsOf(council), level, area, agendaCloseDays, materialDays, isOwn };
  }

  async convening(
    { seats, area }: Meeting,
    { prefecture, occurredAt }: Ask<unknown>,
    now: Instant,
  ): Promise<Convening> {
    const on = dateIn(occurredAt ?? now);
    const [opening, rules] = await Promise.all([
      this.directory.openingOf(prefecture, seats.secretariat),
      this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, area, on),
    ]);
    return { opening, rules: rules.values };
  }

  async arranging({ entries }: ArrangeAgenda, { council }: Meeting, { prefecture }: Ask<unknown>): Promise<Arranging> {
    const items = await this.heads.of<AgendaItem>(
      prefecture,
      'agenda_item',
      entries.map(({ item }) => item),
    );
    const isFree = ({ status, council: of }: AgendaItem) => of === council && FREE.includes(status);
    return { free: [...items].flatMap(([id, item]) => (isFree(item) ? [id] : [])) };
  }
}

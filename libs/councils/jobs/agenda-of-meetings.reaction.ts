import { Injectable } from '@nestjs/common';
import { Cases, Heads } from '#cases';
import { idOf, type LocalDate, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { agendaItemKind, type AgendaItemCommand } from '../agenda-item.case.js';
import { meetingKind, type MeetingCommand } from '../meeting.case.js';
import type { AgendaItemScheduled, AgendaItemTakenOff } from '../domain/agenda-item.events.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import type {
  AgendaArranged,
  MeetingCalled,
  MeetingHeld,
  MeetingPlanned,
  MeetingPostponed,
  MinutesApproved,
} from '../domain/meeting.events.js';
import type { Meeting, MeetingStatus } from '../domain/meeting.js';

/** 開催前. */
const BEFORE: readonly MeetingStatus[] = ['PLANNED', 'CALLED', 'POSTPONED', 'MATERIALS_SENT'];

type Heard =
  | AgendaItemScheduled
  | AgendaItemTakenOff
  | AgendaArranged
  | MeetingPlanned
  | MeetingCalled
  | MeetingPostponed
  | MeetingHeld
  | MinutesApproved;

/**
 * An item and the agenda that it stands on are two streams, changed by whoever has one of them open: each follows the
 * other. What changes nothing is no fact, so that they come to rest.
 */
@Follows('councils.agenda-of-meetings')
@Injectable()
export class AgendaOfMeetings implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly heads: Heads,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    AgendaItemScheduled: async (event) => {
      const { meeting, movedFrom, number } = event.payload;
      const item = event.aggregate.id;
      if (movedFrom !== undefined) await this.tellMeeting(event, movedFrom, { type: 'DropItem', item });
      if (meeting !== undefined && number === undefined)
        await this.tellMeeting(event, meeting, { type: 'TakeUpItem', item });
    },
    AgendaItemTakenOff: (event) =>
      this.tellMeeting(event, event.payload.meeting, { type: 'DropItem', item: event.aggregate.id }),
    AgendaArranged: async (event) => {
      const meeting = event.aggregate.id;
      for (const item of event.payload.dropped) await this.tellItem(event, item, { type: 'TakeOffMeeting', meeting });
      await this.putOn(event);
    },
    MeetingPlanned: async (event) => {
      const { council, on } = event.payload;
      // 継続審議: what was put off with no next meeting in sight, or has to be looked at again, comes on the first that is planned.
      const known = await this.heads.where<AgendaItem>(event.prefecture, 'agenda_item', { council });
      for (const { id, state } of known)
        if ((state.continued > 0 || state.reopened) && (state.status === 'DRAFTED' || state.status === 'POSITIONED'))
          await this.tellItem(event, id, { type: 'PutOnMeeting', meeting: event.aggregate.id, meetingOn: on });
    },
    MeetingCalled: (event) => this.putOn(event),
    MeetingPostponed: (event) => this.putOn(event),
    // By letter it may be held before its day.
    MeetingHeld: (event) => (event.payload.inWriting ? this.putOn(event) : undefined),
    MinutesApproved: async (event) => {
      // Nothing is decided on it any more: what it did not come to is a draft again, and nothing is lost.
      const meeting = event.aggregate.id;
      for (const item of event.payload.items) await this.tellItem(event, item, { type: 'TakeOffMeeting', meeting });
    },
  };

  /** Each item learns its number and the day, as the meeting has them now. */
  private async putOn(event: Recorded): Promise<void> {
    const meeting = event.aggregate.id;
    const found = (await this.heads.of<Meeting>(event.prefecture, 'meeting', [meeting])).get(meeting);
    if (!found) return;
    const meetingOn: LocalDate = found.on;
    // Told late, when it has been held: what was put off there has left it, and does not come back to it.
    const left = !BEFORE.includes(found.status) ? await this.thoseNotOn(event, found) : new Set();
    for (const { item, number } of found.agenda)
      if (!left.has(item)) await this.tellItem(event, item, { type: 'PutOnMeeting', meeting, meetingOn, number });
  }

  private async thoseNotOn({ prefecture, aggregate }: Recorded, { agenda }: Meeting): Promise<Set<string>> {
    const ids = agenda.map(({ item }) => item);
    const items = await this.heads.of<AgendaItem>(prefecture, 'agenda_item', ids);
    return new Set(ids.filter((id) => items.get(id)?.meeting !== aggregate.id));
  }

  private tellItem(event: Recorded, id: string, command: AgendaItemCommand): Promise<unknown> {
    return this.cases.work(agendaItemKind, { ...told(event, id), id, command });
  }

  private tellMeeting(event: Recorded, id: string, command: MeetingCommand): Promise<unknown> {
    return this.cases.work(meetingKind, { ...told(event, id), id, command });
  }
}

const told = (event: Recorded, id: string) => ({
  prefecture: event.prefecture,
  job: 'agenda-of-meetings',
  key: idOf('agenda-of-meetings', event.eventId, id),
  causationId: event.eventId,
  occurredAt: event.occurredAt,
});

import { Injectable } from '@nestjs/common';
import { Cases, Heads } from '#cases';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { agendaItemKind } from '../agenda-item.case.js';
import { meetingKind } from '../meeting.case.js';
import type { CouncilMemberAppointed, CouncilRevised, MembershipEnded } from '../domain/council.events.js';
import { seatsOf, type Council } from '../domain/council.js';

type Heard = CouncilRevised | CouncilMemberAppointed | MembershipEnded;

/** Who sits at a council stands in each of its items and meetings, which say by it who may open them: they follow. */
@Follows('councils.seats')
@Injectable()
export class SeatsOfCouncils implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly heads: Heads,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    CouncilRevised: (event) => this.tell(event),
    CouncilMemberAppointed: (event) => this.tell(event),
    MembershipEnded: (event) => this.tell(event),
  };

  private async tell(event: Recorded<Heard>): Promise<void> {
    const { prefecture } = event;
    const council = event.aggregate.id;
    const found = (await this.heads.of<Council>(prefecture, 'council', [council])).get(council);
    if (!found) return;
    const seats = seatsOf(found);
    const items = await this.heads.where(prefecture, 'agenda_item', { council });
    for (const { id } of items)
      await this.cases.work(agendaItemKind, { ...told(event, id), id, command: { type: 'FollowCouncil', seats } });
    const meetings = await this.heads.where(prefecture, 'meeting', { council });
    for (const { id } of meetings)
      await this.cases.work(meetingKind, { ...told(event, id), id, command: { type: 'FollowSeats', seats } });
  }
}

const told = (event: Recorded, id: string) => ({
  prefecture: event.prefecture,
  job: 'seats',
  key: idOf('seats', event.eventId, id),
  causationId: event.eventId,
  occurredAt: event.occurredAt,
});

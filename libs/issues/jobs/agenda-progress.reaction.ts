import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type {
  ActionAssigned,
  ActionCompleted,
  AgendaItemContinued,
  AgendaItemDecided,
  AgendaItemDrafted,
  AgendaItemReopened,
  AgendaItemScheduled,
} from '#councils';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { regionalIssueKind } from '../issues.kinds.js';
import type { AgendaProgress } from '../domain/regional-issue.commands.js';

type Heard =
  | AgendaItemReopened
  | AgendaItemDrafted
  | AgendaItemScheduled
  | AgendaItemDecided
  | AgendaItemContinued
  | ActionAssigned
  | ActionCompleted;

/** The issue moves with its agenda item: drafted, on the agenda, decided, acted upon, watched. */
@Follows('issues.agenda-progress')
@Injectable()
export class AgendaProgressOfIssues implements Follower<Heard> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<Heard>['on'] = {
    AgendaItemDrafted: (event) => this.follow(event, 'DRAFTED'),
    AgendaItemScheduled: (event) => this.follow(event, 'ON_AGENDA'),
    AgendaItemDecided: (event) => this.follow(event, 'DECIDED'),
    AgendaItemContinued: (event) => this.follow(event, 'DRAFTED'),
    AgendaItemReopened: (event) => this.follow(event, 'DRAFTED'),
    ActionAssigned: (event) => this.follow(event, 'ACTIONING'),
    ActionCompleted: (event) => (event.payload.open === 0 ? this.follow(event, 'MONITORING') : undefined),
  };

  private follow(event: Recorded<Heard>, to: AgendaProgress): Promise<unknown> {
    return this.cases.work(regionalIssueKind, {
      prefecture: event.prefecture,
      id: event.payload.issue,
      command: { type: 'FollowAgenda', to, agendaItem: event.aggregate.id },
      job: 'agenda-progress',
      key: idOf('agenda-progress', event.eventId),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

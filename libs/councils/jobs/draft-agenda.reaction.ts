import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type {
  RegionalIssueEvidenceChanged,
  RegionalIssueRecurred,
  RegionalIssueReopened,
  RegionalIssueRolledUp,
} from '#issues';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { agendaItemKind, type AgendaItemCommand } from '../agenda-item.case.js';
import { agendaItemId, type Gathered } from '../domain/agenda-item.commands.js';

type Risen = RegionalIssueRecurred | RegionalIssueRolledUp | RegionalIssueReopened;
type Heard = Risen | RegionalIssueEvidenceChanged;

/** An issue that recurs, rises or comes back is put before the council of its area (議題案). Those below keep their own. */
@Follows('councils.draft-agenda')
@Injectable()
export class DraftAgenda implements Follower<Heard> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<Heard>['on'] = {
    RegionalIssueRecurred: (event) => this.draft(event),
    RegionalIssueRolledUp: (event) => this.draft(event),
    RegionalIssueReopened: (event) => this.draft(event),
    RegionalIssueEvidenceChanged: (event) => this.ask(event, { type: 'UpdateEvidence', ...gathered(event) }),
  };

  private draft(event: Recorded<Risen>): Promise<unknown> {
    const { key, level, areaId, area, episode } = event.payload;
    const issue = event.aggregate.id;
    return this.ask(event, { type: 'DraftAgendaItem', level, areaId, area, issue, episode, key, ...gathered(event) });
  }

  private ask(event: Recorded<Heard>, command: AgendaItemCommand): Promise<unknown> {
    return this.cases.work(agendaItemKind, {
      prefecture: event.prefecture,
      id: agendaItemId(event.aggregate.id, event.payload.episode),
      command,
      job: 'draft-agenda',
      key: idOf('draft-agenda', event.eventId),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

/** Counts only: which signals they are stays with the issue. */
const gathered = ({ payload: { evidence, children } }: Recorded<Heard>): Gathered => {
  const { signals, distinctCases, distinctOrganizations, municipalities } = evidence;
  return { evidence: { signals, distinctCases, distinctOrganizations, municipalities }, children };
};

import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory } from '#directory';
import type {
  RegionalIssueClosed,
  RegionalIssueDismissed,
  RegionalIssueEvidenceChanged,
  RegionalIssueMerged,
  RegionalIssueRecurred,
  RegionalIssueReopened,
  RegionalIssueRolledUp,
} from '#issues';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { agendaItemKind, type AgendaItemCommand } from '../agenda-item.case.js';
import { agendaItemId, type FollowIssueEnd, type Gathered } from '../domain/agenda-item.commands.js';
import type { AgendaItem } from '../domain/agenda-item.state.js';

type Risen = RegionalIssueRecurred | RegionalIssueRolledUp | RegionalIssueReopened;
type Ended = RegionalIssueDismissed | RegionalIssueClosed | RegionalIssueMerged;
type Heard = Risen | RegionalIssueEvidenceChanged | Ended;

/**
 * An issue that recurs, rises or comes back is put before the council of its area (議題案). Those below keep their own. What
 * was drafted leaves the table with an issue that no longer stands: one follower, so that none is dropped before it is drafted.
 */
@Follows('councils.draft-agenda')
@Injectable()
export class DraftAgenda implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    RegionalIssueRecurred: (event) => this.draft(event),
    RegionalIssueRolledUp: (event) => this.draft(event),
    RegionalIssueReopened: (event) => this.draft(event),
    RegionalIssueEvidenceChanged: (event) => this.ask(event, { type: 'UpdateEvidence', ...gathered(event) }),
    RegionalIssueDismissed: (event) => this.drop(event, 'dismissed'),
    RegionalIssueClosed: (event) => this.drop(event, 'closed'),
    RegionalIssueMerged: (event) => this.drop(event, 'merged'),
  };

  private draft(event: Recorded<Risen>): Promise<unknown> {
    const { key, level, areaId, area, episode } = event.payload;
    const issue = event.aggregate.id;
    return this.ask(event, { type: 'DraftAgendaItem', level, areaId, area, issue, episode, key, ...gathered(event) });
  }

  /** Of whichever episode: the end of an issue does not say which one it was in. */
  private async drop(event: Recorded<Ended>, because: FollowIssueEnd['because']): Promise<void> {
    const { heads } = this.directory;
    const items = await heads.where<AgendaItem>(event.prefecture, agendaItemKind.kind, { issue: event.aggregate.id });
    for (const { id } of items)
      await this.work(event, id, { type: 'FollowIssueEnd', because }, idOf('draft-agenda', event.eventId, id));
  }

  private ask(event: Recorded<Risen | RegionalIssueEvidenceChanged>, command: AgendaItemCommand): Promise<unknown> {
    const id = agendaItemId(event.aggregate.id, event.payload.episode);
    return this.work(event, id, command, idOf('draft-agenda', event.eventId));
  }

  private work(event: Recorded<Heard>, id: string, command: AgendaItemCommand, key: string): Promise<unknown> {
    return this.cases.work(agendaItemKind, {
      prefecture: event.prefecture,
      id,
      command,
      job: 'draft-agenda',
      key,
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

/** Counts only: which signals they are stays with the issue. */
const gathered = ({ payload: { evidence, children } }: Recorded<Risen | RegionalIssueEvidenceChanged>): Gathered => {
  const { signals, distinctCases, distinctOrganizations, municipalities } = evidence;
  return { evidence: { signals, distinctCases, distinctOrganizations, municipalities }, children };
};

import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import type { IssueSignalRaised } from '../domain/issue-signal.events.js';
import { issueReviewId } from '../domain/issue-types.js';
import { issueReviewKind } from '../issues.kinds.js';

/** A prefecture that has heard of a first signal looks at its issues every night from then on. */
@Follows('issues.begin-reviews')
@Injectable()
export class BeginReviews implements Follower<IssueSignalRaised> {
  /** Asked once while the process lives; asked again, it changes nothing. */
  private readonly begun = new Set<string>();

  constructor(private readonly cases: Cases) {}

  readonly on: Follower<IssueSignalRaised>['on'] = {
    IssueSignalRaised: (event) => (this.begun.has(event.prefecture) ? undefined : this.begin(event)),
  };

  private async begin({ prefecture, eventId }: Recorded): Promise<void> {
    await this.cases.work(issueReviewKind, {
      prefecture,
      id: issueReviewId(prefecture),
      command: { type: 'BeginIssueReviews' },
      job: 'begin-reviews',
      key: idOf('begin-reviews', prefecture),
      causationId: eventId,
    });
    this.begun.add(prefecture);
  }
}

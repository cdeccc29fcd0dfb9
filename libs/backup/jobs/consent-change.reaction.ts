import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory, type ConsentChange } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { backupRequestKind } from '../backup-request.case.js';
import type { BackupRequest } from '../domain/request.js';
import { UNTAKEN } from '../domain/request.state.js';

/** 同意の撤回: nobody more is asked about a person of whom nothing may be shared. It stops when it is known. */
@Follows('backup.consent-withdrawal')
@Injectable()
export class FollowConsent implements Follower<ConsentChange> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentChange>['on'] = {
    ConsentWithdrawn: (event) => this.follow(event),
    ConsentEntryRetracted: (event) => this.follow(event),
    ConsentExceptionReviewed: (event) => this.follow(event),
  };

  /** Whether anything stops, the request says: it asks what may be shared at that moment. */
  private async follow(event: Recorded<ConsentChange>): Promise<void> {
    const { patient } = event.payload;
    const requests = await this.directory.heads.where<BackupRequest>(event.prefecture, 'backup_request', { patient });
    for (const { id, state } of requests) if (UNTAKEN.has(state.status)) await this.stop(event, id);
  }

  private stop({ prefecture, eventId }: Recorded, id: string): Promise<unknown> {
    return this.cases.work(backupRequestKind, {
      prefecture,
      id,
      command: { type: 'StopWithoutConsent' },
      job: 'consent-withdrawal',
      key: idOf('backup-consent-withdrawal', eventId, id),
      causationId: eventId,
    });
  }
}

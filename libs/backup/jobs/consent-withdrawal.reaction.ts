import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Directory, type ConsentWithdrawn } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { AskBackupRequest } from '../commands/backup.aggregates.js';
import type { BackupRequest } from '../domain/request.js';
import { UNTAKEN } from '../domain/request.state.js';

/** 同意の撤回: nobody more is asked about a person of whom nothing may be shared. It stops when it is known. */
@Follows('backup.consent-withdrawal')
@Injectable()
export class ConsentWithdrawal implements Follower<ConsentWithdrawn> {
  constructor(
    private readonly commands: CommandBus,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentWithdrawn>['on'] = {
    ConsentWithdrawn: async (event) => {
      const { patient } = event.payload;
      const requests = await this.directory.heads.where<BackupRequest>(event.prefecture, 'backup_request', { patient });
      for (const { id, state } of requests) if (UNTAKEN.has(state.status)) await this.stop(event, id);
    },
  };

  private stop({ prefecture, eventId }: Recorded, id: string): Promise<unknown> {
    return this.commands.execute(
      new AskBackupRequest({
        prefecture,
        id,
        command: { type: 'StopWithoutConsent' },
        actor: { system: 'worker', job: 'consent-withdrawal' },
        key: idOf('backup-consent-withdrawal', eventId, id),
        bodyHash: '00',
        causationId: eventId,
      }),
    );
  }
}

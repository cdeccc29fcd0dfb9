import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { idOf } from '#kernel';
import { WhenDue, type DueHandler, type Obligation } from '#obligations';
import { AskBackupRequest } from '../commands/backup.aggregates.js';

/** The time to answer an offer (応答期限) is over: the request itself says what has run out and who is asked next. */
@WhenDue('backup_request')
@Injectable()
export class OfferTimeout implements DueHandler {
  constructor(private readonly commands: CommandBus) {}

  act(prefecture: string, { about, id, dueVersion }: Obligation): Promise<unknown> {
    return this.commands.execute(
      new AskBackupRequest({
        prefecture,
        id: about.id,
        command: { type: 'TimeOutOffers' },
        actor: { system: 'worker', job: 'time-out-offer' },
        key: idOf('time-out-offer', id, dueVersion),
        bodyHash: '00',
      }),
    );
  }
}

import { Module } from '@nestjs/common';
import { handles } from '#obligations';
import {
  ArrangementAggregate,
  AskBackupArrangement,
  AskBackupRequest,
  AskOnCallRoster,
  RequestAggregate,
  RosterAggregate,
} from './commands/backup.aggregates.js';
import { Reaches } from './commands/reaches.js';
import { Tallies } from './commands/tallies.js';
import { BackupController } from './http/backup.controller.js';
import { ConsentWithdrawal } from './jobs/consent-withdrawal.reaction.js';
import { OfferTimeout } from './jobs/offer-timeout.due.js';

@Module({
  providers: [
    Tallies,
    Reaches,
    ArrangementAggregate,
    RosterAggregate,
    RequestAggregate,
    handles(AskBackupArrangement, ArrangementAggregate),
    handles(AskOnCallRoster, RosterAggregate),
    handles(AskBackupRequest, RequestAggregate),
  ],
})
export class BackupModule {}

/** What the api app runs. */
@Module({ imports: [BackupModule], controllers: [BackupController] })
export class BackupHttpModule {}

/** What the worker app runs. */
@Module({ imports: [BackupModule], providers: [OfferTimeout, ConsentWithdrawal] })
export class BackupWorkerModule {}

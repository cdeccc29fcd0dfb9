import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { backupArrangementKind } from './backup-arrangement.case.js';
import { backupRequestKind } from './backup-request.case.js';
import { onCallRosterKind } from './on-call-roster.case.js';
import { ArrangementLookUps } from './commands/arrangement.look-ups.js';
import { Reaches } from './commands/reaches.js';
import { RequestLookUps } from './commands/request.look-ups.js';
import { RosterLookUps } from './commands/roster.look-ups.js';
import { Tallies } from './commands/tallies.js';
import { FollowConsent } from './jobs/consent-change.reaction.js';

@Module({ providers: [Tallies, Reaches, ArrangementLookUps, RosterLookUps, RequestLookUps] })
class BackupModule {}

/** What the worker app runs. */
@Module({ providers: [FollowConsent] })
class BackupWorkerModule {}

export const backup: Context = {
  kinds: declared(backupArrangementKind, onCallRosterKind, backupRequestKind),
  module: BackupModule,
  worker: BackupWorkerModule,
};

import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { backupArrangementKind, backupRequestKind, onCallRosterKind } from './backup.kinds.js';
import { ArrangementLookUps, RequestLookUps, RosterLookUps } from './commands/backup.look-ups.js';
import { Tallies } from './commands/tallies.js';

@Module({ providers: [Tallies, ArrangementLookUps, RosterLookUps, RequestLookUps] })
class BackupModule {}

export const backup: Context = {
  kinds: declared(backupArrangementKind, onCallRosterKind, backupRequestKind),
  module: BackupModule,
};

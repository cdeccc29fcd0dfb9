export { BackupHttpModule, BackupModule, BackupWorkerModule } from './backup.module.js';
export { AskBackupArrangement, AskBackupRequest, AskOnCallRoster } from './commands/backup.aggregates.js';
export type { ArrangementEvent, BackupArrangement } from './domain/arrangement.js';
export type * from './domain/request.commands.js';
export type * from './domain/request.events.js';
export type { BackupRequest, BackupStatus } from './domain/request.js';
export type { OnCallRoster, OnCallShiftPublished, Shift } from './domain/roster.js';

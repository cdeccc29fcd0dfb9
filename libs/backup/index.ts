export { backup } from './backup.module.js';
export { backupArrangementKind, backupRequestKind, onCallRosterKind } from './backup.kinds.js';
export type { ArrangementEvent, BackupArrangement } from './domain/arrangement.js';
export type * from './domain/request.commands.js';
export type * from './domain/request.events.js';
export type { BackupRequest, BackupStatus } from './domain/request.js';
export type { OnCallRoster, OnCallShiftPublished, Shift } from './domain/roster.js';

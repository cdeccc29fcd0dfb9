export { ArrangementAggregate, AskBackupArrangement } from './arrangement.aggregate.js';
export { AskBackupRequest, RequestAggregate } from './request.aggregate.js';
export { AskOnCallRoster, RosterAggregate } from './roster.aggregate.js';

import { Module } from '@nestjs/common';
import { handles } from '#obligations';
import {
  AskIssueSignal,
  AskRegionalIssue,
  IssueSignalAggregate,
  RegionalIssueAggregate,
} from './commands/issues.aggregates.js';
import { IssuesController } from './http/issues.controller.js';
import { AgendaProgressOfIssues } from './jobs/agenda-progress.reaction.js';
import { BackupSignals } from './jobs/backup-signals.reaction.js';
import { ConsultationSignals } from './jobs/consultation-signals.reaction.js';
import { LeakSignals } from './jobs/leak-signals.reaction.js';
import { RollUpIssues } from './jobs/roll-up.reaction.js';

@Module({
  providers: [
    IssueSignalAggregate,
    RegionalIssueAggregate,
    handles(AskIssueSignal, IssueSignalAggregate),
    handles(AskRegionalIssue, RegionalIssueAggregate),
  ],
})
export class IssuesModule {}

/** What the api app runs. */
@Module({ imports: [IssuesModule], controllers: [IssuesController] })
export class IssuesHttpModule {}

/** What the worker app runs. */
@Module({
  imports: [IssuesModule],
  providers: [ConsultationSignals, LeakSignals, BackupSignals, RollUpIssues, AgendaProgressOfIssues],
})
export class IssuesWorkerModule {}

import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { RegroupLookUps } from './commands/regroup.look-ups.js';
import { IssueRules, ReviewLookUps, SignalLookUps } from './commands/issues.look-ups.js';
import { issueReviewKind, issueSignalKind, regionalIssueKind } from './issues.kinds.js';
import { AgendaProgressOfIssues } from './jobs/agenda-progress.reaction.js';
import { BeginReviews } from './jobs/begin-reviews.reaction.js';
import { BackupSignals } from './jobs/backup-signals.reaction.js';
import { ConsultationSignals } from './jobs/consultation-signals.reaction.js';
import { LeakSignals } from './jobs/leak-signals.reaction.js';
import { RollUpIssues } from './jobs/roll-up.reaction.js';
import { SplitSignals } from './jobs/split-signals.reaction.js';
import { IssuesController } from './http/issues.controller.js';
import { AlikeIssues } from './views/alike.query.js';
import { Candidates } from './views/candidates.query.js';
import { IssuePage } from './views/issue.query.js';
import { IssuesToSee } from './views/issues-to-see.query.js';
import { Issues } from './views/issues.query.js';
import { NarrativesOf } from './views/narratives-of.query.js';
import { SignalsOf } from './views/signals-of.query.js';
import { ThresholdTrial } from './views/threshold-trial.js';

@Module({
  providers: [
    SignalLookUps,
    ReviewLookUps,
    RegroupLookUps,
    IssueRules,
    SignalsOf,
    NarrativesOf,
    Candidates,
    IssuesToSee,
  ],
  exports: [SignalsOf, NarrativesOf, Candidates, IssuesToSee],
})
class IssuesModule {}

/** What the api app runs. */
@Module({
  imports: [IssuesModule],
  providers: [Issues, IssuePage, AlikeIssues, ThresholdTrial],
  controllers: [IssuesController],
})
class IssuesHttpModule {}

/** What the worker app runs. */
@Module({
  providers: [
    ConsultationSignals,
    LeakSignals,
    BackupSignals,
    BeginReviews,
    RollUpIssues,
    SplitSignals,
    AgendaProgressOfIssues,
  ],
})
class IssuesWorkerModule {}

export const issues: Context = {
  kinds: declared(issueSignalKind, regionalIssueKind, issueReviewKind),
  pages: { issues: 'region_reading', issue: 'region_reading', candidates: 'signal_raising' },
  module: IssuesModule,
  http: IssuesHttpModule,
  worker: IssuesWorkerModule,
};

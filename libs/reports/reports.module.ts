import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { activityReportKind } from './activity-report.case.js';
import { ReportLookUps } from './commands/report.look-ups.js';
import { ReportsController } from './http/reports.controller.js';
import { ReportOpening } from './jobs/report-opening.reaction.js';
import { ActivityMonths } from './views/activity-months.query.js';
import { ConsultationCounts } from './views/counted-consultations.js';
import { CountedConsultations } from './views/counted-consultations.projection.js';

@Module({ providers: [ConsultationCounts, ReportLookUps, ActivityMonths], exports: [ActivityMonths] })
class ReportsModule {}

/** What the api app runs. */
@Module({ imports: [ReportsModule], controllers: [ReportsController] })
class ReportsHttpModule {}

/** What the worker app runs. */
@Module({ providers: [CountedConsultations, ReportOpening] })
class ReportsWorkerModule {}

export const reports: Context = {
  kinds: declared(activityReportKind),
  pages: { activity_reports: 'activity_reading' },
  module: ReportsModule,
  http: ReportsHttpModule,
  worker: ReportsWorkerModule,
};

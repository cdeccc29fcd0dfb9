export type * from './domain/figures.js';
export type * from './domain/report.commands.js';
export type * from './domain/report.events.js';
export { reportId, type ActivityReport, type ReportStatus } from './domain/report.js';
export { activityReportKind, type ReportCommand } from './activity-report.case.js';
export { reports } from './reports.module.js';

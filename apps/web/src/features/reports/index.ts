import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { rows } from './rows.ts';
import { words } from './words.ts';

/** 月次活動報告: what a desk did in a month, counted, submitted and approved. */
export const reports: Feature = {
  words,
  kinds: { activity_report: 'activity-reports' },
  pages: {
    activity_reports: {
      path: '/activity-reports',
      page: async () => (await import('./pages/month-page.tsx')).MonthPage,
    },
  },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud: ['ActivityReportDeadlocked', 'ActivityReportReturned'],
};

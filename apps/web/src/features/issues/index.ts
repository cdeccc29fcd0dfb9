import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands } from './commands.ts';
import { rows } from './rows.ts';
import { words } from './words.ts';

/** 地域課題: what keeps going wrong in a region, and the signals behind it. */
export const issues: Feature = {
  words,
  kinds: { regional_issue: 'issues', issue_signal: 'issue-signals' },
  pages: {
    issues: { path: '/issues', page: async () => (await import('./pages/issues-page.tsx')).IssuesPage },
    candidates: {
      path: '/issue-candidates',
      page: async () => (await import('./pages/candidates-page.tsx')).CandidatesPage,
    },
    issue: {
      path: '/issues/$id/page',
      page: async () => (await import('./pages/issue-page.tsx')).IssuePage,
      hidden: true,
    },
  },
  around: { regional_issue: (id) => [{ name: 'issue', to: `/issues/${id}/page` }] },
  commands,
  steps: {},
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud: ['RegionalIssueReopened'],
};

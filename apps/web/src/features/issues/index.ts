import type { Feature } from '../../feature.ts';
import { commands } from './commands.ts';
import { facts, rows } from './facts.ts';
import { words } from './words.ts';

/** 地域課題: what keeps going wrong in a region, and the signals behind it. */
export const issues: Feature = {
  words,
  kinds: { regional_issue: 'issues', issue_signal: 'issue-signals' },
  commands,
  steps: {},
  facts,
  rows,
  loud: ['RegionalIssueReopened'],
};

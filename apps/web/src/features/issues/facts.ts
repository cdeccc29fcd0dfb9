import type { Facts } from '../../feature.ts';
import { level, key } from './rows.ts';

const evidence = { unit: 'cases', of: 'distinctCases' } as const;
const episode = { unit: 'episode' } as const;

export const facts: Facts = {
  IssueSignalRaised: {
    source: { codes: 'source' },
    scene: { codes: 'scene' },
    issueType: { codes: 'issueType' },
    severity: { codes: 'severity' },
    escalationReason: { codes: 'escalationReason' },
  },
  RegionalIssueObserved: { key, level, evidence, episode },
  RegionalIssueRecurred: { level, evidence, episode },
  RegionalIssueRolledUp: { key, level, because: { codes: 'because' }, evidence },
  RegionalIssueReopened: { level, evidence, episode },
  RegionalIssueEvidenceChanged: { level, evidence },
  RegionalIssueAdvanced: { to: { codes: 'progress' } },
  RegionalIssueClosed: { episode },
  RegionalIssueMerged: { intoKey: key },
  RegionalIssueSplit: { intoKey: key },
  IssueSignalTagged: { key, was: key },
};

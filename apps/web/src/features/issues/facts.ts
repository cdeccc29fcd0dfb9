import type { Facts } from '../../feature.ts';

const level = { codes: 'areaLevel' } as const;
const episode = { unit: 'episode' } as const;

export const facts: Facts = {
  IssueSignalRaised: {
    source: { codes: 'source' },
    scene: { codes: 'scene' },
    issueType: { codes: 'issueType' },
    severity: { codes: 'severity' },
    escalationReason: { codes: 'escalationReason' },
  },
  RegionalIssueObserved: { level, episode },
  RegionalIssueRecurred: { level, episode },
  RegionalIssueRolledUp: { level, because: { codes: 'because' } },
  RegionalIssueReopened: { level, episode },
  RegionalIssueEvidenceChanged: { level },
  RegionalIssueAdvanced: { to: { codes: 'progress' } },
  RegionalIssueClosed: { episode },
};

export type * from './domain/issue-signal.commands.js';
export type * from './domain/issue-signal.events.js';
export * from './domain/issue-types.js';
export type * from './domain/regional-issue.commands.js';
export type * from './domain/regional-issue.events.js';
export type { IssueStatus, RegionalIssue } from './domain/regional-issue.js';
export { issues } from './issues.module.js';
export { issueReviewKind, issueSignalKind, regionalIssueKind, type RegionalIssueCommand } from './issues.kinds.js';
export { SignalsOf, type SignalSeen } from './views/signals-of.query.js';

export { Directory } from './directory.js';
export { Coordinators } from './coordinators.js';
export { DeskCovers } from './desk-covers.js';
export {
  areaTreeKind,
  coordinatorPostKind,
  deskCoverKind,
  organizationKind,
  patientKind,
  ruleSetKind,
  userKind,
} from './directory.kinds.js';
export { directory } from './directory.module.js';
export * from './domain/area-tree.js';
export type * from './domain/consent.js';
export { basisOf } from './domain/consent.js';
export type * from './domain/coordinator-post.js';
export { COORDINATOR_KINDS } from './domain/coordinator-post.js';
export type * from './domain/organization.js';
export type * from './domain/organization.change.js';
export { CAPABILITIES, CODE_LISTS, isOpen, ORGANIZATION_KINDS } from './domain/organization.js';
export type * from './domain/patient.change.js';
export type * from './domain/patient.js';
export { ruleSetId, type Rules } from './domain/rule-set.js';
export type * from './domain/user.js';
export { isHere } from './domain/user.js';
export { ImportAreasBody } from './http/directory.dto.js';
export { OpenWorkOf, type Commitments } from './open-work.js';
export { DueTrials } from './due-trials.js';
export { RuleBook, type DuesMoved, type IssuesMoved, type RuleTrial, type TrialAsked } from './rule-book.js';

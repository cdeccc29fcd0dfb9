export type { Answer, Ask } from './ask.js';
export { Cases } from './cases.js';
export { CaseSets, type Posting, type Weighed } from './case-sets.js';
export { headOf } from './folded.js';
export { MARK_IN_HEAD, markOfDefaults } from './head-form.js';
export { CasesHttpModule, CasesModule } from './cases.module.js';
export { declared, type Context } from './context.js';
export { controllerOf, saidBy } from './command-routes.js';
export {
  defineCase,
  entriesOf,
  type CaseDefinition,
  type CaseKind,
  type CommandEntry,
  type CommandIn,
  type CommandOf,
  type EventEntry,
  type Grants,
  type Person,
  type Route,
} from './define-case.js';
export { Replay, told, type Played } from './replay.js';
export { Heads, type FoundHead } from './heads.js';
export { gapsOf, granted, Kinds, upcast, verdictOn, type Verdict, type AnyKind, type DeclaredKind } from './kinds.js';
export { ANYONE, deviations, policyOf, policyText, type PolicyRow } from './policy.js';

export { DemoGuide } from './demo-guide.js';
export { Account, Accounts, Named } from './accounts.query.js';
export { AccessHttpModule, AccessModule } from './access.module.js';
export { CallerParam, COOKIE, MEANT_BY, tokenOf, type Authenticated } from './http/auth.guard.js';
export { onlyRegionReaders } from './region.js';
export type { Pages } from './pages.js';
export { PersonalStore } from './personal-store.js';
export { WhatMayBegin } from './what-may-begin.js';
export { Sessions, type Caller } from './sessions.js';

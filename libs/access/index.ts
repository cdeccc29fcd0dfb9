export { DemoGuide } from './demo-guide.js';
export { Account, Accounts, Named } from './accounts.query.js';
export { AccessHttpModule, AccessModule } from './access.module.js';
export { CallerParam, COOKIE, tokenOf, type Authenticated } from './http/auth.guard.js';
export { commandController, ROUTES, type CommandRoute } from './http/command-routes.js';
export { PersonalStore } from './personal-store.js';
export { Sessions, type Caller } from './sessions.js';

export { ClearDrafts } from './clear-drafts.js';
export { DraftsHttpModule, DraftsWorkerModule } from './drafts.module.js';

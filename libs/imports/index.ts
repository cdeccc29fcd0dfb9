export { imports } from './imports.module.js';
export { ImportJobs } from './jobs/import-jobs.js';
export { decodedText } from './reading/text-of.js';

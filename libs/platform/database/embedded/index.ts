export { EmbeddedPostgresError } from './embedded-postgres.error.js';
export type { ServerSettings } from './settings.js';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.js';

import { NoMasterKey } from '#platform';
import { CannotRun } from '../cannot-run.js';

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.js')).start,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  'import-areas': async () => (await import('./commands/import-areas.js')).importAreas,
  'import-councils': async () => (await import('./commands/import-councils.js')).importCouncils,
  'sign-in-link': async () => (await import('./commands/sign-in-link.js')).signInLink,
  defaults: async () => (await import('./commands/defaults.js')).defaults,
  rebuild: async () => (await import('./commands/rebuild.js')).rebuild,
  backup: async () => (await import('./commands/backup.js')).backup,
  restore: async () => (await import('./commands/restore.js')).restore,
  'rotate-keys': async () => (await import('./commands/rotate-keys.js')).rotateKeysOfAll,
  verify: async () => (await import('./commands/verify.js')).verify,
  policy: async () => (await import('./commands/policy.js')).printPolicy,
  openapi: async () => (await import('./commands/openapi.js')).printOpenApi,
  scenario: async () => (await import('./commands/scenario.js')).scenario,
};

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (!load) {
  process.stderr.write(`usage: cli ${Object.keys(COMMANDS).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await load())(args);
  } catch (error) {
    if (!(error instanceof CannotRun || error instanceof NoMasterKey)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

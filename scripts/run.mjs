// Usage: node scripts/run.mjs <command> [<args>]     one command of the command line; stdout is the command's alone
import { runCli } from './lib/cli.mjs';
import { ensureReady } from './lib/ensure.mjs';

ensureReady();
await runCli(process.argv.slice(2));

// Usage: npm start [-- <options>]     installs and builds what is missing, then runs everything in this process
import { runCli } from './lib/cli.mjs';
import { ensureReady } from './lib/ensure.mjs';

ensureReady({ web: true });
await runCli(['start', ...process.argv.slice(2)]);

import { CannotRun } from './cannot-run.js';

/** Runs a process of ours; what keeps it from starting is one clear line, and its stack is for whoever asks for it. */
export async function orOneLine(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const { message, stack = '' } = error as Error;
    process.stderr.write(`Tsunagi cannot start: ${message}\n`);
    if (process.env['LOG_LEVEL'] === 'debug' && !(error instanceof CannotRun)) process.stderr.write(`${stack}\n`);
    process.exit(1);
  }
}

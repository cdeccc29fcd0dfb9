import { readFile } from 'node:fs/promises';
import type { QueueBackend } from '#platform';
import { withScratchServer } from '../server.js';
import { runScenario } from '../scenario/run-scenario.js';
import { BadScenario, readScenario, type Scenario } from '../scenario/scenario-file.js';

const USAGE = 'usage: scenario [--queue postgres|redis|none] FILE...';

function queueOf(name: string | undefined): QueueBackend {
  const url = process.env['REDIS_URL'];
  if (name === 'redis' || (name === undefined && url !== undefined)) {
    if (!url) throw new BadScenario('--queue redis', 'needs REDIS_URL');
    return { kind: 'redis', url };
  }
  if (name === undefined || name === 'postgres') return { kind: 'postgres' };
  if (name === 'none') return { kind: 'none' };
  throw new BadScenario('--queue', USAGE);
}

/** Plays scenario files. 0: all held; 1: some expectation did not; 2: a file is not valid. Reports go to standard output. */
export async function scenario(args: readonly string[]): Promise<number> {
  const files = [...args];
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const at = files.indexOf('--queue');
    const queue = queueOf(at < 0 ? undefined : files.splice(at, 2)[1]);
    if (files.length === 0) throw new BadScenario('arguments', USAGE);
    const read: (readonly [file: string, scenario: Scenario])[] = [];
    for (const file of files) read.push([file, await load(file)]);
    return await withScratchServer(async (server) => {
      let wrong = 0;
      for (const [file, one] of read) {
        const { report, unmet } = await runScenario(one, server, queue);
        process.stdout.write(`${JSON.stringify(report)}\n`);
        if (unmet.length > 0) say(`${file}: ${unmet.length} expectations do not hold\n  ${unmet.join('\n  ')}`);
        wrong += unmet.length;
      }
      return wrong === 0 ? 0 : 1;
    });
  } catch (error) {
    if (!(error instanceof BadScenario)) throw error;
    say(error.message);
    return 2;
  }
}

async function load(file: string): Promise<Scenario> {
  try {
    return readScenario(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof BadScenario) throw new BadScenario(file, error.message);
    throw new BadScenario(file, (error as Error).message);
  }
}

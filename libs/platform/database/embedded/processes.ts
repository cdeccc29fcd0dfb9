import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a program ended and what it said; a program that could not even begin has no code. */
export interface Ended {
  readonly code: number | undefined;
  readonly output: string;
}

/** A program, its arguments, and the account and surroundings in which it is to run. */
export interface Invocation {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: {
    readonly uid?: number;
    readonly gid?: number;
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
  };
}

/** Runs a program to its end. It never throws: a failure is an answer that the caller has to put into words. */
export const run = ({ file, args, options }: Invocation): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(file, args, { ...options, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      if (error === null) resolve({ code: 0, output });
      else resolve({ code: typeof error.code === 'number' ? error.code : undefined, output: output || error.message });
    });
  });

/** True while the number is taken, be it by a process that is dead and has not been collected. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True while a process of that number lives. A zombie is dead: in a container nobody may ever collect it. */
export function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z';
  } catch {
    return isTaken(pid);
  }
}

/** Asks again and again until the answer is yes or the time is over. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs: number, everyMs = 15): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await sleep(everyMs);
  }
  return true;
}

import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
export const MICROS_PER_TICK = 10_000;

/** Fields of /proc/PID/stat after the name, which may hold anything. */
const statOf = (pid: number | string): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};
export const parentOf = (pid: number): number => Number(statOf(pid)[1]);

/** Processor time of one process so far, in hundredths of a second. */
export const ticksOf = (pid: number): number =>
  statOf(pid)
    .slice(11, 13)
    .reduce((sum, ticks) => sum + Number(ticks), 0);

/** The server's own time, that of its processes, and that of those which have ended. */
export function ticksUnder(postmaster: number): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = statOf(entry);
      const [user, system, childUser, childSystem] = stat.slice(11, 15).map(Number) as [number, number, number, number];
      if (Number(entry) === postmaster) ticks += user + system + childUser + childSystem;
      else if (Number(stat[1]) === postmaster) ticks += user + system;
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks;
}

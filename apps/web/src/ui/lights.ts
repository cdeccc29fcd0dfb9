import type { Row } from '../api/types.ts';
import { DAY } from '../time/moments.ts';

export type Light = 'fine' | 'soon' | 'hurry' | 'late' | 'missed';

/** How pressing it is: by its moment, and by the step of the chase that was sent (short notice is chased before it is due). */
export function lightOf({ state, level, dueAt }: Pick<Row, 'state' | 'level' | 'dueAt'>, now: number): Light {
  if (state === 'missed') return 'missed';
  const left = dueAt === null ? Infinity : Date.parse(dueAt) - now;
  if (left < 0) return 'late';
  if ((level ?? 0) >= 1) return 'hurry';
  return level === 0 || left < DAY ? 'soon' : 'fine';
}

/** What was missed before its moment, as the 引継書 of somebody who has left already, has no time left to count. */
export const countsDown = ({ state, dueAt }: Pick<Row, 'state' | 'dueAt'>, now: number): boolean =>
  !(state === 'missed' && Date.parse(dueAt) > now);

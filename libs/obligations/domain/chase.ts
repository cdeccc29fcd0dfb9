import { plusMillis, type Addressee, type Instant, type Rung } from '#kernel';
import type { ObligationEvent } from './obligation.events.js';
import { nextAt, type Obligation } from './obligation.js';

/** A message of a step to one person; the key makes it one for ever (model.md 2.4). */
export interface Chase {
  readonly key: string;
  readonly to: string;
  readonly template: string;
  readonly level: number | null;
}

/** [D] A chain that reached nobody is tried again a day later, until somebody stands on it. */
const TRY_AGAIN_MS = 24 * 3_600_000;

/**
 * What is due of an obligation at a moment (催促の一段). `people` says who stands behind addressees just now, `alarm` who
 * hears of a chain that reaches nobody: the base secretariat of the area, else every admin. A step with nobody on it
 * is skipped and the next overdue one goes at once. An alarm that comes early, late or for an earlier date does nothing.
 */
export function chase(
  obligation: Obligation,
  now: Instant,
  people: (to: readonly Addressee[]) => readonly string[],
  alarm: () => readonly string[],
): { events: ObligationEvent[]; messages: Chase[] } {
  const { about, plan, id, dueVersion } = obligation;
  const { step } = plan;
  const events: ObligationEvent[] = [];
  const messages: Chase[] = [];
  if (obligation.state === 'met' || obligation.state === 'cancelled') return { events, messages };

  const key = (level: number | string, user: string) => `${id}:${level}:${dueVersion}:${user}`;
  // Whoever was told before a promise was given does not hear that it was not kept, nor that nobody is there any more.
  const promised = obligation.state === 'promised';
  let reached = !promised && !obligation.unattended && (obligation.level ?? 0) > 0;
  let hurry = false;
  let left = [...obligation.rungs];
  const tried: Rung[] = [];
  while (left[0] && (left[0].at <= now || hurry)) {
    const [rung, ...later] = left as [Rung, ...Rung[]];
    left = later;
    const to = people(rung.to);
    if (to.length === 0) {
      if (rung.level > 0 || promised) tried.push(rung);
      events.push({ type: 'ObligationStepSkipped', payload: { about, step, level: rung.level, why: 'nobody' } });
      hurry = rung.level > 0;
      continue;
    }
    hurry = false;
    reached ||= rung.level > 0;
    const soonest = nextAt({ ...obligation, rungs: left });
    events.push({ type: 'ObligationChased', payload: { about, step, level: rung.level, to, nextAt: soonest } });
    messages.push(
      ...to.map((user) => ({ key: key(rung.level, user), to: user, template: plan.template, level: rung.level })),
    );
  }
  if (!reached && left.length === 0 && tried.length > 0) {
    const to = alarm();
    // As a reminder it would be skipped in silence the second time.
    const level = Math.max(tried[0]?.level ?? 1, 1);
    const again = [{ level, at: plusMillis(now, TRY_AGAIN_MS), to: tried.flatMap((r) => r.to) }];
    events.push({ type: 'ObligationUnattended', payload: { about, step, to, again } });
    messages.push(
      ...to.map((user) => ({
        key: key('unattended', user),
        to: user,
        template: 'obligation.unattended',
        level: null,
      })),
    );
  }
  return { events, messages };
}

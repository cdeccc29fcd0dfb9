import { HOUR_MS, plusMillis, type Instant } from '#kernel';
import type { IssueRules } from './issue.rules.js';

/** What R0 looks at of a signal. */
export interface Counted {
  readonly caseKey: string;
  readonly reporter: string | null;
  readonly severity: number;
  readonly occurredAt: Instant;
}

export const plusWholeDays = (at: Instant, days: number): Instant => plusMillis(at, days * 24 * HOUR_MS);

/** Counts how often each thing is in the window. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(thing: string | null): void {
    if (thing !== null) this.counts.set(thing, (this.counts.get(thing) ?? 0) + 1);
  }

  remove(thing: string | null): void {
    const count = thing === null ? 0 : (this.counts.get(thing) ?? 0);
    if (thing === null || count === 0) return;
    if (count === 1) this.counts.delete(thing);
    else this.counts.set(thing, count - 1);
  }

  get size(): number {
    return this.counts.size;
  }
}

/** R0: the moment at which signals of one key and area first say that it recurs; undefined while they do not. */
export function recurredAt(signals: readonly Counted[], rules: IssueRules): Instant | undefined {
  const ordered = signals.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  const cases = new Tally();
  const reporters = new Tally();
  let oldest = 0;
  for (const { caseKey, reporter, severity, occurredAt } of ordered) {
    cases.add(caseKey);
    reporters.add(reporter);
    const from = plusWholeDays(occurredAt, -rules.windowDays);
    for (let gone = ordered[oldest]; gone && gone.occurredAt < from; gone = ordered[++oldest]) {
      cases.remove(gone.caseKey);
      reporters.remove(gone.reporter);
    }
    if (severity >= rules.aloneAtSeverity) return occurredAt;
    if (cases.size >= rules.cases && reporters.size >= rules.organizations) return occurredAt;
  }
  return undefined;
}

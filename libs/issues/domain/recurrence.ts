import { dateIn, HOUR_MS, plusMillis, type Instant } from '#kernel';
import type { IssueRules } from './issue.rules.js';

/** What R0 looks at of a signal. */
export interface Counted {
  readonly caseKey: string;
  readonly reporter: string | null;
  readonly severity: number;
  readonly occurredAt: Instant;
}

export const plusWholeDays = (at: Instant, days: number): Instant => plusMillis(at, days * 24 * HOUR_MS);

/** The quarter of a calendar year in Japan on which a moment falls, as a number: the same one of the year before is four less. */
export function quarterOf(at: Instant): number {
  const [year = 0, month = 1] = dateIn(at).split('-').map(Number);
  return year * 4 + Math.floor((month - 1) / 3);
}

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

/**
 * R0: the moment at which signals of one key and area first say that it recurs; undefined while they do not. `heard` is
 * everything that was ever heard of it there, by which a season is compared with those before.
 */
export function recurredAt(
  signals: readonly Counted[],
  rules: IssueRules,
  heard: readonly Counted[] = signals,
): Instant | undefined {
  const ordered = signals.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : Number(a.occurredAt > b.occurredAt)));
  const moments = [inWindow(ordered, rules), inSeason(ordered, heard, rules)].filter((at) => at !== undefined);
  return moments.toSorted()[0];
}

function inWindow(ordered: readonly Counted[], rules: IssueRules): Instant | undefined {
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

/**
 * The seasonal trigger of R0: so many times the mean of the same quarter of the years before. Who has not been heard of for
 * so long has no season to be compared with.
 */
function inSeason(
  ordered: readonly Counted[],
  heard: readonly Counted[],
  { seasonYears, seasonTimes, seasonCases }: IssueRules,
): Instant | undefined {
  if (ordered.length < seasonCases) return undefined;
  const before = new Map<number, Set<string>>();
  for (const { occurredAt, caseKey } of heard) {
    const quarter = quarterOf(occurredAt);
    before.set(quarter, (before.get(quarter) ?? new Set()).add(caseKey));
  }
  const first = Math.min(...before.keys());
  const now = new Map<number, Set<string>>();
  for (const { occurredAt, caseKey } of ordered) {
    const quarter = quarterOf(occurredAt);
    const cases = (now.get(quarter) ?? new Set()).add(caseKey);
    now.set(quarter, cases);
    if (cases.size < seasonCases || quarter - 4 * seasonYears < first) continue;
    const years = Array.from({ length: seasonYears }, (_, i) => before.get(quarter - 4 * (i + 1))?.size ?? 0);
    const mean = years.reduce((sum, n) => sum + n, 0) / seasonYears;
    if (cases.size >= seasonTimes * mean) return occurredAt;
  }
  return undefined;
}

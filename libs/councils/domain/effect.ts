import { atMinute, dateIn, daysBetween, plusDays, type Instant, type LocalDate } from '#kernel';
import type { AgendaRules } from './agenda.rules.js';

export const EFFECTS = ['effective', 'partly', 'ineffective', 'unknown'] as const;
/** 効果: whether signals of the same key became fewer (model.md 2.7). */
export type Effect = (typeof EFFECTS)[number];

export interface Window {
  readonly from: Instant;
  readonly before: Instant;
}

/** Equal windows (同じ長さの期間): up to the decision, and from the day on which the action was done. */
export interface Windows {
  readonly days: number;
  readonly earlier: Window;
  readonly later: Window;
}

export interface Counts {
  readonly earlier: number;
  readonly later: number;
}

/** What was counted: as one knew it at the time, and as one knows it now, when late records have come in. */
export interface Measured extends Windows {
  readonly asThen: Counts;
  readonly asNow: Counts;
}

const dayFrom = (on: LocalDate, days: number): Window => ({
  from: atMinute(on, 0),
  before: atMinute(plusDays(on, days), 0),
});

/** Undefined while too little time has passed to say anything. */
export function windowsOf(
  { decidedAt, doneAt, on }: { decidedAt: Instant; doneAt: Instant; on: LocalDate },
  { effectShortestDays, effectLongestDays }: AgendaRules,
): Windows | undefined {
  const done = dateIn(doneAt);
  const days = Math.min(daysBetween(done, on), effectLongestDays);
  if (days < effectShortestDays) return undefined;
  return { days, earlier: dayFrom(plusDays(dateIn(decidedAt), -days), days), later: dayFrom(done, days) };
}

/** What the counts say: a target that was reached is an effect, however few there were before. */
export function effectOf({ earlier, later }: Counts, target: number | undefined, rules: AgendaRules): Effect {
  if (target !== undefined && later <= target) return 'effective';
  if (earlier < rules.effectFewestSignals) return 'unknown';
  const fell = (earlier - later) * 100;
  if (target === undefined && fell >= earlier * rules.effectiveDropPercent) return 'effective';
  return fell >= earlier * rules.partlyDropPercent ? 'partly' : 'ineffective';
}

const WORST_FIRST: readonly Effect[] = ['ineffective', 'partly', 'effective', 'unknown'];

/** Of several actions the worst that is known: what did not move is looked at again [D]. */
export const overall = (effects: readonly Effect[]): Effect =>
  WORST_FIRST.find((effect) => effects.includes(effect)) ?? 'unknown';

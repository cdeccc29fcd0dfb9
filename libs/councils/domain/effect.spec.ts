import fc from 'fast-check';
import { daysBetween, dateIn } from '#kernel';
import { AGENDA_RULES } from './agenda.rules.js';
import { effectOf, EFFECTS, overall, windowsOf } from './effect.js';

const DECIDED = '2025-07-10T05:00:00.000Z';
const DONE = '2025-08-01T01:00:00.000Z';

describe('the effect of an action', () => {
  it('is that signals fell, by the thresholds of the rules', () => {
    const of = (earlier: number, later: number, target?: number) => effectOf({ earlier, later }, target, AGENDA_RULES);
    expect(of(9, 2)).toBe('effective');
    expect(of(10, 5)).toBe('effective');
    expect(of(10, 6)).toBe('partly');
    expect(of(10, 8)).toBe('partly');
    expect(of(10, 9)).toBe('ineffective');
    expect(of(10, 30)).toBe('ineffective');
    expect(of(2, 0)).toBe('unknown');
  });

  it('is measured by its target where it has one', () => {
    const of = (earlier: number, later: number) => effectOf({ earlier, later }, 3, AGENDA_RULES);
    expect(of(4, 3)).toBe('effective');
    expect(of(2, 3)).toBe('effective');
    expect(of(40, 4)).toBe('partly');
    expect(of(4, 4)).toBe('ineffective');
  });

  it('is never better with more signals after it', () => {
    const rank = { effective: 3, partly: 2, ineffective: 1, unknown: 0 };
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(50),
        fc.option(fc.nat(50), { nil: undefined }),
        (before, after, more, target) => {
          const [one, other] = [after, after + more].map((later) =>
            effectOf({ earlier: before, later }, target, AGENDA_RULES),
          );
          expect(rank[other ?? 'unknown']).toBeLessThanOrEqual(rank[one ?? 'unknown']);
        },
      ),
    );
  });

  it('is counted in windows of one length, before the decision and from the day on which it was done', () => {
    expect(windowsOf({ decidedAt: DECIDED, doneAt: DONE, on: '2025-08-29' }, AGENDA_RULES)).toEqual({
      days: 28,
      earlier: { from: '2025-06-11T15:00:00.000Z', before: '2025-07-09T15:00:00.000Z' },
      later: { from: '2025-07-31T15:00:00.000Z', before: '2025-08-28T15:00:00.000Z' },
    });
    expect(windowsOf({ decidedAt: DECIDED, doneAt: DONE, on: '2025-08-28' }, AGENDA_RULES)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 28, max: 400 }), (days) => {
        const on = dateIn(new Date(Date.parse('2025-08-01T00:00:00Z') + days * 86_400_000).toISOString());
        const windows = windowsOf({ decidedAt: DECIDED, doneAt: DONE, on }, AGENDA_RULES);
        expect(windows?.days).toBe(Math.min(days, 90));
        for (const { from, before } of [windows?.earlier, windows?.later].flatMap((window) => window ?? []))
          expect(daysBetween(dateIn(from), dateIn(before))).toBe(windows?.days);
      }),
    );
  });

  it('of several is the worst that is known', () => {
    expect(overall(['effective', 'unknown', 'partly'])).toBe('partly');
    expect(overall(['unknown'])).toBe('unknown');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EFFECTS), { minLength: 1 }), (effects) => {
        expect(effects).toContain(overall(effects));
        expect(overall(effects) === 'ineffective').toBe(effects.includes('ineffective'));
      }),
    );
  });
});

import { monthsTo } from '#kernel';
import { figuresOf, MONTHS as COUNT, type CountedSignal, type Keeps } from './issue-figures.js';

const MONTHS = monthsTo('2025-06', COUNT);
const AREAS = ['a', 'b', 'c'];

const cases = (area: string, month: string, n: number): CountedSignal[] =>
  Array.from({ length: n }, (_, i) => ({
    caseKey: `${area} ${month} ${i}`,
    source: 'manual',
    area,
    occurredAt: `${month}-${String(i + 1).padStart(2, '0')}T03:00:00.000Z`,
  }));

const numbers = (lines: readonly { readonly code: string; readonly cases: number | null }[]) =>
  Object.fromEntries(lines.filter((line) => line.cases !== 0).map((line) => [line.code, line.cases]));

describe('the months of an issue', () => {
  it('are twelve, the last that of today, over the turn of the year', () => {
    expect(MONTHS).toHaveLength(12);
    expect([MONTHS[0], MONTHS[5], MONTHS[6], MONTHS.at(-1)]).toEqual(['2024-07', '2024-12', '2025-01', '2025-06']);
  });
});

describe('the numbers of an issue', () => {
  const signals = [...cases('a', '2025-04', 6), ...cases('a', '2025-05', 9), ...cases('b', '2025-05', 2)];
  const counted = (keeps: Keeps, of = signals) => figuresOf(of, { months: MONTHS, areas: AREAS, keeps, least: 5 });

  it('count a case once, where it was first noticed, and nothing of before the twelve months', () => {
    const again = { ...cases('c', '2025-06', 1)[0], caseKey: 'a 2025-04 0' } as CountedSignal;
    const { cases: all, areas, months, sources } = counted('nothing', [...cases('b', '2024-06', 3), ...signals, again]);
    expect(all).toBe(17);
    expect(numbers(areas)).toEqual({ a: 15, b: 2 });
    expect(numbers(months)).toEqual({ '2025-04': 6, '2025-05': 11 });
    expect(numbers(sources)).toEqual({ manual: 17 });
  });

  it('keep back a few, and one more that would tell how few: not by subtraction from the whole either', () => {
    const { cases: all, areas } = counted('few');
    expect(areas.map((line) => line.cases).filter((n) => n !== null && n > 0)).toEqual([]);
    const hidden = 17 - areas.reduce((sum, line) => sum + (line.cases ?? 0), 0);
    expect(all === null || hidden >= 5).toBe(true);
  });

  it('say nothing at all where the whole is few, and zero where there is nothing', () => {
    const { cases: all, areas } = counted('few', cases('a', '2025-05', 4));
    expect(all).toBeNull();
    expect(areas.every((line) => line.cases === null)).toBe(true);
    expect(counted('few', []).cases).toBe(0);
    expect(counted('all', [])).toMatchObject({
      cases: null,
      sources: expect.arrayContaining([{ code: 'manual', cases: null }]),
    });
  });
});

import { blankOf, clockOf, minuteTyped, numberTyped, type Bound } from './rules.ts';

it('reads a number in whichever width it is typed, and leaves to the server what is none', () => {
  expect(numberTyped('７')).toBe(7);
  expect(numberTyped(' −1 ')).toBe(-1);
  expect(numberTyped('-30')).toBe(-30);
  expect(numberTyped('三')).toBe('三');
  expect(numberTyped('')).toBe('');
});

it('says a minute of the day as a clock does', () => {
  expect(clockOf(9 * 60 + 5)).toBe('09:05');
  expect(minuteTyped('09:05')).toBe(9 * 60 + 5);
  expect(minuteTyped('')).toBe('');
});

it('begins an element of a list with what may not be left out', () => {
  const every: Bound = {
    parts: { topic: { word: ['a', 'b'] }, from: { word: 'day' }, scenes: { codes: ['x'], fewest: 1 } },
    spared: ['scenes'],
  };
  expect(blankOf(every, '2026-04-01')).toEqual({ topic: 'a', from: '2026-04-01' });
});

import { RequestCounts } from './request-counts.js';

const NOON = Date.UTC(2026, 10, 28, 12);

describe('the requests of a minute', () => {
  it('are let in up to the limit, and again in the next minute', () => {
    const counts = new RequestCounts();
    const take = (at: number) => counts.take('account:1', 3, NOON + at);
    expect([take(0), take(1), take(2), take(15_000), take(59_999), take(60_000)]).toEqual([0, 0, 0, 45, 1, 0]);
  });

  it('are counted for each apart', () => {
    const counts = new RequestCounts();
    expect(counts.take('account:1', 1, NOON)).toBe(0);
    expect(counts.take('account:2', 1, NOON)).toBe(0);
    expect(counts.take('account:1', 1, NOON)).toBe(60);
  });

  it('of other processes count too, and one’s own only once', () => {
    const counts = new RequestCounts();
    counts.take('a', 10, NOON);
    counts.take('a', 10, NOON);
    expect(counts.untold(NOON)).toEqual([['a', 2]]);
    // Another one while it was being told.
    counts.take('a', 10, NOON);
    counts.heard(2, 'a', 9, NOON);
    expect(counts.untold(NOON)).toEqual([['a', 1]]);
    expect(counts.take('a', 10, NOON)).toBe(60);
  });

  it('of a minute that is over are heard no more', () => {
    const counts = new RequestCounts();
    counts.take('a', 10, NOON);
    counts.heard(1, 'a', 10, NOON + 60_000);
    expect(counts.take('a', 10, NOON + 60_000)).toBe(0);
  });

  it('of the minute that has begun stay counted when one that is over is heard of', () => {
    const counts = new RequestCounts();
    counts.take('a', 1, NOON);
    expect(counts.take('a', 1, NOON + 60_000)).toBe(0);
    counts.heard(1, 'a', 10, NOON + 59_999);
    expect(counts.take('a', 1, NOON + 60_000)).toBe(60);
  });

  it('do not fill the memory, whoever asks', () => {
    const counts = new RequestCounts();
    for (let i = 0; i < 60_000; i++) counts.take(`address:${i}`, 1, NOON);
    expect(counts.untold(NOON)).toHaveLength(50_000);
    expect(counts.take('address:0', 1, NOON)).toBe(60);
  });
});

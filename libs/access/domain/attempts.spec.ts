import fc from 'fast-check';
import { secondsToWait, WINDOW_MIN } from './attempts.js';

const none = { count: 0, lastSecondsAgo: 0 };
const ofName = (count: number, lastSecondsAgo = 0) => secondsToWait({ name: { count, lastSecondsAgo }, place: none });

describe('the wait after failed attempts', () => {
  it('costs nothing for three slips, and then doubles', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((count) => ofName(count))).toEqual([0, 0, 0, 0, 5, 10, 20, 40]);
  });

  it('runs from the last failure, and is over at some time whatever has been', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (names, places) => {
        const failures = (count: number, lastSecondsAgo: number) => ({ count, lastSecondsAgo });
        expect(
          secondsToWait({ name: failures(names, WINDOW_MIN * 60), place: failures(places, WINDOW_MIN * 60) }),
        ).toBe(0);
        expect(secondsToWait({ name: failures(names, 0), place: none })).toBeLessThanOrEqual(WINDOW_MIN * 60);
      }),
    );
    expect(ofName(5, 4)).toBe(6);
  });

  it('lets an office of many people make many slips, and not one that tries all names', () => {
    expect(secondsToWait({ name: none, place: { count: 30, lastSecondsAgo: 0 } })).toBe(0);
    expect(secondsToWait({ name: none, place: { count: 40, lastSecondsAgo: 0 } })).toBe(900);
  });
});

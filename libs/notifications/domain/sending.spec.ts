import fc from 'fast-check';
import { millisOf, plusMillis, plusMinutes, type Instant } from '#kernel';
import { CONTACT_KINDS } from './contact.js';
import { NOTICE_CLASSES, type DeliveryClass } from './notice-class.js';
import { DEFAULT_PREFERENCES, isQuiet, mustBeSound, notPast, routeOf, type Preferences } from './preferences.js';
import { after, fallbackAt, freeAt, packed, SENDING_RULES, type Due } from './sending.js';

const NOW: Instant = '2025-06-02T01:00:00.000Z';
const due = (id: string, rest: Partial<Due> = {}): Due => ({
  id,
  contact: 'c',
  kind: 'email',
  class: 'notice',
  attempts: 0,
  needed: true,
  latestAt: null,
  nextAt: NOW,
  ...rest,
});
const never = () => [];

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const kinds = fc.uniqueArray(fc.constantFrom(...CONTACT_KINDS));
const reached = fc.record({ day: kinds, night: kinds, digest: fc.boolean() });
const preferences: fc.Arbitrary<Preferences> = fc.record({
  quiet: fc.record({ from: minutes, to: minutes }),
  digestAt: minutes,
  classes: fc.record({ emergency: reached, urgent: reached, chase: reached, notice: reached }),
});
const moment = fc.integer({ min: 0, max: 3 * 24 * 60 }).map((n) => plusMinutes(NOW, n));

describe('when a message goes out', () => {
  it('quiet hours and a digest delay it, never past the moment that it is about', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTICE_CLASSES),
        moment,
        preferences,
        kinds,
        fc.option(moment),
        (of, now, likes, has, deadline) => {
          const { at } = routeOf(of, now, likes, has, deadline);
          expect(at >= now).toBe(true);
          expect(millisOf(at) - millisOf(now)).toBeLessThanOrEqual(3 * 24 * 3_600_000);
          expect(deadline === null || deadline < now || at <= deadline).toBe(true);
        },
      ),
    );
  });

  it('an emergency waits for nothing, and goes by whatever the person has', () => {
    fc.assert(
      fc.property(moment, preferences, kinds, fc.option(moment), (now, likes, has, deadline) => {
        const { at, by } = routeOf('emergency', now, likes, has, deadline);
        expect(at).toBe(now);
        expect(by.length > 0).toBe(has.length > 0);
        expect(by.every((kind) => has.includes(kind))).toBe(true);
      }),
    );
  });

  it('by day at once, in quiet hours in the morning, and at night where one has asked for that', () => {
    const night = '2025-06-02T14:30:00.000Z'; // 23:30
    expect(routeOf('chase', NOW, DEFAULT_PREFERENCES, ['email'], null)).toEqual({ at: NOW, by: ['email'] });
    expect(routeOf('chase', night, DEFAULT_PREFERENCES, ['email'], null)).toEqual({
      at: '2025-06-02T22:00:00.000Z',
      by: ['email'],
    });
    const awake = { ...DEFAULT_PREFERENCES.classes.chase, night: ['sms' as const] };
    const owl = { ...DEFAULT_PREFERENCES, classes: { ...DEFAULT_PREFERENCES.classes, chase: awake } };
    expect(routeOf('chase', night, owl, ['email', 'sms'], null)).toEqual({ at: night, by: ['sms'] });
    // What falls due before the morning does not wait for it.
    expect(routeOf('chase', night, DEFAULT_PREFERENCES, ['email'], '2025-06-02T16:00:00.000Z').at).toBe(night);
  });

  it('quiet hours may run over midnight or not, and may be none', () => {
    const at = (from: number, to: number) => isQuiet({ ...DEFAULT_PREFERENCES, quiet: { from, to } }, NOW); // 10:00
    expect([at(21 * 60, 7 * 60), at(9 * 60, 11 * 60), at(11 * 60, 9 * 60), at(0, 0)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['by day', { day: [] }],
    ['by night', { night: [] }],
    ['at once', { digest: true }],
  ])('nobody can silence an emergency %s', (_what, change) => {
    const { classes } = DEFAULT_PREFERENCES;
    expect(() =>
      mustBeSound({ ...DEFAULT_PREFERENCES, classes: { ...classes, emergency: { ...classes.emergency, ...change } } }),
    ).toThrow(/invalid_input/);
    expect(() => mustBeSound(DEFAULT_PREFERENCES)).not.toThrow();
  });
});

describe('what goes out together', () => {
  const anyDue: fc.Arbitrary<Due> = fc.record({
    id: fc.uuid(),
    contact: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('email', 'sms'),
    class: fc.constantFrom<DeliveryClass>(...NOTICE_CLASSES, 'verification'),
    attempts: fc.constantFrom(0, 0, 0, 1, 4),
    needed: fc.constantFrom(true, true, false),
    latestAt: fc.option(moment),
    nextAt: fc.constant(NOW),
  });
  const sets = fc.uniqueArray(anyDue, { selector: ({ id }) => id, maxLength: 30 });
  const histories = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.array(fc.integer({ min: 0, max: 200 }).map((n) => plusMinutes(NOW, -n))),
  );

  it('everything that comes in goes out, waits or is needed no more, once: nothing is dropped', () => {
    fc.assert(
      fc.property(sets, histories, (all, history) => {
        const { send, hold, expire } = packed(all, (contact) => history[contact] ?? [], NOW);
        const out = [
          ...send.flatMap(({ lead, with: others }) => [lead, ...others]),
          ...hold.map(({ id }) => id),
          ...expire,
        ];
        expect(out.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(new Set(expire)).toEqual(new Set(all.filter(({ needed }) => !needed).map(({ id }) => id)));
      }),
    );
  });

  it('an emergency never waits, and never goes with others', () => {
    fc.assert(
      fc.property(sets, histories, (all, history) => {
        const { send, hold } = packed(all, (contact) => history[contact] ?? [], NOW);
        const held = new Set(hold.map(({ id }) => id));
        const alone: string[] = [];
        for (const { id, class: of, needed } of all) if (of === 'emergency' && needed) alone.push(id);
        expect(
          alone.filter((id) => held.has(id) || !send.some((one) => one.lead === id && one.with.length === 0)),
        ).toEqual([]);
      }),
    );
  });

  it('what waits does not wait past its moment, nor for ever', () => {
    fc.assert(
      fc.property(sets, histories, (all, history) => {
        const { hold } = packed(all, (contact) => history[contact] ?? [], NOW);
        for (const { id, until } of hold) {
          const latest = all.find((one) => one.id === id)?.latestAt ?? null;
          expect(until > NOW).toBe(true);
          expect(latest === null || latest < NOW || until <= latest).toBe(true);
          expect(until <= plusMinutes(NOW, 180)).toBe(true);
        }
      }),
    );
  });

  it('one message a person and window; the first at once, what comes after it together', () => {
    expect(packed([due('1'), due('2')], never, NOW).send).toEqual([{ lead: '1', with: ['2'] }]);
    const soon = packed([due('3'), due('4')], () => [plusMinutes(NOW, -1)], NOW);
    expect(soon).toEqual({ send: [], expire: [], hold: ['3', '4'].map((id) => ({ id, until: plusMinutes(NOW, 1) })) });
    expect(packed([due('3'), due('4')], () => [plusMinutes(NOW, -2)], NOW).send).toEqual([{ lead: '3', with: ['4'] }]);
  });

  it('a cap makes what is above it wait for its turn', () => {
    const five = [14, 12, 10, 8, 6].map((n) => plusMinutes(NOW, -n));
    expect(freeAt('sms', five, NOW)).toBe(plusMinutes(NOW, 1));
    expect(freeAt('sms', five.slice(1), NOW)).toBe(NOW);
  });
});

describe('an attempt that did not come through', () => {
  const sent = (of: DeliveryClass, attempts: number, queuedAt = NOW) =>
    after({ class: of, attempts, queuedAt }, { state: 'again', error: 'x' }, NOW);

  it('is made again, later each time', () => {
    expect([1, 2, 3, 4].map((n) => sent('chase', n).nextAt)).toEqual(
      [5, 15, 60, 300].map((s) => plusMillis(NOW, s * 1_000)),
    );
  });

  it('is given up after days, and goes by another channel; an emergency is never given up, and tried every five minutes', () => {
    const longAgo = plusMinutes(NOW, -SENDING_RULES.giveUpHours * 60);
    expect(sent('chase', 30, longAgo)).toEqual({ state: 'failed', nextAt: null, elsewhere: true });
    expect(sent('emergency', 10_000, longAgo)).toEqual({
      state: 'queued',
      nextAt: plusMinutes(NOW, 5),
      elsewhere: false,
    });
  });

  it('goes elsewhere at once where the address takes nothing', () => {
    expect(after({ class: 'chase', attempts: 1, queuedAt: NOW }, { state: 'bounced', error: 'x' }, NOW)).toEqual({
      state: 'bounced',
      nextAt: null,
      elsewhere: true,
    });
    expect(fallbackAt('emergency', NOW)).toBe(plusMillis(NOW, 30_000));
    expect(fallbackAt('verification', NOW)).toBeNull();
  });
});

it('nothing is put off past a deadline that is still to come', () => {
  expect(notPast(plusMinutes(NOW, 9), NOW, plusMinutes(NOW, 5))).toBe(NOW);
  expect(notPast(plusMinutes(NOW, 9), NOW, plusMinutes(NOW, -5))).toBe(plusMinutes(NOW, 9));
});

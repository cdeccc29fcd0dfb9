import * as fc from 'fast-check';
import {
  dutyKey,
  plusHours,
  plusMinutes,
  planned,
  settled,
  type Addressee,
  type CaseRef,
  type Duties,
  type Duty,
  type Instant,
  type Plan,
} from '#kernel';
import { chase, type Chase } from './chase.js';
import type { ObligationEvent } from './obligation.events.js';
import {
  evolve,
  isLive,
  nextAt,
  obligationId,
  reconcile,
  restored,
  stored,
  type Change,
  type Obligation,
  type StoredObligation,
} from './obligation.js';

const START: Instant = '2025-06-02T00:00:00.000Z';
const about: CaseRef = { kind: 'test', id: 'case' };

/** A ladder of which each level tells a person of its own, `hours` from the moment it is planned at. */
const planOf = (step: string, now: Instant, hours: readonly number[], first = 1): Plan => ({
  step,
  owedBy: 'org',
  dueAt: plusHours(now, hours[0] ?? 1),
  urgency: 'routine',
  template: 'test.chase',
  rungs: hours.map((h, i) => ({ level: first + i, at: plusHours(now, h), to: [{ user: `${step}-${first + i}` }] })),
});

interface Sent extends Chase {
  readonly at: Instant;
  readonly id: string;
  readonly dueVersion: number;
}

/** One case with its rows, its people and its clock: what the engine does, without a database. */
class Played {
  now = START;
  duties: Duties = {};
  readonly rows = new Map<string, Obligation>();
  readonly events: { id: string; event: ObligationEvent; at: Instant }[] = [];
  readonly sent: Sent[] = [];
  readonly away = new Set<string>();
  alarmed: readonly string[] = ['base'];

  readonly people = (to: readonly Addressee[]): string[] =>
    to.flatMap((a) => ('user' in a && !this.away.has(a.user) ? [a.user] : []));

  /** A command of the case leaves it with these duties. */
  command(duties: Duties): Change[] {
    this.duties = duties;
    const changes = reconcile(about, [...this.rows.values()], Object.values(duties), this.now);
    for (const { event, after } of changes) this.keep(after.id, event, after);
    return changes;
  }
  plan(...plans: Plan[]) {
    return this.command(planned(this.duties, plans));
  }
  settle(state: 'met' | 'cancelled' | 'missed', ...keys: string[]) {
    return this.command(settled(this.duties, state, ...keys));
  }

  promise(step: string, hours: number, by = 'promiser') {
    const row = this.row(step);
    const event = { type: 'ObligationPromised', payload: { step, by, until: plusHours(this.now, hours) } } as const;
    this.keep(row.id, event, evolve(row, event, this.now));
  }

  /** An alarm rings for a row, due or not. */
  ring(row: Obligation): ObligationEvent[] {
    const { events, messages } = chase(row, this.now, this.people, () => this.alarmed);
    let after = row;
    for (const event of events) {
      after = evolve(after, event, this.now);
      this.keep(row.id, event, after);
    }
    this.sent.push(...messages.map((m) => ({ ...m, at: this.now, id: row.id, dueVersion: row.dueVersion })));
    return events;
  }

  /** Time passes, and each alarm rings at its own moment. */
  pass(hours: number) {
    const until = plusHours(this.now, hours);
    for (;;) {
      const [first] = [...this.rows.values()]
        .filter((row) => dueBy(row, until))
        .toSorted((a, b) => (stepAt(a) ?? '').localeCompare(stepAt(b) ?? ''));
      if (!first) break;
      const at = stepAt(first) ?? this.now;
      if (at > this.now) this.now = at;
      if (this.ring(first).length === 0) throw new Error(`An alarm that is due does nothing: ${JSON.stringify(first)}`);
    }
    this.now = until;
    return this;
  }

  row(step: string): Obligation {
    return this.rows.get(obligationId(about.id, { step })) as Obligation;
  }
  /** Who was told at which level, after how many hours. */
  get told() {
    return this.sent.map(({ to, level, at }) => `${(Date.parse(at) - Date.parse(START)) / 3_600_000}h ${level} ${to}`);
  }

  private keep(id: string, event: ObligationEvent, after: Obligation) {
    this.events.push({ id, event, at: this.now });
    this.rows.set(id, after);
  }
}

/** The engine's own steps only: what the context must do at `actAt` is no alarm of the ladder. */
const stepAt = (row: Obligation) => nextAt({ ...row, actAt: null });
const dueBy = (row: Obligation, until: Instant): boolean => {
  const at = stepAt(row);
  return at !== null && at <= until;
};

describe('a chain', () => {
  it('tells each level its own addressee, once, and ends when the duty is met', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 2, 3, 4]));
    p.pass(2.5);
    expect(p.told).toEqual(['1h 1 a-1', '2h 2 a-2']);
    p.settle('met', 'a');
    p.pass(100);
    expect(p.told).toHaveLength(2);
    expect(p.row('a')).toMatchObject({ state: 'met', rungs: [], level: 2 });
  });

  it('does nothing when an alarm comes early', () => {
    const p = new Played();
    p.plan(planOf('a', START, [5]));
    expect(p.ring(p.row('a'))).toEqual([]);
    expect(p.sent).toEqual([]);
  });

  it('starts over when it is dated anew, under another version', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 2, 3]));
    p.pass(1.5);
    p.plan(planOf('a', p.now, [10, 20]));
    expect(p.row('a')).toMatchObject({ dueVersion: 2, level: null });
    p.pass(9);
    expect(p.told).toEqual(['1h 1 a-1']);
    p.pass(15);
    expect(p.told).toEqual(['1h 1 a-1', '11.5h 1 a-1', '21.5h 2 a-2']);
  });

  it('is left alone by a command that plans the same again', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 2]));
    p.pass(1.5);
    expect(p.plan(planOf('a', START, [1, 2]))).toEqual([]);
  });

  it('opens again when what was met is owed once more', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1]));
    p.settle('met', 'a');
    p.plan(planOf('a', p.now, [2]));
    expect(p.row('a')).toMatchObject({ state: 'open', dueVersion: 2 });
    p.pass(3);
    expect(p.told).toEqual(['2h 1 a-1']);
  });

  it('opens nothing for what was done before anybody had to wait for it', () => {
    const p = new Played();
    expect(p.command({ a: { ...planOf('a', START, [1]), state: 'met' } })).toEqual([]);
    expect(p.rows.size).toBe(0);
  });

  it('ends when the case does not know it any more', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1]));
    p.command({});
    expect(p.row('a').state).toBe('cancelled');
    expect(p.pass(50).sent).toEqual([]);
  });
});

describe('a step that nobody stands on', () => {
  it('is skipped at once, and so are all before somebody is there', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 30, 60, 90]));
    p.away.add('a-1').add('a-2');
    p.pass(1);
    expect(p.told).toEqual(['1h 3 a-3']);
    expect(p.events.map(({ event }) => event.type)).toEqual([
      'ObligationOpened',
      'ObligationStepSkipped',
      'ObligationStepSkipped',
      'ObligationChased',
    ]);
    p.pass(100);
    expect(p.told).toEqual(['1h 3 a-3', '90h 4 a-4']);
  });

  it('as a reminder does not hurry the overdue steps', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 5], 0));
    p.away.add('a-0');
    p.pass(2);
    expect(p.sent).toEqual([]);
    expect(p.row('a').unattended).toBe(false);
    p.pass(10);
    expect(p.told).toEqual(['5h 1 a-1']);
  });

  it('on a whole chain alarms the base, stands unattended, and is tried again until somebody is there', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 2]));
    p.away.add('a-1').add('a-2');
    p.pass(1);
    expect(p.sent).toMatchObject([{ template: 'obligation.unattended', to: 'base', level: null }]);
    expect(p.row('a')).toMatchObject({ unattended: true, state: 'open' });
    p.pass(72);
    expect(p.row('a').unattended).toBe(true);
    // However often it is tried, whoever watches is told by one message.
    expect(new Set(p.sent.map(({ key }) => key)).size).toBe(1);
    p.away.clear();
    p.pass(24);
    expect(p.row('a').unattended).toBe(false);
    expect(p.sent.slice(-2).map(({ to, level }) => [to, level])).toEqual([
      ['a-1', 1],
      ['a-2', 1],
    ]);
  });

  it('stays visible even where nobody hears the alarm', () => {
    const p = new Played();
    p.alarmed = [];
    p.away.add('a-1');
    p.plan(planOf('a', START, [1]));
    p.pass(2);
    expect(p.sent).toEqual([]);
    expect(p.row('a')).toMatchObject({ unattended: true, state: 'open' });
    expect(nextAt(p.row('a'))).toBe(plusHours(START, 25));
  });
});

describe('a promise', () => {
  it('holds the chain until its moment and moves the later steps with it', () => {
    const p = new Played();
    p.plan(planOf('a', START, [2, 4, 6]));
    p.pass(1);
    p.promise('a', 10);
    p.pass(9.9);
    expect(p.sent).toEqual([]);
    expect(p.row('a').state).toBe('promised');
    p.pass(20);
    expect(p.told).toEqual(['11h 1 a-1', '13h 2 a-2', '15h 3 a-3']);
    expect(p.row('a').state).toBe('open');
  });

  it('does not bring steps forward', () => {
    const p = new Played();
    p.plan(planOf('a', START, [20]));
    p.promise('a', 5);
    p.pass(30);
    expect(p.told).toEqual(['20h 1 a-1']);
  });

  it('is asked after each time, when the whole ladder has been sent or there is none', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1]), { ...planOf('b', START, [1]), rungs: [] });
    p.pass(2);
    for (let round = 0; round < 3; round++) {
      p.promise('a', 5, 'a-1');
      p.promise('b', 5, 'b-1');
      p.pass(6);
    }
    expect(p.told).toEqual(['1h 1 a-1', ...[7, 13, 19].flatMap((h) => [`${h}h 1 a-1`, `${h}h 1 b-1`])]);
    expect(new Set(p.sent.map(({ key }) => key)).size).toBe(p.sent.length);
  });

  it('of somebody who has left since is told to the base, and tried again', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1]));
    p.pass(2);
    p.promise('a', 5, 'a-1');
    p.away.add('a-1');
    p.pass(6);
    expect(p.told).toEqual(['1h 1 a-1', '7h null base']);
    expect(p.row('a')).toMatchObject({ state: 'open', unattended: true });
    p.away.clear();
    p.pass(24);
    expect(p.told.at(-1)).toBe('31h 1 a-1');
  });

  it('given anew for an earlier moment brings the chain back to it', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 2]));
    p.promise('a', 100);
    p.promise('a', 10);
    p.pass(20);
    expect(p.told).toEqual(['10h 1 a-1', '11h 2 a-2']);
  });

  it('of somebody who has left is tried again each day, also where somebody was told before it was given', () => {
    const p = new Played();
    p.plan(planOf('a', START, [0]));
    p.pass(0);
    p.promise('a', 1, 'gone');
    p.away.add('gone');
    p.pass(60);
    expect(p.row('a')).toMatchObject({ unattended: true });
    expect(nextAt(p.row('a'))).not.toBeNull();
  });

  it('of somebody who has left is tried again also where only a reminder was planned', () => {
    const p = new Played();
    p.away.add('a-0');
    p.plan(planOf('a', START, [0], 0));
    p.promise('a', 1, 'a-0');
    p.pass(30);
    expect(p.row('a')).toMatchObject({ unattended: true });
    expect(nextAt(p.row('a'))).toBe(plusHours(START, 49));
    p.away.clear();
    p.pass(30);
    expect(p.told.at(-1)).toBe('49h 1 a-0');
  });

  it('still holds when the due date moves, and is asked after even where the plan has no ladder', () => {
    const p = new Played();
    p.plan(planOf('a', START, [2]), { ...planOf('b', START, [1]), rungs: [] });
    p.promise('a', 10);
    p.promise('b', 10, 'b-1');
    p.pass(1);
    p.plan(planOf('a', p.now, [1]), { ...planOf('b', p.now, [40]), rungs: [] });
    p.pass(8);
    expect(p.sent).toEqual([]);
    p.pass(2);
    expect(p.told.toSorted()).toEqual(['10h 1 a-1', '10h 1 b-1']);
  });
});

describe('a miss', () => {
  const missed = (p: Played, actAt: Instant) =>
    p.command({ ...p.duties, a: { ...(p.duties['a'] as Duty), state: 'missed', actAt } });

  it('sends the steps not yet sent at once, each to its own addressee, and nothing afterwards', () => {
    const p = new Played();
    p.plan(planOf('a', START, [1, 5, 9, 13], 0));
    p.pass(6);
    missed(p, plusHours(START, 100));
    p.pass(0);
    expect(p.told).toEqual(['1h 0 a-0', '5h 1 a-1', '6h 2 a-2', '6h 3 a-3']);
    p.pass(90);
    expect(p.told).toHaveLength(4);
    expect(nextAt(p.row('a'))).toBe(plusHours(START, 100));
  });

  it('leaves out a reminder, which is none any more', () => {
    const p = new Played();
    p.plan(planOf('a', START, [50, 60], 0));
    missed(p, plusHours(START, 100));
    p.pass(0);
    expect(p.told).toEqual(['0h 1 a-1']);
  });

  it('of what was never planned opens and misses it', () => {
    const p = new Played();
    p.command({ a: { ...planOf('a', START, [0, 0]), state: 'missed', actAt: plusHours(START, 10) } });
    p.pass(0);
    expect(p.told).toEqual(['0h 1 a-1', '0h 2 a-2']);
    expect(p.row('a')).toMatchObject({ state: 'missed', dueVersion: 1 });
  });

  it('of what had ended before opens it again and misses it', () => {
    const p = new Played();
    p.plan(planOf('a', START, [5]));
    p.settle('cancelled', 'a');
    p.command({ a: { ...planOf('a', START, [0]), state: 'missed', actAt: plusHours(START, 10) } });
    p.pass(0);
    expect(p.row('a')).toMatchObject({ state: 'missed', dueVersion: 2 });
    expect(p.told).toEqual(['0h 1 a-1']);
  });

  it('whose window is over tells nobody any more, also when nobody was there to be told', () => {
    const p = new Played();
    p.plan(planOf('a', START, [50]));
    p.away.add('a-1');
    missed(p, plusHours(START, 100));
    p.pass(1);
    expect(p.row('a').unattended).toBe(true);
    const { actAt: _over, ...rest } = p.duties['a'] as Duty;
    p.command({ a: rest });
    p.away.clear();
    p.pass(200);
    expect(p.sent.filter(({ level }) => level !== null)).toEqual([]);
    expect(nextAt(p.row('a'))).toBeNull();
  });
});

const STEPS = ['a', 'b'] as const;
const step = fc.constantFrom(...STEPS);
const moves = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('plan'),
      step,
      hours: fc.array(fc.integer({ min: -3, max: 60 }), { maxLength: 4 }),
      first: fc.constantFrom(0, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('met', 'cancelled'), step }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('missed'), step, window: fc.integer({ min: 0, max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('forget', 'close'), step }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('promise'),
      step,
      hours: fc.integer({ min: 1, max: 50 }),
      who: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('leave', 'come'), step, who: fc.integer({ min: 0, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('early'), step }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), hours: fc.integer({ min: 1, max: 48 }) }) },
) as fc.Arbitrary<{
  do: string;
  step: 'a' | 'b';
  hours: number | number[];
  first: number;
  window: number;
  who: number;
}>;

function move(
  p: Played,
  m: { do: string; step: 'a' | 'b'; hours: number | number[]; first: number; window: number; who: number },
) {
  const duty = p.duties[m.step];
  const row = p.row(m.step) as Obligation | undefined;
  if (m.do === 'plan')
    p.plan(
      planOf(
        m.step,
        p.now,
        (m.hours as number[]).toSorted((a, b) => a - b),
        m.first,
      ),
    );
  else if (m.do === 'met' || m.do === 'cancelled') p.settle(m.do, m.step);
  else if (m.do === 'missed' && duty?.state === 'open')
    p.command({ ...p.duties, [m.step]: { ...duty, state: 'missed', actAt: plusHours(p.now, m.window) } });
  else if (m.do === 'close' && duty?.state === 'missed') {
    const { actAt: _over, ...rest } = duty;
    p.command({ ...p.duties, [m.step]: rest });
  } else if (m.do === 'forget') {
    const { [m.step]: _gone, ...rest } = p.duties;
    if (duty?.state !== 'missed') p.command(rest);
  } else if (m.do === 'promise' && row && isLive(row)) p.promise(m.step, m.hours as number, `${m.step}-${m.who}`);
  else if (m.do === 'leave') p.away.add(`${m.step}-${m.who}`);
  else if (m.do === 'come') p.away.delete(`${m.step}-${m.who}`);
  else if (m.do === 'pass') p.pass(m.hours as number);
}

describe('whatever happens to the duties of a case', () => {
  const histories = fc.array(moves, { minLength: 1, maxLength: 30 });
  /** Plays a history and looks after each move; `look` gets what was sent and recorded by it. */
  const always = (
    look: (
      p: Played,
      before: { rows: ReadonlyMap<string, Obligation>; sent: number; events: number; now: Instant },
    ) => void,
  ) =>
    fc.assert(
      fc.property(histories, (history) => {
        const p = new Played();
        for (const m of history) {
          const before = { rows: new Map(p.rows), sent: p.sent.length, events: p.events.length, now: p.now };
          move(p, m);
          look(p, before);
        }
      }),
      { numRuns: 3000 },
    );

  it('an open duty always has a live row, and a live row an open duty', () => {
    always((p) => {
      for (const duty of Object.values(p.duties))
        expect(duty.state !== 'open' || isLive(p.row(dutyKey(duty)))).toBe(true);
      for (const row of p.rows.values()) expect(isLive(row)).toBe(p.duties[dutyKey(row.plan)]?.state === 'open');
    });
  });

  it('a live row with a step to come, a promise or nobody on it has a moment at which it is looked at again', () => {
    always((p) => {
      for (const row of p.rows.values()) {
        if (!isLive(row)) continue;
        const waits = row.rungs.length > 0 || row.state === 'promised' || row.unattended;
        expect(waits ? nextAt(row) : 'none').not.toBeNull();
      }
    });
  });

  it('nobody hears of what is met, cancelled or not due', () => {
    always((p, { rows, sent, events, now }) => {
      const quiet = [...rows.values()].filter((row) => row.state === 'met' || row.state === 'cancelled');
      for (const { id } of p.sent.slice(sent)) expect(quiet.map((row) => row.id)).not.toContain(id);
      for (const { event, at } of p.events.slice(events)) expect([event.type, at >= now]).toEqual([event.type, true]);
      // An alarm that rings now, though nothing is due.
      const rung = p.events.length;
      for (const row of p.rows.values()) expect(dueBy(row, p.now) || p.ring(row).length === 0).toBe(true);
      expect(p.events).toHaveLength(rung);
    });
  });

  it('nobody is told of one level of one date twice', () => {
    always((p) => {
      const keys = p.sent.filter(({ level }) => level !== null).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const said = p.sent
        .filter(({ level }) => level !== null)
        .map(({ id, level, dueVersion, to }) => [id, level, dueVersion, to].join());
      expect(new Set(said).size).toBe(said.length);
    });
  });

  it('a promise is kept: nothing is said of it before its moment, and something after it', () => {
    always((p, { rows, sent }) => {
      for (const row of rows.values()) {
        if (row.state !== 'promised' || p.row(dutyKey(row.plan)).state === 'missed') continue;
        for (const { id, at } of p.sent.slice(sent)) expect(id === row.id && at < (row.heldUntil ?? '')).toBe(false);
      }
    });
    // … chased after: whoever promised and did not do it.
    fc.assert(
      fc.property(histories, step, (history, which) => {
        const p = new Played();
        for (const m of history) move(p, m);
        const row = p.row(which) as Obligation | undefined;
        fc.pre(row !== undefined && isLive(row));
        p.away.clear();
        p.promise(which, 24, `${which}-1`);
        const before = p.sent.length;
        p.pass(24 * 10);
        expect(p.sent.slice(before).some(({ id, level }) => id === row?.id && level !== null)).toBe(true);
      }),
    );
  });

  it('a missed one has sent what was unsent, or waits until somebody is there', () => {
    always((p, { rows }) => {
      for (const row of p.rows.values()) {
        if (row.state !== 'missed' || rows.get(row.id)?.state === 'missed') continue;
        const before = p.sent.length;
        const unsent = row.rungs.map(({ level }) => level);
        p.pass(0);
        const now = p.rows.get(row.id) as Obligation;
        const levels = p.sent
          .slice(before)
          .flatMap(({ id, level }) => (id === row.id && level !== null ? [level] : []));
        expect(levels.every((level) => unsent.includes(level))).toBe(true);
        expect(now.rungs.length === 0 || now.unattended).toBe(true);
      }
    });
  });

  it('a chain that reached nobody is unattended, and is not when somebody was told of it', () => {
    always((p, { sent }) => {
      const last = new Map(
        p.sent
          .slice(sent)
          .filter(({ level }) => level !== null)
          .map((m) => [m.id, m]),
      );
      for (const row of p.rows.values()) {
        const overdue = row.plan.rungs.some(({ level }) => level > 0);
        const exhausted = isLive(row) && overdue && row.rungs.length === 0;
        expect(exhausted && (row.level ?? 0) === 0).toBe(false);
        expect(
          last.has(row.id) &&
            row.unattended &&
            last.get(row.id)?.dueVersion === row.dueVersion &&
            row.level !== null &&
            row.level > 0,
        ).toBe(false);
      }
    });
  });

  it('the rows come back from their facts as they were', () => {
    always((p) => {
      const again = new Map<string, Obligation>();
      for (const { id, event, at } of p.events) again.set(id, evolve(again.get(id), event, at));
      expect(again).toEqual(p.rows);
      for (const row of p.rows.values()) expect(row.seq).toBe(p.events.filter(({ id }) => id === row.id).length);
    });
  });

  it('a command said twice changes nothing the second time', () => {
    always((p) => expect(p.command(p.duties)).toEqual([]));
  });

  it('its rows read from the database, with their keys in another order, change nothing either', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([k, v]) => [k, shuffled(v)]),
            )
          : value;
    always((p) => {
      const rows = [...p.rows.values()].map((row) => restored(shuffled(stored(row)) as StoredObligation));
      expect(rows).toEqual([...p.rows.values()]);
      expect(reconcile(about, rows, Object.values(p.duties), plusMinutes(p.now, 1))).toEqual([]);
    });
  });
});

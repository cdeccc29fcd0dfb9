import fc from 'fast-check';
import { plusMinutes, type CaseRef, type Duty, type Instant } from '#kernel';
import { isLive } from './obligation.js';
import { isLogged, type ObligationEvent } from './obligation.events.js';
import { Owed } from './owed.js';

const START: Instant = '2026-04-01T00:00:00.000Z';
const DERIVED = ['ObligationOpened', 'ObligationRedated', 'ObligationMet', 'ObligationCancelled'];
const about: CaseRef = { kind: 'test', id: '00000000-0000-4000-8000-000000000001' };

type Own = 'ObligationChased' | 'ObligationPromised';

const duty = fc.record({
  step: fc.constantFrom('a', 'b'),
  state: fc.constantFrom<Duty['state'][]>('open', 'met', 'missed', 'cancelled'),
  dueIn: fc.integer({ min: 1, max: 3 }),
  window: fc.boolean(),
});
/** A fact and what it leaves owed, or a step of the engine's own on whatever is live. */
const move = fc.oneof(
  fc.record({ duties: fc.uniqueArray(duty, { selector: ({ step }) => step, maxLength: 2 }) }),
  fc.record({ engine: fc.constantFrom<Own[]>('ObligationChased', 'ObligationPromised') }),
);

type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
type Said = typeof duty extends fc.Arbitrary<infer D> ? D : never;

const dutyOf = ({ step, state, dueIn, window }: Said): Duty => {
  const dueAt = plusMinutes(START, dueIn);
  const to = [{ user: 'u' }];
  return {
    step,
    state,
    owedBy: 'o',
    dueAt,
    urgency: 'routine',
    template: 't',
    rungs: [0, 1, 2].map((level) => ({ level, at: plusMinutes(dueAt, level), to })),
    ...(window && { actAt: plusMinutes(dueAt, 9) }),
  };
};

interface Logged {
  readonly id: string;
  readonly seq: number;
  readonly event: ObligationEvent;
  readonly at: Instant;
}
type Line = { readonly duties: readonly Duty[]; readonly at: Instant } | Logged;

/** Plays moves as commands and the engine do, and keeps of them what they write. */
function played(moves: readonly Move[]) {
  const owed = new Owed();
  const log: Line[] = [];
  moves.forEach((one, i) => {
    const at = plusMinutes(START, i);
    if ('duties' in one) {
      const duties = one.duties.map(dutyOf);
      log.push({ duties, at });
      for (const { event, after } of owed.follow(about, duties, at))
        if (isLogged(event)) log.push({ id: after.id, seq: after.seq, event, at });
      return;
    }
    const row = owed.rows.find(isLive);
    if (!row) return;
    const event: ObligationEvent =
      one.engine === 'ObligationChased'
        ? { type: 'ObligationChased', payload: { about, step: row.plan.step, level: 1, to: ['u'], nextAt: null } }
        : { type: 'ObligationPromised', payload: { step: row.plan.step, by: 'u', until: plusMinutes(at, 5) } };
    expect(owed.take(row.id, row.seq + 1, event, at)).toBe(true);
    log.push({ id: row.id, seq: row.seq + 1, event, at });
  });
  return { owed, log };
}

const replay = (log: readonly Line[]): { owed: Owed; whole: boolean } => {
  const owed = new Owed();
  let whole = true;
  for (const line of log)
    if ('duties' in line) owed.follow(about, line.duties, line.at);
    else if (!owed.take(line.id, line.seq, line.event, line.at)) whole = false;
  return { owed, whole };
};

describe('what is owed', () => {
  it('comes out of the facts and what the engine wrote as it stood', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const { owed, log } = played(moves);
        const again = replay(log);
        expect(again.whole).toBe(true);
        expect(again.owed.rows).toEqual(owed.rows);
      }),
    );
  });

  it('writes neither an opening nor what a fact fulfilled', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const written = played(moves).log.flatMap((line) => ('event' in line ? [line.event.type] : []));
        expect(written.filter((type) => DERIVED.includes(type))).toEqual([]);
      }),
    );
  });

  it('shows where a step of the engine is missing from the log', () => {
    const { log } = played([
      { duties: [{ step: 'a', state: 'open', dueIn: 1, window: false }] },
      { engine: 'ObligationChased' },
      { engine: 'ObligationPromised' },
    ]);
    expect(replay(log).whole).toBe(true);
    expect(replay(log.filter((line) => !('event' in line) || line.event.type !== 'ObligationChased')).whole).toBe(
      false,
    );
  });
});

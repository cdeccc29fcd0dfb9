import {
  dutyKey,
  idOf,
  millisOf,
  plusMillis,
  unreachable,
  type CaseRef,
  type Duty,
  type Instant,
  type Plan,
  type Rung,
} from '#kernel';
import type { ObligationEvent } from './obligation.events.js';

export type ObligationState = 'open' | 'promised' | 'met' | 'missed' | 'cancelled';

/**
 * One thing owed, as its row holds it: the row is the head of the obligation's own stream. `plan` is what the case asked
 * for last, `rungs` the steps still to come, `level` the last one sent.
 */
export interface Obligation {
  readonly id: string;
  readonly about: CaseRef;
  readonly plan: Plan;
  /** Counts re-datings, so that an alarm set for an earlier date is known to be stale. */
  readonly dueVersion: number;
  readonly state: ObligationState;
  readonly rungs: readonly Rung[];
  readonly level: number | null;
  readonly actAt: Instant | null;
  /** "I have it, by …": the chain rests until then. */
  readonly heldUntil: Instant | null;
  /** The chain reached nobody: it stands on the board until somebody is there. */
  readonly unattended: boolean;
  readonly openedAt: Instant;
  readonly seq: number;
}

/** As its row keeps it: a ladder of which nothing was sent, skipped or moved stands in the plan already. */
export type StoredObligation = Omit<Obligation, 'rungs'> & { readonly rungs?: readonly Rung[] };

/** In one order of its parts, whatever it has gone through: rows are compared as the texts that they are. */
export const stored = (o: Obligation): StoredObligation => ({
  id: o.id,
  about: o.about,
  plan: o.plan,
  dueVersion: o.dueVersion,
  state: o.state,
  ...(o.rungs !== o.plan.rungs && { rungs: o.rungs }),
  level: o.level,
  actAt: o.actAt,
  heldUntil: o.heldUntil,
  unattended: o.unattended,
  openedAt: o.openedAt,
  seq: o.seq,
});

export const restored = (body: StoredObligation): Obligation => ({ ...body, rungs: body.rungs ?? body.plan.rungs });

export const obligationId = (caseId: string, plan: Pick<Plan, 'step' | 'instance'>): string =>
  idOf('obligation', caseId, dutyKey(plan));

export const isLive = ({ state }: Pick<Obligation, 'state'>): boolean => state === 'open' || state === 'promised';

/** When the engine must look at it next; null when nothing is to come. */
export function nextAt({ rungs, actAt, state }: Obligation): Instant | null {
  if (state === 'met' || state === 'cancelled') return null;
  const [first] = rungs;
  if (!first) return actAt;
  return actAt !== null && actAt < first.at ? actAt : first.at;
}

/** Steps still to come, moved so that the first waits for the promised moment and the others keep their distance. */
export function heldBack(rungs: readonly Rung[], until: Instant | null): readonly Rung[] {
  const [first] = rungs;
  if (!first || until === null || first.at >= until) return rungs;
  const shift = millisOf(until) - millisOf(first.at);
  return rungs.map((rung) => ({ ...rung, at: plusMillis(rung.at, shift) }));
}

/** Steps still to come at the moments that the plan gave them: an earlier promise may have moved them further than this one. */
function asPlanned(rungs: readonly Rung[], { rungs: all }: Plan): readonly Rung[] {
  const own = rungs.map((rung) => all.find(({ level, to }) => level === rung.level && same(to, rung.to)));
  return own.every((rung) => rung !== undefined) ? own : rungs;
}

/**
 * A chain without a step left would rest for ever after a promise, so that who promised is asked again: in a round of its
 * own, as a message of a level, date and person is sent once.
 */
const afterPromise = ({ rungs, plan, level, dueVersion }: Obligation, by: string, until: Instant) =>
  rungs.length > 0
    ? { rungs: heldBack(asPlanned(rungs, plan), until) }
    : { rungs: [{ level: Math.max(level ?? 1, 1), at: until, to: [{ user: by }] }], dueVersion: dueVersion + 1 };

/** A promise whose moment has come is over. */
const afterwards = ({ state }: Obligation): ObligationState => (state === 'promised' ? 'open' : state);

export function evolve(before: Obligation | undefined, event: ObligationEvent, at: Instant): Obligation {
  if (event.type === 'ObligationOpened') {
    const { about, plan, dueVersion } = event.payload;
    return {
      id: obligationId(about.id, plan),
      about,
      plan,
      dueVersion,
      state: 'open',
      rungs: plan.rungs,
      level: null,
      actAt: plan.actAt ?? null,
      heldUntil: null,
      unattended: false,
      openedAt: before?.openedAt ?? at,
      seq: (before?.seq ?? 0) + 1,
    };
  }
  if (!before) throw new Error(`${event.type} without ObligationOpened`);
  const next = { ...before, seq: before.seq + 1 };
  switch (event.type) {
    case 'ObligationRedated': {
      const { plan, dueVersion } = event.payload;
      // A plan without a ladder still owes what was promised.
      const promised = plan.rungs.length === 0 && next.state === 'promised';
      const rungs = promised ? next.rungs : heldBack(plan.rungs, next.heldUntil);
      return { ...next, plan, dueVersion, rungs, level: null, actAt: plan.actAt ?? null, unattended: false };
    }
    case 'ObligationChased': {
      const { level } = event.payload;
      const rungs = next.rungs.filter((rung) => rung.level !== level);
      return { ...next, state: afterwards(next), rungs, level, heldUntil: null, unattended: false };
    }
    case 'ObligationStepSkipped':
      return { ...next, rungs: next.rungs.filter((rung) => rung.level !== event.payload.level) };
    case 'ObligationPromised': {
      const { by, until } = event.payload;
      return { ...next, state: 'promised', heldUntil: until, ...afterPromise(next, by, until) };
    }
    case 'ObligationMet':
      return { ...next, state: 'met', rungs: [], actAt: null, heldUntil: null, unattended: false };
    case 'ObligationCancelled':
      return { ...next, state: 'cancelled', rungs: [], actAt: null, heldUntil: null, unattended: false };
    case 'ObligationMissed':
      return {
        ...next,
        state: 'missed',
        rungs: event.payload.rungs,
        actAt: event.payload.actAt ?? null,
        heldUntil: null,
      };
    case 'ObligationWindowClosed':
      return { ...next, rungs: [], actAt: null, unattended: false };
    case 'ObligationUnattended':
      return { ...next, state: afterwards(next), heldUntil: null, unattended: true, rungs: event.payload.again };
    default:
      return unreachable(event);
  }
}

/** One fact about one obligation, with its row before and after. */
export interface Change {
  readonly before: Obligation | undefined;
  readonly event: ObligationEvent;
  readonly after: Obligation;
}

/** What a case's duties change about what stands in its rows. */
export function reconcile(
  about: CaseRef,
  rows: readonly Obligation[],
  duties: readonly Duty[],
  now: Instant,
): Change[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set<string>();
  const changes: Change[] = [];
  const apply = (before: Obligation | undefined, events: readonly ObligationEvent[]) => {
    for (const event of events) {
      const after = evolve(before, event, now);
      changes.push({ before, event, after });
      before = after;
    }
  };
  for (const { state, ...plan } of duties) {
    const id = obligationId(about.id, plan);
    wanted.add(id);
    apply(byId.get(id), transitions(about, byId.get(id), state, plan, now));
  }
  for (const row of rows)
    if (!wanted.has(row.id) && isLive(row))
      apply(row, [{ type: 'ObligationCancelled', payload: { step: row.plan.step } }]);
  return changes;
}

function transitions(
  about: CaseRef,
  row: Obligation | undefined,
  state: Duty['state'],
  plan: Plan,
  now: Instant,
): ObligationEvent[] {
  const { step, actAt } = plan;
  const opened = (dueVersion: number): ObligationEvent => ({
    type: 'ObligationOpened',
    payload: { about, step, plan, dueVersion },
  });
  // Steps not yet sent go out at the moment of the miss, once, each to its own addressee.
  const missed = (rungs: readonly Rung[]): ObligationEvent => ({
    type: 'ObligationMissed',
    payload: {
      step,
      rungs: rungs.filter(({ level }) => level > 0).map((rung) => ({ ...rung, at: now })),
      ...(actAt !== undefined && { actAt }),
    },
  });
  switch (state) {
    case 'open':
      if (!row) return [opened(1)];
      if (!isLive(row)) return [opened(row.dueVersion + 1)];
      return same(row.plan, plan)
        ? []
        : [{ type: 'ObligationRedated', payload: { step, plan, dueVersion: row.dueVersion + 1 } }];
    case 'met':
      // What was fulfilled before anybody had to wait for it never opened.
      return row && isLive(row) ? [{ type: 'ObligationMet', payload: { step } }] : [];
    case 'cancelled':
      return row && isLive(row) ? [{ type: 'ObligationCancelled', payload: { step } }] : [];
    case 'missed':
      if (row?.state !== 'missed' && !(row && isLive(row)))
        return [opened((row?.dueVersion ?? 0) + 1), missed(plan.rungs)];
      if (isLive(row)) return [missed(row.rungs)];
      return row.actAt !== null && actAt === undefined ? [{ type: 'ObligationWindowClosed', payload: { step } }] : [];
    default:
      return unreachable(state);
  }
}

/** Whether two values say the same. What comes back from the database may have its keys in another order. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]));
}

import { idFrom, madeAt, type Recorded } from '#kernel';
import { isLogged, Owed, type Change, type ObligationEvent } from '#obligations';
import { DERIVING, recorded, type EventRow } from '#platform';
import { aboutOf } from './folded.js';
import type { AnyKind, Kinds } from './kinds.js';

/** A row of the log, its payload in the shape of today. */
export type Played = Pick<
  EventRow,
  'event_id' | 'stream' | 'kind' | 'seq' | 'type' | 'form' | 'occurred_at' | 'payload'
>;

/** One case as its log tells it: its state, and with it what it owes, which the log says only in part. */
export class Replay {
  state: unknown;
  version = 0;
  readonly owed = new Owed();

  constructor(
    readonly kind: AnyKind,
    readonly id: string,
  ) {
    this.state = kind.decider.initial;
  }

  /** The next row of the case. Returns what follows from it and is not written; undefined where it is not the next. */
  play({ event_id, stream, kind, seq, type, form, occurred_at, payload }: Played): readonly Change[] | undefined {
    const { decider } = this.kind;
    if (kind === 'obligation')
      return this.owed.take(stream, seq, { type, payload } as ObligationEvent, occurred_at) ? [] : undefined;
    if (stream !== this.id || kind !== this.kind.kind || seq !== this.version + 1) return undefined;
    this.state = decider.evolve(this.state, { type, payload }, occurred_at);
    this.version = seq;
    // A log of before says it in events of its own.
    if (form < DERIVING) return [];
    return this.owed
      .follow(aboutOf(this.kind, this.id, this.state), decider.duties(this.state), decidedAt(event_id))
      .filter(({ event }) => !isLogged(event));
  }
}

/**
 * Whole cases as people read them: what a fact made somebody owe stands after the facts of its command, as it would if it
 * were written.
 */
export function told(kinds: Kinds, rows: readonly EventRow[]): Recorded[] {
  const replays = new Map<string, Replay>();
  const said: Recorded[] = [];
  let before: EventRow | undefined;
  let owed: Recorded[] = [];
  for (const row of rows) {
    if (before && !ofOneCommand(before, row)) said.push(...owed.splice(0));
    const { correlation_id: caseId, kind } = row;
    const replay = replays.get(caseId) ?? new Replay(kinds.of(kind), caseId);
    replays.set(caseId, replay);
    const fact = recorded({ ...row, payload: kinds.asToday(row.type, row.schema_version, row.payload) });
    said.push(fact);
    for (const change of replay.play({ ...row, payload: fact.payload }) ?? []) owed.push(follows(fact, change));
    before = row;
  }
  return [...said, ...owed];
}

/** Facts of one command stand together and were decided at one moment. */
const ofOneCommand = (a: EventRow, b: EventRow): boolean =>
  b.kind !== 'obligation' && a.stream === b.stream && decidedAt(a.event_id) === decidedAt(b.event_id);

const follows = (fact: Recorded, { event, after: { id, seq } }: Change): Recorded => ({
  ...fact,
  eventId: idFrom(decidedAt(fact.eventId), fact.eventId, `${id}:${seq}`),
  type: event.type,
  schemaVersion: 1,
  occurredAt: decidedAt(fact.eventId),
  aggregate: { kind: 'obligation', id, seq },
  payload: event.payload,
});

/** A fact's id holds the moment of its decision; with it is dated what it made somebody owe. */
const decidedAt = madeAt;

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
    // A log of before says it in events of its own. Else it is dated as decided, which a fact's id holds.
    if (form < DERIVING) return [];
    return this.owed
      .follow(aboutOf(this.kind, this.id, decider.bearings(this.state)), decider.duties(this.state), madeAt(event_id))
      .filter(({ event }) => !isLogged(event));
  }
}

/** Whole cases as people read them: what a fact made somebody owe stands beside it, as if it were written. */
export function told(kinds: Kinds, rows: readonly EventRow[]): Recorded[] {
  const replays = new Map<string, Replay>();
  return rows.flatMap((row) => {
    const { correlation_id: caseId, kind } = row;
    const replay = replays.get(caseId) ?? new Replay(kinds.of(kind), caseId);
    replays.set(caseId, replay);
    const fact = recorded({ ...row, payload: kinds.asToday(row.type, row.schema_version, row.payload) });
    const owed = replay.play({ ...row, payload: fact.payload }) ?? [];
    return [fact, ...owed.map((change) => follows(fact, change))];
  });
}

const follows = (fact: Recorded, { event, after: { id, seq } }: Change): Recorded => ({
  ...fact,
  eventId: idFrom(madeAt(fact.eventId), fact.eventId, `${id}:${seq}`),
  type: event.type,
  schemaVersion: 1,
  occurredAt: madeAt(fact.eventId),
  aggregate: { kind: 'obligation', id, seq },
  payload: event.payload,
});

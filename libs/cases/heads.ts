import { Inject, Injectable } from '@nestjs/common';
import { Batcher, Databases, EventLog } from '#platform';
import { stateOf } from './cases.js';
import { Kinds } from './kinds.js';

/** A head as a query reads it. */
export interface FoundHead {
  readonly stream: string;
  readonly kind: string;
  readonly status: string;
  readonly state: unknown;
  readonly state_version: number;
}

type Found = Pick<FoundHead, 'state' | 'state_version'>;

interface Wanted {
  readonly prefecture: string;
  readonly kind: string;
  readonly ids: readonly string[];
}

/**
 * States of streams, as of now: look-ups of commands read them and never a view that may lag behind. Commands that look
 * up at the same time share one round trip.
 */
@Injectable()
export class Heads {
  private readonly reads = new Batcher<Wanted, Map<string, unknown>>((wanted) => this.readAll(wanted), 1);

  constructor(
    @Inject(Databases) private readonly databases: Databases,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  async of<State>(prefecture: string, kind: string, ids: readonly string[]): Promise<Map<string, State>> {
    if (ids.length === 0) return new Map();
    return (await this.reads.add({ prefecture, kind, ids })) as Map<string, State>;
  }

  /** Streams of a kind whose state contains all of the given (as jsonb `@>`), oldest first. */
  async where<State>(prefecture: string, kind: string, contains: object = {}): Promise<{ id: string; state: State }[]> {
    const { rows } = await this.databases.writer.query<{ id: string } & Found>({
      name: 'heads-where',
      text: `SELECT stream AS id, state, state_version FROM stream_head
              WHERE prefecture = $1 AND kind = $2 AND state @> $3::jsonb ORDER BY stream`,
      values: [prefecture, kind, JSON.stringify(contains)],
    });
    return Promise.all(
      rows.map(async ({ id, ...found }) => ({
        id,
        state: (await this.today(prefecture, { kind, stream: id, ...found })) as State,
      })),
    );
  }

  /** An older head is folded anew: nobody decides on a state that today's rules would not have made. */
  today(prefecture: string, head: Pick<FoundHead, 'stream' | 'kind' | 'state' | 'state_version'>): Promise<unknown> {
    return stateOf(this.log, this.kinds.of(head.kind), prefecture, head);
  }

  /** The state of the stream that holds a unique thing just now, as the live case of a patient. */
  async holding<State>(prefecture: string, kind: string, claim: string): Promise<State | undefined> {
    const { rows } = await this.databases.writer.query<{ state: State }>({
      name: 'head-holding',
      text: `SELECT h.state FROM claim c JOIN stream_head h ON h.prefecture = c.prefecture AND h.stream = c.stream
              WHERE c.prefecture = $1 AND c.claim = $2 AND h.kind = $3`,
      values: [prefecture, claim, kind],
    });
    return rows[0]?.state;
  }

  private async readAll(wanted: readonly Wanted[]): Promise<readonly PromiseSettledResult<Map<string, unknown>>[]> {
    const all = new Map(
      wanted.flatMap(({ prefecture, kind, ids }) =>
        ids.map((id) => [`${prefecture} ${kind} ${id}`, { prefecture, kind, id }] as const),
      ),
    );
    const asked = [...all.values()];
    const { rows } = await this.databases.writer.query<{ n: number } & Found>({
      name: 'heads-of',
      text: `SELECT w.n::int AS n, h.state, h.state_version
               FROM unnest($1::text[], $2::text[], $3::uuid[]) WITH ORDINALITY AS w(prefecture, kind, stream, n)
               JOIN stream_head h ON h.prefecture = w.prefecture AND h.stream = w.stream AND h.kind = w.kind`,
      values: [asked.map(({ prefecture }) => prefecture), asked.map(({ kind }) => kind), asked.map(({ id }) => id)],
    });
    const keys = [...all.keys()];
    const states = new Map(
      await Promise.all(
        rows.map(async ({ n, ...found }) => {
          const { prefecture = '', kind = '', id = '' } = asked[n - 1] ?? {};
          return [keys[n - 1], await this.today(prefecture, { kind, stream: id, ...found })] as const;
        }),
      ),
    );
    return wanted.map(({ prefecture, kind, ids }) => ({
      status: 'fulfilled',
      value: new Map(
        ids.flatMap((id) => {
          const state = states.get(`${prefecture} ${kind} ${id}`);
          return state === undefined ? [] : [[id, state] as const];
        }),
      ),
    }));
  }
}

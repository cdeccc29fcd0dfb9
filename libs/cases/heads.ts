import { Inject, Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Batcher, Databases, EventLog } from '#platform';
import { stateOf } from './folded.js';
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

/** So many look-ups of a prefecture are kept; then it begins anew. */
const MOST_KEPT = 20_000;

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
  private readonly command = new AsyncLocalStorage<true>();
  private readonly kept = new Map<string, { readonly reference: number; readonly states: Map<string, unknown> }>();
  private readonly reads = new Batcher<Wanted, Map<string, unknown>>((wanted) => this.readAll(wanted), 1);

  constructor(
    @Inject(Databases) private readonly databases: Databases,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  /**
   * Looks up for a command. What commands of all kinds look up (institutions, people, areas, rules) is kept as it stood at
   * `reference`, the place in the log of its last change, which a command reads with its ground.
   */
  during<T>(prefecture: string, reference: number, look: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(prefecture);
    if (!kept || kept.reference < reference || kept.states.size > MOST_KEPT)
      this.kept.set(prefecture, { reference, states: new Map() });
    return this.command.run(true, look);
  }

  async of<State>(prefecture: string, kind: string, ids: readonly string[]): Promise<Map<string, State>> {
    if (ids.length === 0) return new Map();
    const kept = this.keptOf(prefecture, kind);
    if (!kept) return (await this.reads.add({ prefecture, kind, ids })) as Map<string, State>;
    const nameOf = (id: string) => `${kind} ${id}`;
    const missing = ids.filter((id) => !kept.has(nameOf(id)));
    if (missing.length > 0) {
      const read = await this.reads.add({ prefecture, kind, ids: missing });
      for (const id of missing) kept.set(nameOf(id), read.get(id));
    }
    return new Map(
      ids.flatMap((id) => {
        const state = kept.get(nameOf(id));
        return state === undefined ? [] : [[id, state as State] as const];
      }),
    );
  }

  /** Streams of a kind whose state contains all of the given (as jsonb `@>`), oldest first. */
  async where<State>(prefecture: string, kind: string, contains: object = {}): Promise<{ id: string; state: State }[]> {
    const kept = this.keptOf(prefecture, kind);
    const name = `${kind} ${JSON.stringify(contains)}`;
    const known = kept?.get(name) as { id: string; state: State }[] | undefined;
    if (known) return known;
    const found = await this.readWhere<State>(prefecture, kind, contains);
    kept?.set(name, found);
    return found;
  }

  /** What is kept of a kind, while a command looks up; undefined where nothing is. */
  private keptOf(prefecture: string, kind: string): Map<string, unknown> | undefined {
    if (this.command.getStore() === undefined || this.kinds.find(kind)?.reference !== true) return undefined;
    return this.kept.get(prefecture)?.states;
  }

  private async readWhere<State>(
    prefecture: string,
    kind: string,
    contains: object,
  ): Promise<{ id: string; state: State }[]> {
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

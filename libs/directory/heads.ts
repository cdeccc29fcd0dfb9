import { Injectable } from '@nestjs/common';
import { Databases } from '#platform';

/** States of streams, as of now: look-ups of commands read them and never a view that may lag behind. */
@Injectable()
export class Heads {
  constructor(private readonly databases: Databases) {}

  async of<State>(prefecture: string, kind: string, ids: readonly string[]): Promise<Map<string, State>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.databases.writer.query<{ stream: string; state: State }>({
      name: 'heads-of',
      text: 'SELECT stream, state FROM stream_head WHERE prefecture = $1 AND kind = $2 AND stream = ANY ($3::uuid[])',
      values: [prefecture, kind, [...new Set(ids)]],
    });
    return new Map(rows.map(({ stream, state }) => [stream, state]));
  }

  /** Streams of a kind whose state contains all of the given (as jsonb `@>`), oldest first. */
  async where<State>(prefecture: string, kind: string, contains: object = {}): Promise<{ id: string; state: State }[]> {
    const { rows } = await this.databases.writer.query<{ id: string; state: State }>({
      name: 'heads-where',
      text: `SELECT stream AS id, state FROM stream_head
              WHERE prefecture = $1 AND kind = $2 AND state @> $3::jsonb ORDER BY stream`,
      values: [prefecture, kind, JSON.stringify(contains)],
    });
    return rows;
  }
}

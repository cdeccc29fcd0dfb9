import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { Instant, Recorded } from '#kernel';
import { Databases, type Queryable } from '../database/databases.js';
import { Vault } from '../vault/vault.js';
import { Batcher } from './batcher.js';
import {
  EVENT_COLUMNS,
  LostRace,
  recorded,
  type Appended,
  type Commit,
  type EventRow,
  type HeadRow,
} from './commit.js';
import { APPEND_SQL, wireOf } from './wire.js';

const RACES: Record<string, LostRace['race']> = {
  TS001: 'stream',
  TS002: 'claim',
  TS003: 'key',
  TS004: 'obligation',
};
/** Two appends under way: one holds the prefecture's head while the other is on its way there. */
const LANES = 2;
/** Of a set that is appended whole, so many at a time: more would not be faster, and would hold up this process for longer. */
const PIECE = 250;

/** The head, answer and clock that a command is decided on. */
export interface Ground {
  readonly now: Instant;
  readonly head: HeadRow | undefined;
  readonly obligations: readonly { readonly body: unknown; readonly fence: number }[];
  readonly answer: { readonly body_hash: string; readonly answer: unknown; readonly position: number } | undefined;
  /** Where in the log anything last changed that commands look up and keep. */
  readonly reference: number;
  /** In which relations the caller stands to the case. */
  readonly relations: readonly string[];
}

interface Wanted {
  readonly prefecture: string;
  readonly stream: string;
  /** A stream of another kind is not there: an id says nothing of what it is the id of. */
  readonly kind: string;
  /** Whose relations to the case are asked for. */
  readonly caller: { readonly user_id: string; readonly organization: string } | null;
  readonly key: { readonly user_id: string; readonly key: string } | null;
}

/** The log (design decisions 1, 3, 4): what is in it happened, in the order of its positions. */
@Injectable()
export class EventLog {
  private readonly appends = new Batcher<Commit, Appended>((commits) => this.appendAll(commits), LANES, 64, canJoin);
  private readonly grounds = new Batcher<Wanted, Ground>((wanted) => this.readAll(wanted), 1);
  private upcast: (fact: Pick<Recorded, 'type' | 'schemaVersion' | 'payload'>) => object = ({ payload }) => payload;
  private readonly grew = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  /** Everything a decision needs, read with whatever else waits just now. */
  ground(wanted: Wanted): Promise<Ground> {
    return this.grounds.add(wanted);
  }

  /** @throws LostRace when somebody else was first. */
  append(commit: Commit): Promise<Appended> {
    return this.appends.add(commit);
  }

  /**
   * One transaction that locks rows, decides on them, and appends what follows. For who takes what is due: a command reads
   * first and appends under what it expects.
   */
  async holding<T>(
    prefecture: string,
    work: (tx: Queryable, append: (commit: Commit) => Promise<unknown>) => Promise<T>,
  ): Promise<T> {
    const result = await this.databases.writing((tx) => work(tx, (commit) => this.call([commit], tx)));
    this.grew.emit('append', prefecture);
    return result;
  }

  /**
   * Many commands at once, whole or not at all, and with `alongside` what is kept of them elsewhere: an import (ADR 0025).
   * The heads that they write are locked first, in the order of every append: the prefecture's head, which the first piece
   * takes and keeps, comes after them.
   * @throws LostRace when somebody else was first, and then nothing is written.
   */
  async appendWhole(
    prefecture: string,
    commits: readonly Commit[],
    alongside: (tx: Queryable) => Promise<void>,
    progress: (done: number) => Promise<void>,
  ): Promise<void> {
    try {
      const sealed: Commit[] = [];
      for (let i = 0; i < commits.length; i += PIECE)
        sealed.push(...(await this.sealed(prefecture, commits.slice(i, i + PIECE))));
      await this.databases.writing(async (tx) => {
        await tx.query({
          name: 'lock-heads',
          text: `SELECT FROM stream_head WHERE prefecture = $1 AND stream = ANY ($2::uuid[]) ORDER BY stream FOR UPDATE`,
          values: [
            prefecture,
            commits.flatMap(({ heads }) => heads.flatMap(({ stream, base }) => (base > 0 ? [stream] : []))),
          ],
        });
        for (let i = 0; i < commits.length; i += PIECE) {
          await this.write(prefecture, sealed.slice(i, i + PIECE), tx);
          await progress(Math.min(i + PIECE, commits.length));
        }
        await alongside(tx);
      });
    } catch (error) {
      const race = RACES[(error as { code?: string }).code ?? ''];
      throw race ? new LostRace(race) : error;
    }
    this.grew.emit('append', prefecture);
  }

  /** Calls back when this process has appended. A hint only: followers poll as well. */
  onAppend(listener: (prefecture: string) => void): () => void {
    this.grew.on('append', listener);
    return () => this.grew.off('append', listener);
  }

  /** Facts of older shapes are read in today's (design decision 17). The log itself stays as it was written. */
  readAs(upcast: (fact: Pick<Recorded, 'type' | 'schemaVersion' | 'payload'>) => object): void {
    this.upcast = upcast;
  }

  /** A row of the log as a fact of today. */
  factOf(row: EventRow): Recorded {
    const fact = recorded(row);
    return { ...fact, payload: this.upcast(fact) };
  }

  /** The first so many events after a position; of some types only, and through a position, where that is asked. */
  async since(
    prefecture: string,
    position: number,
    limit: number,
    { types, through }: { types?: readonly string[]; through?: number } = {},
  ): Promise<Recorded[]> {
    const { rows } = await this.databases.writer.query<EventRow>({
      name: 'events-since',
      text: `SELECT ${EVENT_COLUMNS} FROM event
              WHERE prefecture = $1 AND position > $2 AND position <= $4 AND ($5::text[] IS NULL OR type = ANY ($5))
              ORDER BY position LIMIT $3`,
      values: [prefecture, position, limit, through ?? Number.MAX_SAFE_INTEGER, types ?? null],
    });
    return rows.map((row) => this.factOf(row));
  }

  /** All of one stream, from its first event. */
  async stream(prefecture: string, stream: string): Promise<Recorded[]> {
    const { rows } = await this.databases.writer.query<EventRow>({
      name: 'events-of-stream',
      text: `SELECT ${EVENT_COLUMNS} FROM event WHERE prefecture = $1 AND stream = $2 ORDER BY seq`,
      values: [prefecture, stream],
    });
    return rows.map((row) => this.factOf(row));
  }

  /** The position of the last event. */
  async position(prefecture: string): Promise<number> {
    const { rows } = await this.databases.writer.query<{ position: number }>({
      name: 'log-head',
      text: 'SELECT position FROM log_head WHERE prefecture = $1',
      values: [prefecture],
    });
    return rows[0]?.position ?? 0;
  }

  async prefectures(): Promise<string[]> {
    const { rows } = await this.databases.writer.query<{ prefecture: string }>({
      name: 'prefectures',
      text: 'SELECT prefecture FROM log_head ORDER BY prefecture',
    });
    return rows.map(({ prefecture }) => prefecture);
  }

  private async appendAll(commits: readonly Commit[]): Promise<readonly PromiseSettledResult<Appended>[]> {
    const results = Array.from<PromiseSettledResult<Appended>>({ length: commits.length });
    let members = commits.map((commit, index) => ({ commit, index }));
    while (members.length > 0) {
      try {
        const done = await this.call(members.map(({ commit }) => commit));
        this.grew.emit('append', members[0]?.commit.prefecture);
        for (const [i, { index }] of members.entries())
          results[index] = { status: 'fulfilled', value: done[i] as Appended };
        break;
      } catch (error) {
        const { code = '', detail = '' } = error as { code?: string; detail?: string };
        const race = RACES[code];
        if (race) {
          const lost = new Set(JSON.parse(detail) as number[]);
          const losers = members.filter((_, i) => lost.has(i));
          const again = race === 'claim' ? await this.answered(losers.map(({ commit }) => commit)) : new Set<Commit>();
          for (const { commit, index } of losers)
            results[index] = { status: 'rejected', reason: new LostRace(again.has(commit) ? 'key' : race) };
          members = members.filter((_, i) => !lost.has(i));
        } else if (members.length === 1) {
          results[members[0]?.index ?? 0] = { status: 'rejected', reason: error };
          break;
        } else {
          // One member makes the statement fail; which one shows only when each goes alone.
          for (const { commit, index } of members) results[index] = (await this.appendAll([commit]))[0] as never;
          break;
        }
      }
    }
    return results;
  }

  /** Whose key has its answer by now: a command that was sent twice has lost its claim to itself. */
  private async answered(commits: readonly Commit[]): Promise<ReadonlySet<Commit>> {
    const { rows } = await this.databases.writer.query<{ n: number }>({
      name: 'answered-meanwhile',
      text: `SELECT w.n::int AS n FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS w(user_id, key, n)
               JOIN command_answer a ON a.prefecture = $1 AND a.user_id = w.user_id AND a.key = w.key`,
      values: [
        commits[0]?.prefecture ?? '',
        commits.map(({ answer }) => answer?.user_id ?? null),
        commits.map(({ answer }) => answer?.key ?? null),
      ],
    });
    const found = new Set(rows.map(({ n }) => n - 1));
    return new Set(commits.filter((_, i) => found.has(i)));
  }

  private async call(commits: readonly Commit[], tx: Queryable = this.databases.writer): Promise<Appended[]> {
    const prefecture = commits[0]?.prefecture ?? '';
    return this.write(prefecture, await this.sealed(prefecture, commits), tx);
  }

  /** What is said of persons, as it is stored. */
  private async sealed(prefecture: string, commits: readonly Commit[]): Promise<readonly Commit[]> {
    const plain = commits.flatMap(({ personal }) => personal);
    if (plain.length === 0) return commits;
    const stored = await this.vault.sealed(prefecture, plain);
    let from = 0;
    return commits.map((commit) => ({ ...commit, personal: stored.slice(from, (from += commit.personal.length)) }));
  }

  private async write(prefecture: string, commits: readonly Commit[], tx: Queryable): Promise<Appended[]> {
    const { rows } = await tx.query<{ first_position: number; recorded: Instant }>({
      name: 'append',
      text: APPEND_SQL,
      values: wireOf(prefecture, commits),
    });
    const { first_position = 0, recorded: recordedAt = '' } = rows[0] ?? {};
    let through = first_position - 1;
    return commits.map(({ events }) => {
      through += events.length;
      return { position: through, recordedAt };
    });
  }

  private async readAll(wanted: readonly Wanted[]): Promise<readonly PromiseSettledResult<Ground>[]> {
    const { rows } = await this.databases.writer.query<{
      now: Instant;
      head: HeadRow | null;
      obligations: Ground['obligations'] | null;
      answer: NonNullable<Ground['answer']> | null;
      reference: number | null;
      relations: string[] | null;
    }>({
      name: 'ground',
      text: GROUND_SQL,
      values: [
        wanted.map(({ prefecture }) => prefecture),
        wanted.map(({ stream }) => stream),
        wanted.map(({ key }) => key?.user_id ?? null),
        wanted.map(({ key }) => key?.key ?? null),
        wanted.map(({ kind }) => kind),
        wanted.map(({ caller }) => caller?.user_id ?? null),
        wanted.map(({ caller }) => caller?.organization ?? null),
      ],
    });
    return rows.map(({ now, head, obligations, answer, reference, relations }) => ({
      status: 'fulfilled',
      value: {
        now,
        head: head ?? undefined,
        obligations: obligations ?? [],
        answer: answer ?? undefined,
        reference: reference ?? 0,
        relations: relations ?? [],
      },
    }));
  }
}

/** A batch is of one prefecture; a second write to a stream or of a key waits for the next one. */
const canJoin = (batch: readonly Commit[], { prefecture, heads, obligations, answer }: Commit): boolean =>
  batch.every(
    (other) =>
      other.prefecture === prefecture &&
      !other.heads.some(({ stream }) => heads.some((head) => head.stream === stream)) &&
      !other.obligations.some(({ id }) => obligations.some((row) => row.id === id)) &&
      (answer === null || other.answer?.key !== answer.key || other.answer.user_id !== answer.user_id),
  );

const GROUND_SQL = `
  SELECT app.now() AS now,
         (SELECT l.reference FROM log_head l WHERE l.prefecture = w.prefecture) AS reference,
         (SELECT row_to_json(h) FROM stream_head h
           WHERE h.prefecture = w.prefecture AND h.stream = w.stream AND h.kind = w.kind) AS head,
         (SELECT json_agg(json_build_object('body', o.body, 'fence', o.fence) ORDER BY o.id) FROM obligation o
           WHERE o.prefecture = w.prefecture AND o.case_id = w.stream AND o.case_kind = w.kind) AS obligations,
         (SELECT json_build_object('body_hash', encode(a.body_hash, 'hex'), 'answer', a.answer, 'position', a.position)
            FROM command_answer a
           WHERE a.prefecture = w.prefecture AND a.user_id = w.user_id AND a.key = w.key) AS answer,
         (SELECT app.relations_to(h, app.standing(w.prefecture, w.caller, w.organization)) FROM stream_head h
           WHERE w.caller IS NOT NULL AND h.prefecture = w.prefecture AND h.stream = w.stream AND h.kind = w.kind) AS relations
    FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[]) WITH ORDINALITY
           AS w(prefecture, stream, user_id, key, kind, caller, organization, n)
   ORDER BY w.n`;

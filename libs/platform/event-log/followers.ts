import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, type Recorded, type RefusalKind } from '#kernel';
import { Databases, type Queryable } from '../database/databases.js';
import { EventLog } from './event-log.js';
import { Follows, type Follower } from './follower.js';

/** Events that a follower hears in one transaction, and positions that it passes over at most to find them. */
const BATCH = 500;
const STRETCH = 10_000;
/** A read that names a position waits no longer than this; then it answers with what it has (design decision 3). */
const WAIT_MS = 1_500;
const LOOK_AGAIN_MS = 10;
/** Refusals that another try would only hear again. */
const FINAL: ReadonlySet<RefusalKind> = new Set(['invalid', 'forbidden', 'not_found', 'conflict']);

/** Who is told how far each is: its name, the prefecture, where it has come, and where that log ends. */
export type FollowedTo = (name: string, prefecture: string, position: number, end: number) => void;

interface Named {
  readonly name: string;
  readonly follower: Follower;
}

/** Walks every follower along the log of each prefecture, each from its own checkpoint. */
@Injectable()
export class Followers {
  private readonly logger = new Logger(Followers.name);
  private turn: Promise<boolean> = Promise.resolve(false);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly databases: Databases,
    private readonly log: EventLog,
  ) {}

  all(): Named[] {
    return this.discovery.getProviders({ metadataKey: Follows.KEY }).map((provider) => ({
      name: this.discovery.getMetadataByDecorator(Follows, provider) ?? provider.name,
      follower: provider.instance as Follower,
    }));
  }

  /**
   * Moves each to the end of the log, one after the other in the order they were made: who calls meanwhile waits for its
   * turn. One that fails stays where it is and holds up no other. True when any moved.
   */
  catchUp(heard?: FollowedTo): Promise<boolean> {
    const turn = this.turn.then(() => this.walk(heard));
    this.turn = turn.catch(() => false);
    return turn;
  }

  private async walk(heard?: FollowedTo): Promise<boolean> {
    const failures: unknown[] = [];
    let moved = false;
    for (const prefecture of await this.log.prefectures()) {
      const all = this.all();
      const passed = await this.passOver(prefecture, all, heard);
      moved ||= passed.moved;
      for (const { name, follower } of all) {
        if (passed.done.has(name)) continue;
        try {
          if (await this.follow(prefecture, name, follower, heard)) moved = true;
        } catch (cause) {
          failures.push(new Error(`follower ${name} cannot go on in ${prefecture}`, { cause }));
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some followers are stuck');
    return moved;
  }

  /**
   * Those who have nothing to hear: they have read everything, or none of what is new is addressed to them. The latter pass
   * over it together, in one statement, and need no transaction each; most of what is written concerns few. Where so much is
   * unread that it would have to be read for this, each goes by itself.
   */
  private async passOver(
    prefecture: string,
    all: readonly Named[],
    heard?: FollowedTo,
  ): Promise<{ readonly done: ReadonlySet<string>; readonly moved: boolean }> {
    const { rows } = await this.databases.writer.query<{ name: string; position: number; end: number }>({
      name: 'followers-there',
      text: `SELECT f.name, f.position, h.position AS end FROM log_head h JOIN follower f ON f.prefecture = h.prefecture
              WHERE h.prefecture = $1 AND f.name = ANY ($2::text[])`,
      values: [prefecture, all.map(({ name }) => name)],
    });
    const behind = new Map(rows.flatMap(({ name, position, end }) => (position < end ? [[name, position]] : [])));
    const done = new Set(rows.flatMap(({ name }) => (behind.has(name) ? [] : [name])));
    const [{ end } = { end: 0 }] = rows;
    const from = Math.min(...behind.values());
    if (behind.size === 0 || end - from > BATCH) return { done, moved: false };
    const between = await this.databases.writer.query<{ position: number; type: string }>({
      name: 'types-between',
      text: 'SELECT position, type FROM event WHERE prefecture = $1 AND position > $2 AND position <= $3',
      values: [prefecture, from, end],
    });
    const isSilent = ({ name, follower }: Named): boolean => {
      const at = behind.get(name);
      const wanted = new Set(typesOf(follower));
      return at !== undefined && !between.rows.some(({ position, type }) => position > at && wanted.has(type));
    };
    const silent = all.flatMap((each) => (isSilent(each) ? [each.name] : []));
    if (silent.length === 0) return { done, moved: false };
    const moved = await this.databases.writer.query<{ name: string }>({
      name: 'followers-pass',
      // One that another process has just now is that one's; one that was moved back meanwhile has more to hear.
      text: `UPDATE follower f SET position = $4
               FROM (SELECT name FROM follower JOIN unnest($2::text[], $3::bigint[]) AS silent(name, seen) USING (name)
                      WHERE prefecture = $1 AND position >= seen AND position < $4
                      ORDER BY name FOR UPDATE OF follower SKIP LOCKED) AS free
              WHERE f.prefecture = $1 AND f.name = free.name RETURNING f.name`,
      values: [prefecture, silent, silent.map((name) => behind.get(name)), end],
    });
    for (const { name } of moved.rows) heard?.(name, prefecture, end, end);
    return { done: new Set([...done, ...moved.rows.map(({ name }) => name)]), moved: moved.rows.length > 0 };
  }

  /** Waits, for a bounded time, until the followers whose rows are read have reached the position. Says whether they have. */
  async reached(prefecture: string, position: number, names: readonly string[]): Promise<boolean> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const { rows } = await this.databases.writer.query<{ behind: number; ahead: boolean }>({
        name: 'followers-behind',
        // By the names of now: a row of a follower that is gone stays where it was.
        text: `SELECT $2 > coalesce((SELECT position FROM log_head WHERE prefecture = $1), 0) AS ahead,
                      count(*) AS behind
                 FROM unnest($3::text[]) AS wanted(name)
                WHERE NOT EXISTS (SELECT FROM follower f
                                   WHERE f.prefecture = $1 AND f.name = wanted.name AND f.position >= $2)`,
        values: [prefecture, position, names],
      });
      if (rows[0]?.behind === 0) return true;
      // Nobody will come to where the log has not been written.
      if (rows[0]?.ahead === true || Date.now() > until) return false;
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** Moves one to where the log ends now. True when it moved. */
  private async follow(prefecture: string, name: string, follower: Follower, heard?: FollowedTo): Promise<boolean> {
    const end = await this.unread(prefecture, name);
    if (end === undefined) return false;
    for (;;) {
      const position = await this.advance(prefecture, name, follower, end);
      if (position === undefined) return false; // another process has it
      heard?.(name, prefecture, position, end);
      if (position >= end) return true;
    }
  }

  /**
   * What a reaction asks for may be refused by then: the next hospital has named the care manager itself. Somebody has
   * decided otherwise, and the log goes on.
   */
  private async hear(name: string, follower: Follower, event: Recorded, tx: Queryable): Promise<void> {
    try {
      await follower.on[event.type]?.(event, tx);
    } catch (error) {
      if (!(error instanceof DomainError) || !FINAL.has(error.kind)) throw error;
      this.logger.warn(`${name} was refused at ${event.prefecture} ${event.position} (${event.type}): ${error.code}`);
    }
  }

  /** Where the log ends, for a follower that has not read so far. */
  private async unread(prefecture: string, name: string): Promise<number | undefined> {
    const { rows } = await this.databases.writer.query<{ position: number }>({
      name: 'follower-unread',
      text: `SELECT position FROM log_head h WHERE prefecture = $1 AND NOT EXISTS (
               SELECT FROM follower f WHERE f.prefecture = $1 AND f.name = $2 AND f.position >= h.position)`,
      values: [prefecture, name],
    });
    return rows[0]?.position;
  }

  /**
   * One batch, one transaction: what a follower writes and how far it has read commit together. It reads only what it hears,
   * and passes over the rest.
   */
  private advance(prefecture: string, name: string, follower: Follower, end: number): Promise<number | undefined> {
    return this.databases.writing(async (tx) => {
      await tx.query({
        name: 'follower-there',
        text: 'INSERT INTO follower (prefecture, name) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        values: [prefecture, name],
      });
      const { rows } = await tx.query<{ position: number }>({
        name: 'follower-lock',
        text: 'SELECT position FROM follower WHERE prefecture = $1 AND name = $2 FOR UPDATE SKIP LOCKED',
        values: [prefecture, name],
      });
      const [checkpoint] = rows;
      if (!checkpoint) return undefined;
      const through = Math.min(end, checkpoint.position + STRETCH);
      if (through <= checkpoint.position) return checkpoint.position;
      const heard = { types: typesOf(follower), through };
      const events = await this.log.since(prefecture, checkpoint.position, BATCH, heard);
      for (const event of events) await this.hear(name, follower, event, tx);
      if (events.length > 0) await follower.together?.hear(events, tx);
      const position = (events.length === BATCH ? events.at(-1)?.position : undefined) ?? through;
      await tx.query({
        name: 'follower-move',
        text: 'UPDATE follower SET position = $3 WHERE prefecture = $1 AND name = $2',
        values: [prefecture, name, position],
      });
      return position;
    });
  }
}

const typesOf = ({ on, together }: Follower): string[] => [...Object.keys(on), ...(together?.types ?? [])];

import { Injectable } from '@nestjs/common';
import { can } from '#kernel';
import { Databases } from '#platform';
import type { Caller } from './sessions.js';

interface Kept<Body> {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly body: Body;
}

/**
 * Of what says who somebody is, a correction leaves the earlier records where earlier facts point: the one to which the head
 * refers holds. `p` is the record.
 */
export const HOLDS_NOW = `NOT EXISTS (
  SELECT FROM stream_head h WHERE h.prefecture = p.prefecture AND h.stream = p.about
     AND coalesce(h.state ->> 'identityRef', h.state ->> 'nameRef') <> p.id::text)`;
/** Kinds of records of which one holds at a time. */
const ONE_AT_A_TIME = ['patient_identity', 'user_name'];

/** Where names, birth dates and free text lie. Every look at them is on record with its purpose (requirement of audit, G13). */
@Injectable()
export class PersonalStore {
  constructor(private readonly databases: Databases) {}

  mayRead({ actor }: Caller): boolean {
    return can(actor.role, 'names_reading');
  }

  /** Ids of what holds records about a person, latest first: which cases there are, and nothing that stands in them. */
  async casesOf(prefecture: string, subject: string, most: number): Promise<string[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ about: string }>({
        name: 'cases-of-person',
        text: `SELECT about FROM personal_record WHERE prefecture = $1 AND subject = $2
                GROUP BY about ORDER BY max(stored_at) DESC, about LIMIT $3`,
        values: [prefecture, subject, most],
      });
      return rows.map(({ about }) => about);
    });
  }

  /** Records of the given kinds, or all, about the given things. If the look cannot be recorded, nothing is shown. */
  async read<Body extends object>(
    caller: Caller,
    purpose: string,
    about: readonly string[],
    kinds: readonly string[] | 'all',
  ): Promise<Kept<Body>[]> {
    return this.mayRead(caller) ? this.look(caller, purpose, about, kinds) : [];
  }

  /**
   * Texts about a matter and no person (決定・対応・要旨), for whoever sees the matter: the caller of this has made sure of
   * that. Officers and secretariats work without names, and still read what their council has decided.
   */
  readOpen<Body extends object>(
    caller: Caller,
    purpose: string,
    about: readonly string[],
    kinds: readonly string[],
  ): Promise<Kept<Body>[]> {
    return kinds.length === 0 ? Promise.resolve([]) : this.look(caller, purpose, about, kinds);
  }

  /** Texts by their own ids (要旨), for whoever sees what they speak of: the caller of this has made sure of that. */
  async readRecords<Body extends object>(
    { prefecture, actor }: Caller,
    purpose: string,
    ids: readonly string[],
  ): Promise<Kept<Body>[]> {
    if (ids.length === 0) return [];
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Kept<Body>>({
        name: 'personal-records',
        text: `WITH found AS (
                 SELECT id, kind, about, body FROM personal_record WHERE prefecture = $1 AND id = ANY ($2::uuid[])
               ), noted AS (
                 INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
                 SELECT $1, $3, $4, $5, about, count(*) FROM found GROUP BY about
               )
               SELECT * FROM found ORDER BY id`,
        values: [prefecture, [...new Set(ids)], actor.userId, actor.role, purpose],
      });
      return rows;
    });
  }

  private async look<Body extends object>(
    { prefecture, actor }: Caller,
    purpose: string,
    about: readonly string[],
    kinds: readonly string[] | 'all',
  ): Promise<Kept<Body>[]> {
    if (about.length === 0) return [];
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Kept<Body>>({
        name: 'personal-of',
        text: `WITH found AS (
                 SELECT p.id, p.kind, p.about, p.body FROM personal_record p
                  WHERE p.prefecture = $1 AND p.about = ANY ($2::uuid[]) AND ($3::text[] IS NULL OR p.kind = ANY ($3))
                    AND ($3::text[] IS NULL OR p.kind <> ALL ($7::text[]) OR ${HOLDS_NOW})
               ), noted AS (
                 INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
                 SELECT $1, $4, $5, $6, about, count(*) FROM found GROUP BY about
               )
               SELECT * FROM found`,
        values: [
          prefecture,
          [...new Set(about)],
          kinds === 'all' ? null : kinds,
          actor.userId,
          actor.role,
          purpose,
          ONE_AT_A_TIME,
        ],
      });
      return rows;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { ADDRESS_KEEPER, can } from '#kernel';
import { Databases, recordJson, Vault, type Queryable, type Statement, type StoredRecord } from '#platform';
import { LOOK_COLUMNS, ReadLog } from './read-log.js';
import type { Caller } from './sessions.js';

interface Kept<Body> {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly body: Body;
}
interface Found {
  readonly record: StoredRecord;
  /** 支援措置: the reader is none of those who may know where the person lives. */
  readonly hidden?: boolean;
}

/** Kinds of records of which one holds at a time. */
const ONE_AT_A_TIME = ['patient_identity', 'user_name'];
/** What of an identity says where the person lives, and how it is told that this is kept from the reader. */
export interface Whereabouts {
  readonly address?: string;
  readonly addressHidden?: true;
}

/** 支援措置: whether the address is kept from the reader, who is none of its keepers. */
const isHidden = (user: string, organization: string) => `
  (kind = 'patient_identity'
    AND EXISTS (SELECT FROM stream_head h
                 WHERE h.prefecture = $1 AND h.stream = about AND h.relations ? '${ADDRESS_KEEPER}'
                   AND NOT h.relations -> '${ADDRESS_KEEPER}' ?| ARRAY[${user}::uuid::text, ${organization}::uuid::text]))`;

/** Where names, birth dates and free text lie. Every look at them is on record with its purpose (requirement of audit, G13). */
@Injectable()
export class PersonalStore {
  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

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
    caller: Caller,
    purpose: string,
    ids: readonly string[],
  ): Promise<Kept<Body>[]> {
    const { prefecture } = caller;
    if (ids.length === 0) return [];
    return this.databases.reading(prefecture, (tx) =>
      this.recorded<Body>(tx, prefecture, {
        name: 'personal-records',
        text: `WITH found AS (
                 SELECT id, kind, about, ${recordJson('p')} AS record
                   FROM personal_record p WHERE prefecture = $1 AND id = ANY ($2::uuid[])
               ), noted AS (
                 INSERT INTO read_log (${LOOK_COLUMNS})
                 SELECT $1, $3, $4, $5, $6, $7, 'read', about, count(*), array_agg(DISTINCT kind) FROM found GROUP BY about
               )
               SELECT record FROM found ORDER BY id`,
        values: [prefecture, [...new Set(ids)], ...ReadLog.looker(caller), purpose],
      }),
    );
  }

  private async look<Body extends object>(
    caller: Caller,
    purpose: string,
    about: readonly string[],
    kinds: readonly string[] | 'all',
  ): Promise<Kept<Body>[]> {
    const { prefecture } = caller;
    if (about.length === 0) return [];
    return this.databases.reading(prefecture, (tx) =>
      this.recorded<Body>(tx, prefecture, {
        name: 'personal-of',
        text: `WITH found AS (
                 SELECT p.kind, p.about, ${isHidden('$4', '$6')} AS hidden, ${recordJson('p')} AS record FROM personal_record p
                  WHERE p.prefecture = $1 AND p.about = ANY ($2::uuid[]) AND ($3::text[] IS NULL OR p.kind = ANY ($3))
                    AND ($3::text[] IS NULL OR p.kind <> ALL ($9::text[]) OR app.holds_now(p))
               ), noted AS (
                 INSERT INTO read_log (${LOOK_COLUMNS})
                 SELECT $1, $4, $5, $6, $7, $8, 'read', about, count(*), array_agg(DISTINCT kind) FROM found GROUP BY about
               )
               SELECT record, hidden FROM found`,
        values: [
          prefecture,
          [...new Set(about)],
          kinds === 'all' ? null : kinds,
          ...ReadLog.looker(caller),
          purpose,
          ONE_AT_A_TIME,
        ],
      }),
    );
  }

  /** What the statement finds is on record before it is opened. */
  private async recorded<Body extends object>(
    tx: Queryable,
    prefecture: string,
    statement: Statement,
  ): Promise<Kept<Body>[]> {
    const rows = await ReadLog.recorded<Found>(tx, statement);
    const bodies = await this.vault.opened<Body>(
      prefecture,
      rows.map(({ record }) => record),
    );
    return rows.flatMap(({ record: { id, kind, about }, hidden }, i) => {
      const body = bodies[i];
      return body ? [{ id, kind, about, body: hidden === true ? withoutAddress(body) : body }] : [];
    });
  }
}

const withoutAddress = <Body extends object>({ address: _hidden, ...body }: Body & Whereabouts): Body =>
  ({ ...body, addressHidden: true }) as object as Body;

import { Injectable } from '@nestjs/common';
import { can, forbidden } from '#kernel';
import { Databases, recordJson, Vault, type StoredRecord } from '#platform';
import type {
  LookListed,
  Looker,
  LooksListed,
  LooksOfReader,
  MonthReviewed,
  ReaderReviewed,
  WhoSaw,
} from './http/read-log.dto.js';
import { PersonalStore } from './personal-store.js';
import { ReadLog } from './read-log.js';
import type { Caller } from './sessions.js';

export interface LookFilter {
  readonly about?: string;
  readonly reader?: string;
  readonly day?: string;
  readonly purpose?: string;
  readonly after?: number;
}

/** [D] What one look takes in. */
const PAGE = 100;
const MOST_GROUPS = 1_000;
/** [D] Of a person so many cases, the newest. */
const MOST_CASES = 200;

const READER = `jsonb_build_object('id', r.user_id, 'role', r.role, 'name', '', 'record', p.record, 'organization', coalesce(o.name, ''))`;
/** Names of staff and their institution of that time; nobody cared for is named here. */
const NAMES = `
  LEFT JOIN LATERAL (SELECT ${recordJson('n')} AS record FROM personal_record n
                      WHERE n.prefecture = r.prefecture AND n.about = r.user_id AND n.kind = 'user_name' LIMIT 1) p ON true
  LEFT JOIN LATERAL (SELECT organization_name AS name FROM account a
                      WHERE a.prefecture = r.prefecture AND a.organization_id = r.organization LIMIT 1) o ON true`;
const MONTH_OF_JAPAN = `(r.at AT TIME ZONE 'Asia/Tokyo')`;

/** 閲覧の記録を見る: for auditors, those of a municipality for its own institutions. That they look is on record, too. */
@Injectable()
export class Looks {
  constructor(
    private readonly databases: Databases,
    private readonly store: PersonalStore,
    private readonly log: ReadLog,
    private readonly vault: Vault,
  ) {}

  /** @throws forbidden */
  async of(caller: Caller, { about, reader, day, purpose, after }: LookFilter): Promise<LooksListed> {
    const within = await this.within(caller);
    await this.note(caller, 'read_log', about ?? null);
    const { prefecture } = caller;
    const looks = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<LookListed>(
        `SELECT r.id, r.at, ${READER} AS reader, coalesce(r.session, '') AS session, r.purpose, r.outcome, r.about, r.records,
                r.kinds
           FROM (SELECT * FROM read_log r
                  WHERE r.prefecture = $1 AND ($2::uuid[] IS NULL OR r.organization = ANY ($2))
                    AND ($3::uuid IS NULL OR r.about = $3) AND ($4::uuid IS NULL OR r.user_id = $4)
                    AND ($5::date IS NULL OR r.at >= ($5::date)::timestamp AT TIME ZONE 'Asia/Tokyo'
                         AND r.at < ($5::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
                    AND ($6::text IS NULL OR r.purpose = $6) AND ($7::bigint IS NULL OR r.id < $7)
                  ORDER BY r.id DESC LIMIT ${PAGE + 1}) r ${NAMES}
          ORDER BY r.id DESC`,
        [prefecture, within, about ?? null, reader ?? null, day ?? null, purpose ?? null, after ?? null],
      );
      return rows;
    });
    const shown = looks.slice(0, PAGE);
    return {
      looks: await this.named(prefecture, shown),
      next: looks.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** 誰が見たか: at the person and at the person's cases. @throws forbidden */
  async whoSaw(caller: Caller, patient: string): Promise<WhoSaw> {
    const within = await this.within(caller);
    await this.note(caller, 'who_saw', patient);
    const { prefecture } = caller;
    const cases = await this.store.casesOf(prefecture, patient, MOST_CASES);
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const { rows: found } = await tx.query<LooksOfReader>(
        `SELECT r.day::text AS day, ${READER} AS reader, r.purpose, r.outcome, r.looks, r.first AS "firstAt", r.last AS "lastAt"
           FROM (SELECT r.prefecture, r.user_id, r.role, r.organization, r.purpose, r.outcome, ${MONTH_OF_JAPAN}::date AS day,
                        count(*) AS looks, min(r.at) AS first, max(r.at) AS last
                   FROM read_log r
                  WHERE r.prefecture = $1 AND r.about = ANY ($2::uuid[]) AND ($3::uuid[] IS NULL OR r.organization = ANY ($3))
                  GROUP BY 1, 2, 3, 4, 5, 6, 7) r ${NAMES}
          ORDER BY r.last DESC LIMIT ${MOST_GROUPS}`,
        [prefecture, [patient, ...cases], within],
      );
      return found;
    });
    return { patient, rows: await this.named(prefecture, rows) };
  }

  /** 月次の点検表: who looked beyond what his relations gave him first, then who looked at night. @throws forbidden */
  async month(caller: Caller, month: string): Promise<MonthReviewed> {
    const within = await this.within(caller);
    await this.note(caller, 'monthly_review', null);
    const { prefecture } = caller;
    const readers = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<ReaderReviewed & { reader: Looker }>(
        `SELECT ${READER} AS reader, r.looks, r.persons, r.beyond AS "outOfRelation", r.night AS "atNight", r.refused, r.exported
           FROM (SELECT r.prefecture, r.user_id, r.role, r.organization, count(*) AS looks, count(DISTINCT r.about) AS persons,
                        count(*) FILTER (WHERE r.outcome = 'read'
                          AND (r.purpose LIKE 'find_patient:%' OR r.purpose = 'registered_already')) AS beyond,
                        count(*) FILTER (WHERE extract(hour FROM ${MONTH_OF_JAPAN}) NOT BETWEEN 6 AND 21) AS night,
                        count(*) FILTER (WHERE r.outcome = 'refused') AS refused,
                        count(*) FILTER (WHERE r.outcome = 'exported') AS exported
                   FROM read_log r
                  WHERE r.prefecture = $1 AND ($3::uuid[] IS NULL OR r.organization = ANY ($3)) AND r.role <> 'system'
                    AND r.at >= ($2 || '-01')::timestamp AT TIME ZONE 'Asia/Tokyo'
                    AND r.at < (($2 || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Asia/Tokyo'
                  GROUP BY 1, 2, 3, 4) r ${NAMES}
          ORDER BY r.beyond DESC, r.night DESC, r.refused DESC, r.looks DESC LIMIT ${MOST_GROUPS}`,
        [prefecture, month, within],
      );
      return rows;
    });
    return { month, readers: await this.named(prefecture, readers) };
  }

  private async named<Row extends { readonly reader: Looker }>(
    prefecture: string,
    rows: readonly Row[],
  ): Promise<Row[]> {
    const names = await this.vault.openedEach<{ name?: string }>(
      prefecture,
      rows.map(({ reader }) => (reader as Looker & { record?: StoredRecord | null }).record ?? null),
    );
    return rows.map((row, i) => {
      const { record: _record, ...reader } = row.reader as Looker & { record?: StoredRecord | null };
      return { ...row, reader: { ...reader, name: names[i]?.name ?? '' } };
    });
  }

  private note(caller: Caller, purpose: string, about: string | null): Promise<void> {
    return this.log.note(caller, [{ purpose, outcome: 'read', about, records: 0, kinds: ['read_log'] }]);
  }

  /** Whose looks the auditor reviews: everybody's, or those of the institutions in the own municipality. */
  private async within({ prefecture, actor, area }: Caller): Promise<string[] | null> {
    if (!can(actor.role, 'read_auditing'))
      throw forbidden(
        '閲覧の記録を見られるのは、管理者と市町村の担当者です。',
        'Looks on record are reviewed by administrators and by the officers of a municipality.',
      );
    if (can(actor.role, 'administration')) return null;
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `SELECT DISTINCT organization_id AS id FROM account WHERE prefecture = $1 AND area ->> 'municipalityId' = $2`,
        [prefecture, area.municipalityId],
      );
      return rows.map(({ id }) => id);
    });
  }
}

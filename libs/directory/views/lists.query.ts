import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Account, Named, type Caller } from '#access';
import { Databases, Day, Uuid } from '#platform';
import { STALE_AFTER_DAYS } from '../domain/organization.js';

export class OrganizationListed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
  /** 代表電話. */
  readonly phone!: string | null;
  readonly municipality!: Named;
  /** 法人グループ. */
  readonly group!: string | null;
  /** 確認日: when somebody last said that what stands here is so. */
  @Day() readonly verifiedOn!: string;
  /** Nobody has said so for a year: it may have changed. */
  readonly stale!: boolean;
  /** 廃止の日; null where it is open. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly closedOn!: string | null;
}

export class UserListed extends Account {
  @Uuid() readonly id!: string;
}

/** [D] People of an area to choose from. */
export const MOST_TO_CHOOSE_FROM = 2_000;

/** Lists to choose from in a form. */
@Injectable()
export class Lists {
  constructor(private readonly databases: Databases) {}

  /** Of any of these kinds; without one, all. `closed`: also those that are closed, whose names stand in old cases. */
  async organizations({ prefecture }: Caller, kinds: readonly string[], closed = false): Promise<OrganizationListed[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<OrganizationListed>({
        name: 'list-organizations',
        text: `SELECT p.stream AS id, p.state ->> 'name' AS name, p.state ->> 'kind' AS kind, p.state ->> 'phone' AS phone,
                      jsonb_build_object('id', p.state ->> 'municipality', 'name', ${AREA_NAME}) AS municipality,
                      p.state ->> 'group' AS "group", p.state ->> 'verifiedOn' AS "verifiedOn",
                      (p.state ->> 'verifiedOn')::date + ${STALE_AFTER_DAYS} < (app.now() AT TIME ZONE 'Asia/Tokyo')::date AS stale,
                      p.state #>> '{closed,on}' AS "closedOn"
                 FROM stream_head p
                 LEFT JOIN stream_head t ON t.prefecture = p.prefecture AND t.kind = 'area_tree'
                WHERE p.prefecture = $1 AND p.kind = 'organization' AND ($2::text[] = '{}' OR p.state ->> 'kind' = ANY ($2))
                  AND (p.status = 'REGISTERED' OR $3 AND p.status = 'CLOSED')
                ORDER BY p.state ->> 'name'`,
        values: [prefecture, kinds, closed],
      });
      return rows;
    });
  }
}

/** What is in no municipality belongs to the whole prefecture. */
const AREA_NAME = `coalesce(t.state #>> ARRAY['areas', coalesce(nullif(p.state ->> 'municipality', ''), p.prefecture), 'name'], '')`;

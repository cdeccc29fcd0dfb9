import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Account, Named, PersonalStore, type Caller } from '#access';
import { Kinds } from '#cases';
import { Databases, Day, Uuid } from '#platform';
import { STALE_AFTER_DAYS } from '../domain/organization.js';

export class PatientListed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kana!: string;
  readonly birthDate!: string;
  readonly sex!: string;
  readonly municipality!: Named;
  /** Commands that the reader may begin about this person. */
  readonly begins!: string[];
}

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
  constructor(
    private readonly databases: Databases,
    private readonly store: PersonalStore,
    private readonly kinds: Kinds,
  ) {}

  /** The persons of the reader's own secondary area, by kana. Who may not see names has nobody to choose. */
  async patients(caller: Caller): Promise<PatientListed[]> {
    const { prefecture, actor, area } = caller;
    if (!this.store.mayRead(caller)) return [];
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const found = await tx.query<{ id: string; municipality: PatientListed['municipality']; relations: string[] }>({
        name: 'list-patients',
        text: `SELECT p.stream AS id, jsonb_build_object('id', p.state ->> 'municipality', 'name', ${AREA_NAME}) AS municipality,
                      app.relations_to(p, app.standing($1, $3, $4)) AS relations
                 FROM stream_head p
                 LEFT JOIN stream_head t ON t.prefecture = p.prefecture AND t.kind = 'area_tree'
                WHERE p.prefecture = $1 AND p.kind = 'patient' AND p.status = 'REGISTERED'
                  AND p.state #>> '{area,secondaryAreaId}' = $2
                ORDER BY p.stream LIMIT ${MOST_TO_CHOOSE_FROM}`,
        values: [prefecture, area.secondaryAreaId, actor.userId, actor.orgId],
      });
      return found.rows;
    });
    const names = await this.store.read<Omit<PatientListed, 'id' | 'municipality' | 'begins'>>(
      caller,
      'choose_patient',
      rows.map(({ id }) => id),
      ['patient_identity'],
    );
    const byId = new Map(names.map(({ about, body }) => [about, body]));
    return rows
      .map(({ id, municipality, relations }) => {
        const { name = '', kana = '', birthDate = '', sex = 'unknown' } = byId.get(id) ?? {};
        const begins = this.kinds.beginningsAbout(actor.role, relations);
        return { id, name, kana, birthDate, sex, municipality, begins };
      })
      .toSorted((a, b) => a.kana.localeCompare(b.kana, 'ja'));
  }

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

const AREA_NAME = `t.state #>> ARRAY['areas', p.state ->> 'municipality', 'name']`;

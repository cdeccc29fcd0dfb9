import { Injectable } from '@nestjs/common';
import { Account, Named, type Caller } from '#access';
import { Databases, Uuid } from '#platform';

export class OrganizationListed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
  /** 代表電話. */
  readonly phone!: string | null;
  readonly municipality!: Named;
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

  /** Of any of these kinds; without one, all. */
  async organizations({ prefecture }: Caller, kinds: readonly string[]): Promise<OrganizationListed[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<OrganizationListed>({
        name: 'list-organizations',
        text: `SELECT p.stream AS id, p.state ->> 'name' AS name, p.state ->> 'kind' AS kind, p.state ->> 'phone' AS phone,
                      jsonb_build_object('id', p.state ->> 'municipality', 'name', ${AREA_NAME}) AS municipality
                 FROM stream_head p
                 LEFT JOIN stream_head t ON t.prefecture = p.prefecture AND t.kind = 'area_tree'
                WHERE p.prefecture = $1 AND p.kind = 'organization' AND ($2::text[] = '{}' OR p.state ->> 'kind' = ANY ($2))
                ORDER BY p.state ->> 'name'`,
        values: [prefecture, kinds],
      });
      return rows;
    });
  }
}

const AREA_NAME = `t.state #>> ARRAY['areas', p.state ->> 'municipality', 'name']`;

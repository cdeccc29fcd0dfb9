import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#kernel';
import { Databases, recordJson, Uuid, Vault, type StoredRecord } from '#platform';

export class Named {
  readonly id!: string;
  readonly name!: string;
}

export class Workplace extends Named {
  readonly kind!: string;
  readonly phone!: string | null;
}

/** A person with their place of work, as shown to colleagues. */
export class Account {
  @Uuid() readonly userId!: string;
  readonly name!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  readonly organization!: Workplace;
  /** 病棟: where in a hospital they work; null where they belong to none. */
  readonly ward!: string | null;
}

/** Names of colleagues and their organizations; not of patients. */
@Injectable()
export class Accounts {
  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  /**
   * Those with the given ids, or in the given role, or all of the prefecture. Whoever has left is nobody to choose and has no
   * way in; `before`: those as well, whose names stand under what they did.
   */
  async of(
    prefecture: string,
    { ids, role, before = false }: { ids?: readonly string[]; role?: string; before?: boolean } = {},
  ): Promise<Account[]> {
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const { rows: found } = await tx.query<Omit<Account, 'name' | 'ward'> & { record: StoredRecord | null }>({
        name: 'accounts',
        text: `
          SELECT a.user_id AS "userId", a.role, ${recordJson('p')} AS record,
                 jsonb_build_object('id', a.organization_id, 'name', a.organization_name,
                                    'kind', a.organization_kind, 'phone', a.organization_phone) AS organization
            FROM account_ever a
            LEFT JOIN personal_record p ON p.prefecture = a.prefecture AND p.about = a.user_id AND p.kind = 'user_name'
                                       AND app.holds_now(p)
           WHERE a.prefecture = $1 AND (a.here OR $4)
             AND ($2::uuid[] IS NULL OR a.user_id = ANY ($2)) AND ($3::text IS NULL OR a.role = $3)
           ORDER BY a.user_id`,
        values: [prefecture, ids ?? null, role ?? null, before],
      });
      return found;
    });
    const names = await this.vault.openedEach<{ name?: string; ward?: string }>(
      prefecture,
      rows.map(({ record }) => record),
    );
    return rows.map(({ record: _record, ...account }, i) => {
      const { name = '', ward = null } = names[i] ?? {};
      return { ...account, name, ward };
    });
  }

  /** Whether there is such an institution, closed ones left out. */
  async hasInstitution(prefecture: string, organization: string): Promise<boolean> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rowCount } = await tx.query(
        `SELECT FROM stream_head WHERE prefecture = $1 AND kind = 'organization' AND stream = $2 AND status = 'REGISTERED'`,
        [prefecture, organization],
      );
      return rowCount === 1;
    });
  }
}

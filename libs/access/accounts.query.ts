import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#kernel';
import { Databases, Uuid } from '#platform';

export class Named {
  readonly id!: string;
  readonly name!: string;
}

export class Workplace extends Named {
  readonly kind!: string;
}

/** A person with their place of work, as shown to colleagues. */
export class Account {
  @Uuid() readonly userId!: string;
  readonly name!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  readonly organization!: Workplace;
}

/** Names of colleagues and their organizations; not of patients. */
@Injectable()
export class Accounts {
  constructor(private readonly databases: Databases) {}

  /** Those with the given ids, or in the given role, or all of the prefecture. */
  async of(prefecture: string, { ids, role }: { ids?: readonly string[]; role?: string } = {}): Promise<Account[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Account>({
        name: 'accounts',
        text: `
          SELECT u.stream AS "userId", u.state ->> 'role' AS role, coalesce(p.body ->> 'name', '') AS name,
                 jsonb_build_object('id', o.stream, 'name', o.state ->> 'name', 'kind', o.state ->> 'kind') AS organization
            FROM stream_head u
            JOIN stream_head o ON o.prefecture = u.prefecture AND o.stream = (u.state ->> 'organization')::uuid
            LEFT JOIN personal_record p ON p.prefecture = u.prefecture AND p.about = u.stream AND p.kind = 'user_name'
           WHERE u.prefecture = $1 AND u.kind = 'user'
             AND ($2::uuid[] IS NULL OR u.stream = ANY ($2)) AND ($3::text IS NULL OR u.state ->> 'role' = $3)
           ORDER BY u.stream`,
        values: [prefecture, ids ?? null, role ?? null],
      });
      return rows;
    });
  }
}

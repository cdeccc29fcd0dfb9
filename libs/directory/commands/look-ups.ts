import { Injectable } from '@nestjs/common';
import { Kinds, type Ask, type Person } from '#cases';
import { Databases } from '#platform';
import type { RegisterInstitution } from '../domain/organization.js';
import type { PatientCommand } from '../domain/patient.js';
import type { ActivateRuleSet } from '../domain/rule-set.js';
import type { RegisterUser } from '../domain/user.js';
import { Directory } from '../directory.js';
import { RuleBook } from '../rule-book.js';

@Injectable()
export class OrganizationLookUps {
  constructor(private readonly directory: Directory) {}

  readonly find = async (
    { municipality }: RegisterInstitution,
    _state: unknown,
    { prefecture }: Ask<RegisterInstitution>,
  ) => ({ area: await this.directory.areaOf(prefecture, municipality) });
}

@Injectable()
export class UserLookUps {
  constructor(private readonly directory: Directory) {}

  readonly find = async ({ organization: id }: RegisterUser, _state: unknown, { prefecture }: Ask<RegisterUser>) => ({
    area: (await this.directory.organizations(prefecture, [id])).get(id)?.area,
  });
}

@Injectable()
export class PatientLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly databases: Databases,
  ) {}

  /** How somebody stands to the live cases of a person: a hospital only while the person lies there. */
  async standing({ userId, orgId }: Person, prefecture: string, patient: string): Promise<readonly string[]> {
    const claims = this.kinds.all().map(({ kind }) => `${kind}:${patient}`);
    const { rows } = await this.databases.writer.query<{ relations: string[] }>({
      name: 'standing-to-person',
      text: `SELECT app.relations_to(h, app.standing($1, $2, $3)) AS relations
               FROM claim c JOIN stream_head h ON h.prefecture = c.prefecture AND h.stream = c.stream
              WHERE c.prefecture = $1 AND (c.claim = ANY ($4) OR EXISTS (SELECT FROM unnest($5::text[]) p WHERE starts_with(c.claim, p)))`,
      values: [prefecture, userId, orgId, claims, claims.map((claim) => `${claim}:`)],
    });
    return rows.flatMap(({ relations }) => relations);
  }

  readonly find = async (command: PatientCommand, _state: unknown, { prefecture }: Ask<PatientCommand>) => ({
    area:
      command.type === 'RegisterPatient' ? await this.directory.areaOf(prefecture, command.municipality) : undefined,
  });
}

@Injectable()
export class RuleSetLookUps {
  constructor(private readonly rules: RuleBook) {}

  readonly find = ({ context }: ActivateRuleSet) => Promise.resolve({ defaults: this.rules.defaultsOf(context) });
}

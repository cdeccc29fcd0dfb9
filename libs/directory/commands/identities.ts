import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Databases } from '#platform';
import { isSamePerson, type Identity } from '../domain/identity.js';

interface Known {
  readonly about: string;
  readonly body: Identity;
}

/** Compares persons without letting a command, or an event, hold who they are. */
@Injectable()
export class Identities {
  constructor(private readonly databases: Databases) {}

  /** Whether the municipality has this very person already. A hit tells the caller of a person, and so is on record. */
  async knows(prefecture: string, actor: Actor, municipality: string, person: Identity): Promise<boolean> {
    const { rows } = await this.databases.writer.query<Known>({
      name: 'identities-born',
      text: `SELECT p.about, p.body FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = 'patient'
              WHERE p.prefecture = $1 AND p.kind = 'patient_identity' AND p.body ->> 'birthDate' = $2
                AND h.state @> $3::jsonb`,
      values: [prefecture, person.birthDate, JSON.stringify({ municipality })],
    });
    const same = rows.filter(({ body }) => isSamePerson(body, person));
    if ('userId' in actor && same.length > 0)
      await this.databases.writer.query(
        `INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
         SELECT $1, $2, $3, 'registered_already', about, 1 FROM unnest($4::uuid[]) AS about`,
        [prefecture, actor.userId, actor.role, same.map(({ about }) => about)],
      );
    return same.length > 0;
  }
}

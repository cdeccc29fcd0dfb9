import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes } from 'node:crypto';
import { LOOK_COLUMNS, ReadLog } from '#access';
import { ADDRESS_KEEPER, type Actor } from '#kernel';
import { Databases, recordJson, Vault, type Statement, type StoredRecord } from '#platform';
import { foldedIdentity, isSamePerson, type Identity } from '../domain/identity.js';
import { likenessOf, nearBirthDates, type Likeness } from '../domain/likeness.js';

interface Known {
  readonly about: string;
  readonly body: Identity;
}

/** Compares persons without letting a command, or an event, hold who they are. */
@Injectable()
export class Identities {
  /** Made once for ever, and asked for with every person of a long list. */
  private readonly secrets = new Map<string, Buffer>();

  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  /** Whether the municipality has this very person already. A hit tells the caller of a person, and so is on record. */
  async knows(
    prefecture: string,
    actor: Actor,
    municipality: string,
    person: Identity,
    except: string | null = null,
  ): Promise<boolean> {
    const rows = await this.known(prefecture, {
      name: 'identities-born',
      text: `SELECT p.about, ${recordJson('p')} AS record FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = 'patient'
              WHERE p.prefecture = $1 AND p.kind = 'patient_identity' AND p.body ->> 'born' = ANY ($2)
                AND h.state @> $3::jsonb AND h.status = 'REGISTERED' AND p.about IS DISTINCT FROM $4::uuid
                AND app.holds_now(p)`,
      values: [
        prefecture,
        await this.vault.bornOn(prefecture, [person.birthDate]),
        JSON.stringify({ municipality }),
        except,
      ],
    });
    const same = rows.filter(({ body }) => isSamePerson(body, person));
    if ('userId' in actor && same.length > 0)
      await this.databases.writer.query(
        `INSERT INTO read_log (${LOOK_COLUMNS})
         SELECT $1, $2, $3, $4, $5, 'registered_already', 'read', about, 1, ARRAY['patient_identity']
           FROM unnest($6::uuid[]) AS about`,
        [prefecture, ...ReadLog.looker({ actor }), same.map(({ about }) => about)],
      );
    return same.length > 0;
  }

  /**
   * Persons of a secondary area who are like this one. All who are compared are shown to nobody, and whoever must not be found
   * (支援措置) is found by the keepers alone.
   */
  async like(
    prefecture: string,
    secondaryAreaId: string,
    person: Identity,
    { userId, orgId }: { readonly userId: string; readonly orgId: string },
  ): Promise<{ readonly about: string; readonly why: Likeness[] }[]> {
    const rows = await this.known(prefecture, {
      name: 'identities-born-near',
      text: `SELECT p.about, ${recordJson('p')} AS record FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = 'patient'
              WHERE p.prefecture = $1 AND p.kind = 'patient_identity' AND p.body ->> 'born' = ANY ($2)
                AND h.state #>> '{area,secondaryAreaId}' = $3 AND h.status = 'REGISTERED' AND app.holds_now(p)
                AND (NOT h.relations ? '${ADDRESS_KEEPER}' OR h.relations -> '${ADDRESS_KEEPER}' ?| ARRAY[$4, $5]::text[])
              ORDER BY p.about`,
      values: [
        prefecture,
        await this.vault.bornOn(prefecture, nearBirthDates(person.birthDate)),
        secondaryAreaId,
        userId,
        orgId,
      ],
    });
    return rows
      .map(({ about, body }) => ({ about, why: likenessOf(person, body) }))
      .filter(({ why }) => why.length > 0)
      .toSorted((a, b) => b.why.length - a.why.length);
  }

  /** Who a person is by the record that holds. It is read to be completed or compared, and shown to nobody. */
  async current(prefecture: string, patient: string): Promise<Identity | undefined> {
    const rows = await this.known(prefecture, {
      name: 'identity-now',
      text: `SELECT p.about, ${recordJson('p')} AS record FROM personal_record p
              WHERE p.prefecture = $1 AND p.about = $2 AND p.kind = 'patient_identity' AND app.holds_now(p)`,
      values: [prefecture, patient],
    });
    return rows[0]?.body;
  }

  /**
   * What only one registration at a time can have of a person: two that look at the same moment find nobody. It tells
   * nothing of the person to who has not the secret, and the secret is read by the writer alone.
   */
  async claimOf(prefecture: string, municipality: string, person: Identity): Promise<string> {
    const secret =
      this.secrets.get(prefecture) ?? (await this.secret(prefecture)) ?? (await this.newSecret(prefecture));
    this.secrets.set(prefecture, secret);
    const digest = createHmac('sha256', secret)
      .update(JSON.stringify([municipality, foldedIdentity(person)]))
      .digest('hex');
    return `identity:${digest}`;
  }

  private async known(prefecture: string, statement: Statement): Promise<Known[]> {
    const { rows } = await this.databases.writer.query<{ about: string; record: StoredRecord }>(statement);
    const bodies = await this.vault.opened<Identity>(
      prefecture,
      rows.map(({ record }) => record),
    );
    return bodies.map((body, i) => ({ about: rows[i]?.about ?? '', body }));
  }

  private async secret(prefecture: string): Promise<Buffer | undefined> {
    const { rows } = await this.databases.writer.query<{ secret: Buffer }>({
      name: 'identity-secret',
      text: 'SELECT secret FROM identity_secret WHERE prefecture = $1',
      values: [prefecture],
    });
    return rows[0]?.secret;
  }

  /** Two that need the first one make one: who comes second reads that of the first. */
  private async newSecret(prefecture: string): Promise<Buffer> {
    await this.databases.writer.query(
      'INSERT INTO identity_secret (prefecture, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [prefecture, randomBytes(32)],
    );
    const secret = await this.secret(prefecture);
    if (!secret) throw new Error(`prefecture ${prefecture} has no secret to keep its identities apart`);
    return secret;
  }
}

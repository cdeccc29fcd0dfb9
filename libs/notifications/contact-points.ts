import { Injectable } from '@nestjs/common';
import { domainToASCII } from 'node:url';
import type { Caller } from '#access';
import { DomainError, idOf, invalidInput, notFound, type Instant } from '#kernel';
import { Databases, recordJson, Vault, type Queryable, type StoredRecord } from '#platform';
import { Channels } from './channels/channels.js';
import { newWebhookSecret } from './channels/webhook.js';
import { addressOf, CONTACT_RULES, masked, type ContactAddress, type ContactKind } from './domain/contact.js';
import { LANES } from './domain/notice-class.js';
import { codeHash } from './jobs/deliver.js';

export interface ContactPoint {
  readonly id: string;
  readonly kind: ContactKind;
  /** As much of it as tells it from others. */
  readonly address: string;
  readonly main: boolean;
  readonly verified: boolean;
  /** Whether a code that was sent can be typed in now. */
  readonly codeSent: boolean;
  /** Why the last message did not arrive; null while it does. */
  readonly trouble: string | null;
  readonly troubleAt: Instant | null;
  readonly lastSentAt: Instant | null;
}

interface Kept {
  readonly kind: ContactKind;
  readonly verified_at: Instant | null;
  readonly is_code: boolean;
  readonly is_late: boolean;
  readonly code_tries: number;
  readonly code_hash: Buffer | null;
}

/** 連絡先 of a person: added, verified by a code that arrived there, chosen and removed by nobody else. */
@Injectable()
export class ContactPoints {
  constructor(
    private readonly databases: Databases,
    private readonly channels: Channels,
    private readonly vault: Vault,
  ) {}

  async of({ prefecture, actor }: Caller): Promise<ContactPoint[]> {
    const { rows } = await this.databases.writer.query<Omit<ContactPoint, 'address'> & { record: StoredRecord }>({
      name: 'own-contacts',
      text: `SELECT c.id, c.kind, c.main, c.verified_at IS NOT NULL AS verified, c.trouble, c.trouble_at AS "troubleAt",
                    (c.code_hash IS NOT NULL AND c.code_until > app.now() AND c.code_tries < $3) AS "codeSent", ${recordJson('p')} AS record,
                    (SELECT max(d.done_at) FROM delivery d WHERE d.prefecture = $1 AND d.contact = c.id
                                                              AND d.state IN ('sent', 'delivered')) AS "lastSentAt"
               FROM contact_point c JOIN personal_record p ON p.prefecture = $1 AND p.id = c.record
              WHERE c.prefecture = $1 AND c.user_id = $2 AND c.removed_at IS NULL ORDER BY c.added_at, c.id`,
      values: [prefecture, actor.userId, CONTACT_RULES.codeTries],
    });
    const addresses = await this.vault.opened<ContactAddress>(
      prefecture,
      rows.map(({ record }) => record),
    );
    return rows.map(({ record: _record, ...contact }, i) => ({
      ...contact,
      address: masked(contact.kind, addresses[i]?.address ?? ''),
    }));
  }

  /**
   * Adds one under an id that its owner has made, so that doing it twice adds one. A message with a code is on its way then.
   * The secret of a webhook is told this once.
   */
  async add(
    caller: Caller,
    id: string,
    said: { readonly kind: ContactKind } & Pick<ContactAddress, 'address' | 'keys'>,
  ): Promise<{ readonly secret: string | null }> {
    const { prefecture, actor } = caller;
    const channel = this.channels.of(said.kind);
    if (!channel)
      throw invalidInput(
        'kind',
        'この連絡手段は、ここではまだ使えません。ほかの手段を選んでください。',
        'This channel is not available here. Choose another one.',
      );
    const address = addressOf(said.kind, said, domainToASCII);
    await channel.check?.(address);
    const secret = said.kind === 'webhook' ? newWebhookSecret() : null;
    return this.databases.writing(async (tx) => {
      // Two that are added at once count each other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `contacts:${prefecture}:${actor.userId}`,
      ]);
      const { rows } = await tx.query<{ user_id: string; kind: string; record: StoredRecord | null }>({
        name: 'contact-there',
        text: `SELECT c.user_id, c.kind, ${recordJson('p')} AS record FROM contact_point c
                 LEFT JOIN personal_record p ON p.prefecture = $1 AND p.id = c.record
                WHERE c.prefecture = $1 AND c.id = $2`,
        values: [prefecture, id],
      });
      const [there] = rows;
      if (there) {
        const [known] = await this.vault.openedEach<ContactAddress>(prefecture, [there.record]);
        if (!known || there.user_id !== actor.userId || there.kind !== said.kind || known.address !== address.address)
          throw takenId();
        return { secret: known.secret ?? null };
      }
      await this.leaveRoom(tx, caller);
      const record = idOf('contact-address', prefecture, id);
      const body = { ...address, ...(secret !== null && { secret }) };
      const row = { id: record, kind: 'contact_address', about: id, subject: actor.userId, body };
      const [kept] = await this.vault.sealed(prefecture, [row]);
      await tx.query({
        name: 'keep-contact-address',
        text: `INSERT INTO personal_record (prefecture, id, kind, about, subject, body, stored_at)
               VALUES ($1, $2, $3, $4, $5, $6, app.now())`,
        values: [prefecture, record, row.kind, row.about, row.subject, JSON.stringify(kept?.body)],
      });
      await tx.query({
        name: 'add-contact',
        text: `INSERT INTO contact_point (prefecture, id, user_id, kind, record, added_at)
               VALUES ($1, $2, $3, $4, $5, app.now())`,
        values: [prefecture, id, actor.userId, said.kind, record],
      });
      await sendCode(tx, caller, id, said.kind, 'first');
      return { secret };
    });
  }

  /** Sends a code; the same `key` sends one. */
  async test(caller: Caller, id: string, key: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { kind } = await own(tx, caller, id);
      await sendCode(tx, caller, id, kind, key);
    });
  }

  /** @throws invalid_input for a code that is wrong, too old, or tried too often. */
  async verify(caller: Caller, id: string, code: string): Promise<void> {
    const verdict = await this.databases.writing(async (tx) => {
      const contact = await own(tx, caller, id);
      if (!contact.is_code || contact.is_late || contact.code_tries >= CONTACT_RULES.codeTries) return 'over';
      if (!contact.code_hash?.equals(codeHash(id, code))) {
        await tx.query({
          name: 'count-code-try',
          text: 'UPDATE contact_point SET code_tries = code_tries + 1 WHERE prefecture = $1 AND id = $2',
          values: [caller.prefecture, id],
        });
        return 'wrong';
      }
      await tx.query({
        name: 'verify-contact',
        text: `UPDATE contact_point SET verified_at = coalesce(verified_at, app.now()), code_hash = NULL, trouble = NULL, trouble_at = NULL
                WHERE prefecture = $1 AND id = $2`,
        values: [caller.prefecture, id],
      });
      await this.mainWhereNone(tx, caller, contact.kind, id);
      return 'right';
    });
    if (verdict === 'wrong')
      throw invalidInput(
        'code',
        '確認番号が違います。届いたメッセージの6桁の数字を入力してください。',
        'This is not the code. Type the six digits of the message.',
      );
    if (verdict === 'over')
      throw invalidInput(
        'code',
        '確認番号の期限が切れたか、試した回数が多すぎます。番号を送り直してください。',
        'The code is too old, or was tried too often. Have a new one sent.',
      );
  }

  /** Makes it the one of its kind that is used first. */
  async prefer(caller: Caller, id: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { kind, verified_at } = await own(tx, caller, id);
      if (verified_at === null)
        throw invalidInput('id', '先に確認番号で確かめてください。', 'Confirm it by its code first.');
      await tx.query({
        name: 'no-main-contact',
        text: `UPDATE contact_point SET main = false
                WHERE prefecture = $1 AND user_id = $2 AND kind = $3 AND removed_at IS NULL AND id <> $4`,
        values: [caller.prefecture, caller.actor.userId, kind, id],
      });
      await tx.query({
        name: 'main-contact',
        text: 'UPDATE contact_point SET main = true WHERE prefecture = $1 AND id = $2',
        values: [caller.prefecture, id],
      });
    });
  }

  /** Nothing goes there any more, and the address is gone. */
  async remove({ prefecture, actor }: Caller, id: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { rows } = await tx.query<{ record: string; kind: ContactKind; main: boolean }>({
        name: 'remove-contact',
        text: `UPDATE contact_point SET removed_at = app.now(), main = false, code_hash = NULL
                WHERE prefecture = $1 AND user_id = $2 AND id = $3 AND removed_at IS NULL RETURNING record, kind, main`,
        values: [prefecture, actor.userId, id],
      });
      const [removed] = rows;
      if (!removed) return;
      await tx.query({
        name: 'forget-contact-address',
        text: 'DELETE FROM personal_record WHERE prefecture = $1 AND id = $2',
        values: [prefecture, removed.record],
      });
      // What was to go there goes by another channel, now.
      await tx.query({
        name: 'leave-removed-contact',
        text: `UPDATE delivery SET state = 'failed', last_error = 'removed', done_at = app.now(), lease_until = NULL,
                      fallback_at = CASE WHEN class = 'verification' THEN NULL ELSE app.now() END
                WHERE prefecture = $1 AND contact = $2 AND state = 'queued'`,
        values: [prefecture, id],
      });
    });
  }

  private async mainWhereNone(
    tx: Queryable,
    { prefecture, actor }: Caller,
    kind: ContactKind,
    id: string,
  ): Promise<void> {
    await tx.query({
      name: 'first-main-contact',
      text: `UPDATE contact_point SET main = true WHERE prefecture = $1 AND id = $4 AND NOT EXISTS (
               SELECT FROM contact_point m WHERE m.prefecture = $1 AND m.user_id = $2 AND m.kind = $3 AND m.main
                                             AND m.removed_at IS NULL)`,
      values: [prefecture, actor.userId, kind, id],
    });
  }

  private async leaveRoom(tx: Queryable, { prefecture, actor }: Caller): Promise<void> {
    const { rows } = await tx.query<{ n: number }>({
      name: 'count-contacts',
      text: 'SELECT count(*)::int AS n FROM contact_point WHERE prefecture = $1 AND user_id = $2 AND removed_at IS NULL',
      values: [prefecture, actor.userId],
    });
    if ((rows[0]?.n ?? 0) >= CONTACT_RULES.most)
      throw new DomainError(
        'conflict',
        'too_many_contacts',
        `連絡先は一人${CONTACT_RULES.most}件までです。使わないものを削除してください。`,
        `One person has ${CONTACT_RULES.most} contacts at most. Remove those that are not used.`,
      );
  }
}

/** @throws not_found for that of another, as for none. */
async function own(tx: Queryable, { prefecture, actor }: Caller, id: string): Promise<Kept> {
  const { rows } = await tx.query<Kept>({
    name: 'own-contact',
    text: `SELECT kind, verified_at, code_tries, code_hash, code_hash IS NOT NULL AS is_code,
                  coalesce(code_until <= app.now(), true) AS is_late
             FROM contact_point WHERE prefecture = $1 AND user_id = $2 AND id = $3 AND removed_at IS NULL FOR UPDATE`,
    values: [prefecture, actor.userId, id],
  });
  const [found] = rows;
  if (!found) throw notFound('contact point', '連絡先');
  return found;
}

/** Lays a test message in line. It is of no message of the log, and carries the only thing that is not of a fixed text: a code. */
async function sendCode(
  tx: Queryable,
  { prefecture, actor }: Caller,
  contact: string,
  kind: ContactKind,
  key: string,
): Promise<void> {
  const named = `verify:${contact}:${key}`;
  await tx.query({
    name: 'lay-verification',
    text: `INSERT INTO delivery (prefecture, id, key, user_id, contact, channel, class, lane, rank, next_at, queued_at)
           VALUES ($1, $2, $3, $4, $5, $6, 'verification', $7, 0, app.now(), app.now())
           ON CONFLICT (prefecture, key) DO NOTHING`,
    values: [prefecture, idOf('delivery', prefecture, named), named, actor.userId, contact, kind, LANES.emergency],
  });
}

const takenId = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'この番号の連絡先は、もうあります。画面を読み直してください。',
    'There is a contact with this id already. Reload the page.',
  );

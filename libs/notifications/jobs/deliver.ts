import { Injectable, Logger } from '@nestjs/common';
import { createHash, randomInt } from 'node:crypto';
import type { Instant } from '#kernel';
import { Batcher, Databases, recordJson, Vault, type Queryable, type StoredRecord } from '#platform';
import { codeOf, type Outgoing } from '../channels/channel.js';
import { Channels } from '../channels/channels.js';
import { CONTACT_RULES, type ContactAddress, type ContactKind } from '../domain/contact.js';
import type { DeliveryClass } from '../domain/notice-class.js';
import { outsideText } from '../domain/outside-text.js';
import { after, packed, SENDING_RULES, type After, type Due, type Outcome } from '../domain/sending.js';

/** Contacts at a time: each is one message on the wire. */
const SET = 100;
/** More are not taken while so many are under way, in one process and lane: what hangs holds up its own place only. */
const AT_ONCE = 100;
/** An attempt ends after this, whatever the other side does; who holds a row longer is taken for dead. */
const ATTEMPT_MS = 30_000;
const LEASE_SECONDS = 45;
/** How far back what went out counts against a cap. */
const REMEMBERED_MINUTES = 180;

interface Claimed {
  readonly id: string;
  readonly user_id: string;
  readonly contact: string;
  readonly channel: ContactKind;
  readonly class: DeliveryClass;
  readonly attempts: number;
  readonly crashes: number;
  readonly queued_at: Instant;
  readonly next_at: Instant;
  readonly latest_at: Instant | null;
  readonly needed: boolean;
  readonly now: Instant;
}

interface Lead {
  readonly id: string;
  readonly fence: number;
  readonly attempts: number;
  readonly user_id: string;
  readonly contact: string;
  readonly channel: ContactKind;
  readonly class: DeliveryClass;
  readonly queued_at: Instant;
  readonly about: string | null;
  readonly several: boolean;
  readonly organization: string | null;
  readonly address: ContactAddress | null;
}

interface Ended {
  readonly prefecture: string;
  readonly lead: Lead;
  readonly outcome: Outcome;
}

/**
 * Sends what is due (配達). A contact is looked at by one process at a time, so that what it gets can be put together; each
 * attempt is counted before it is made, under a lease and a fence: who dies halfway has sent it once, or it goes again under
 * the same id (G7).
 */
@Injectable()
export class Deliver {
  private readonly logger = new Logger(Deliver.name);
  /** Messages handed to a channel, by who called. */
  readonly tally: Record<'worker' | 'poller', number> = { worker: 0, poller: 0 };

  private readonly endings = new Batcher<Ended, void>(
    (ended) => this.record(ended),
    2,
    256,
    (batch, one) => batch.every(({ prefecture }) => prefecture === one.prefecture),
  );

  constructor(
    private readonly databases: Databases,
    private readonly channels: Channels,
    private readonly vault: Vault,
  ) {}

  /** Until nothing of a lane is due. Says how many deliveries it has looked at. */
  async sweep(prefecture: string, lane: number, caller: 'worker' | 'poller'): Promise<number> {
    let looked = 0;
    const underWay = new Set<Promise<void>>();
    for (;;) {
      while (underWay.size >= AT_ONCE) await Promise.race(underWay);
      const { leads, seen } = await this.claim(prefecture, lane);
      for (const lead of leads) {
        const one = this.attempt(prefecture, lead).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      this.tally[caller] += leads.length;
      looked += seen;
      if (seen === 0) break;
    }
    await Promise.all(underWay);
    return looked;
  }

  private claim(prefecture: string, lane: number): Promise<{ leads: readonly Lead[]; seen: number }> {
    return this.databases.writing(async (tx) => {
      const { rows: due } = await tx.query<Claimed>({
        name: 'deliveries-due',
        text: `WITH there AS MATERIALIZED (
                 SELECT c.id FROM contact_point c
                  WHERE c.prefecture = $1
                    AND c.id IN (SELECT contact FROM delivery d WHERE ${DUE} ORDER BY next_at LIMIT ${SET})
                    FOR UPDATE SKIP LOCKED)
               SELECT d.id, d.user_id, d.contact, d.channel, d.class, d.attempts, d.queued_at, d.next_at, d.latest_at,
                      d.crashes + (d.lease_until IS NOT NULL)::int AS crashes,
                      app.still_needed($1, d.message)
                      OR EXISTS (SELECT FROM delivery b WHERE b.prefecture = $1 AND b.bundle = d.id
                                                          AND app.still_needed($1, b.message)) AS needed,
                      app.now() AS now
                 FROM delivery d WHERE d.contact IN (SELECT id FROM there) AND ${DUE}
                ORDER BY d.queued_at, d.id FOR UPDATE`,
        values: [prefecture, lane],
      });
      const [{ now } = { now: '' }] = due;
      if (due.length === 0) return { leads: [], seen: 0 };
      const poison = due.filter(({ crashes }) => crashes >= SENDING_RULES.mostCrashes);
      const history = await sentTo(tx, prefecture, [...new Set(due.map(({ contact }) => contact))]);
      const { send, hold, expire } = packed(
        due.filter((one) => !poison.includes(one)).map(dueOf),
        (contact) => history.get(contact) ?? [],
        now,
      );
      for (const { id } of poison)
        this.logger.error(`delivery ${id} ended ${SENDING_RULES.mostCrashes} workers; set aside`);
      await setAside(
        tx,
        prefecture,
        poison.map(({ id }) => id),
      );
      await expired(tx, prefecture, expire);
      await held(tx, prefecture, hold);
      await bundled(
        tx,
        prefecture,
        send.flatMap(({ lead, with: others }) => others.map((id) => ({ id, lead }))),
      );
      const leads =
        send.length === 0
          ? []
          : await leased(
              tx,
              this.vault,
              prefecture,
              send.map(({ lead }) => lead),
            );
      return { leads, seen: due.length };
    });
  }

  private async attempt(prefecture: string, lead: Lead): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await this.send(prefecture, lead);
    } catch (error) {
      outcome = { state: 'again', error: codeOf(error) };
    }
    try {
      await this.endings.add({ prefecture, lead, outcome });
    } catch (error) {
      this.logger.error(`could not write down how delivery ${lead.id} ended; it goes again under the same id`, error);
    }
  }

  private async send(prefecture: string, lead: Lead): Promise<Outcome> {
    const { id, user_id: userId, class: of, address, several, organization, about } = lead;
    const channel = this.channels.of(lead.channel);
    if (!address) return { state: 'bounced', error: 'no_address' };
    if (!channel) return { state: 'again', error: 'no_channel' };
    const code = of === 'verification' ? await this.newCode(prefecture, lead.contact) : undefined;
    const { publicUrl } = this.channels.outside;
    const page = of === 'verification' ? '/channels' : several || about === null ? '/messages' : `/cases/${about}`;
    const message: Outgoing = {
      ...outsideText({
        class: of,
        several,
        organization: organization ?? undefined,
        link: `${publicUrl}${page}`,
        ...(code !== undefined && { code }),
      }),
      id,
      prefecture,
      userId,
      class: of,
      urgent: of === 'emergency' || of === 'verification',
    };
    return channel.send(address, message, AbortSignal.timeout(ATTEMPT_MS));
  }

  /** Made when it goes out and kept as a hash: it is in no row and no queue. */
  private async newCode(prefecture: string, contact: string): Promise<string> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.databases.writer.query({
      name: 'contact-code',
      text: `UPDATE contact_point SET code_hash = $3, code_until = app.now() + make_interval(mins => $4), code_tries = 0
              WHERE prefecture = $1 AND id = $2`,
      values: [prefecture, contact, codeHash(contact, code), CONTACT_RULES.codeMinutes],
    });
    return code;
  }

  private async record(ended: readonly Ended[]): Promise<readonly PromiseSettledResult<void>[]> {
    const [first] = ended;
    const prefecture = first?.prefecture ?? '';
    const now = await this.databases.now();
    const rows = ended.map(({ lead, outcome }) => ({
      lead,
      error: 'error' in outcome ? outcome.error : null,
      ...after({ class: lead.class, attempts: lead.attempts, queuedAt: lead.queued_at }, outcome, now),
    }));
    await this.databases.writing(async (tx) => {
      await write(tx, prefecture, rows);
    });
    return ended.map(() => ({ status: 'fulfilled', value: undefined }));
  }
}

export const codeHash = (contact: string, code: string): Buffer =>
  createHash('sha256').update(`${contact}:${code}`).digest();

/** $1 is the prefecture, $2 the lane. */
const DUE = `d.prefecture = $1 AND d.lane = $2 AND d.state = 'queued' AND d.next_at <= app.now()
             AND (d.lease_until IS NULL OR d.lease_until < clock_timestamp())`;

const dueOf = (row: Claimed): Due => ({
  id: row.id,
  contact: row.contact,
  kind: row.channel,
  class: row.class,
  attempts: row.attempts,
  needed: row.needed,
  latestAt: row.latest_at,
  nextAt: row.next_at,
});

async function sentTo(
  tx: Queryable,
  prefecture: string,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly Instant[]>> {
  const { rows } = await tx.query<{ contact: string; tried_at: Instant }>({
    name: 'sent-to-contacts',
    text: `SELECT contact, tried_at FROM delivery
            WHERE prefecture = $1 AND contact = ANY ($2::uuid[]) AND bundle IS NULL AND class <> 'verification'
              AND tried_at > app.now() - make_interval(mins => $3)`,
    values: [prefecture, contacts, REMEMBERED_MINUTES],
  });
  const found = new Map<string, Instant[]>();
  for (const { contact, tried_at } of rows) found.set(contact, [...(found.get(contact) ?? []), tried_at]);
  return found;
}

/** Poison: five workers have died of it. */
async function setAside(tx: Queryable, prefecture: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query({
    name: 'deliveries-set-aside',
    text: `UPDATE delivery SET state = 'failed', last_error = 'poison', done_at = app.now(), lease_until = NULL,
                  fallback_at = CASE WHEN class = 'verification' THEN NULL ELSE app.now() END
            WHERE prefecture = $1 AND id = ANY ($2::uuid[])`,
    values: [prefecture, ids],
  });
}

async function expired(tx: Queryable, prefecture: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query({
    name: 'deliveries-expired',
    text: `UPDATE delivery SET state = 'expired', last_error = NULL, done_at = app.now(), lease_until = NULL, fallback_at = NULL
            WHERE prefecture = $1 AND id = ANY ($2::uuid[])`,
    values: [prefecture, ids],
  });
}

async function held(tx: Queryable, prefecture: string, rows: readonly { id: string; until: Instant }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'deliveries-held',
    text: `UPDATE delivery d SET next_at = w.until FROM unnest($2::uuid[], $3::timestamptz[]) AS w(id, until)
            WHERE d.prefecture = $1 AND d.id = w.id`,
    values: [prefecture, rows.map(({ id }) => id), rows.map(({ until }) => until)],
  });
}

async function bundled(
  tx: Queryable,
  prefecture: string,
  rows: readonly { id: string; lead: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'deliveries-bundled',
    text: `UPDATE delivery d SET state = 'bundled', bundle = w.lead, fallback_at = NULL, done_at = app.now()
             FROM unnest($2::uuid[], $3::uuid[]) AS w(id, lead)
            WHERE d.prefecture = $1 AND d.id = w.id`,
    values: [prefecture, rows.map(({ id }) => id), rows.map(({ lead }) => lead)],
  });
}

/** Counts the attempt and takes it, with all that it needs to be made. */
async function leased(tx: Queryable, vault: Vault, prefecture: string, ids: readonly string[]): Promise<Lead[]> {
  const { rows } = await tx.query<Omit<Lead, 'address'> & { record: StoredRecord | null }>({
    name: 'deliveries-leased',
    text: `WITH taken AS (
             UPDATE delivery d
                SET fence = d.fence + 1, attempts = d.attempts + 1, crashes = d.crashes + (d.lease_until IS NOT NULL)::int,
                    tried_at = coalesce(d.tried_at, app.now()),
                    lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
              WHERE d.prefecture = $1 AND d.id = ANY ($2::uuid[])
             RETURNING d.*)
           SELECT t.id, t.fence, t.attempts, t.user_id, t.contact, t.channel, t.class, t.queued_at, m.about, ${recordJson('p')} AS record,
                  EXISTS (SELECT FROM delivery b WHERE b.prefecture = $1 AND b.bundle = t.id) AS several,
                  (SELECT a.organization_name FROM event e
                     JOIN account a ON a.prefecture = e.prefecture AND a.user_id = (e.actor ->> 'userId')::uuid
                    WHERE e.prefecture = $1 AND e.correlation_id = m.about AND a.user_id <> t.user_id
                    ORDER BY e.position DESC LIMIT 1) AS organization
             FROM taken t
             JOIN contact_point c ON c.prefecture = $1 AND c.id = t.contact
             LEFT JOIN message m ON m.prefecture = $1 AND m.id = t.message
             LEFT JOIN personal_record p ON p.prefecture = $1 AND p.id = c.record AND c.removed_at IS NULL`,
    values: [prefecture, ids],
  });
  const addresses = await vault.openedEach<Partial<ContactAddress>>(
    prefecture,
    rows.map(({ record }) => record),
  );
  return rows.map(({ record: _record, ...lead }, i) => {
    const { address, ...rest } = addresses[i] ?? {};
    return { ...lead, address: address === undefined ? null : { ...rest, address } };
  });
}

async function write(
  tx: Queryable,
  prefecture: string,
  rows: readonly (After & { readonly lead: Lead; readonly error: string | null })[],
): Promise<void> {
  await tx.query({
    name: 'deliveries-ended',
    text: `WITH ended AS (
             UPDATE delivery d
                SET state = w.state, next_at = coalesce(w.next_at, d.next_at), last_error = w.error, lease_until = NULL,
                    done_at = CASE WHEN w.state = 'queued' THEN NULL ELSE app.now() END,
                    fallback_at = CASE WHEN w.state IN ('sent', 'delivered') OR d.class = 'verification' THEN NULL
                                       WHEN w.elsewhere THEN app.now() ELSE d.fallback_at END
               FROM unnest($2::uuid[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::boolean[])
                    AS w(id, fence, state, next_at, error, elsewhere)
              WHERE d.prefecture = $1 AND d.id = w.id AND d.fence = w.fence
             RETURNING d.contact, d.state, d.last_error)
           UPDATE contact_point c
              SET trouble = e.last_error, trouble_at = CASE WHEN e.last_error IS NULL THEN NULL ELSE app.now() END
             FROM (SELECT DISTINCT ON (contact) contact, last_error FROM ended ORDER BY contact, last_error NULLS FIRST) e
            WHERE c.prefecture = $1 AND c.id = e.contact
              AND c.trouble IS DISTINCT FROM e.last_error`,
    values: [
      prefecture,
      rows.map(({ lead }) => lead.id),
      rows.map(({ lead }) => lead.fence),
      rows.map(({ state }) => state),
      rows.map(({ nextAt }) => nextAt),
      rows.map(({ error }) => error),
      rows.map(({ elsewhere }) => elsewhere),
    ],
  });
}

import { Injectable } from '@nestjs/common';
import { idOf, type Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { ContactKind } from '../domain/contact.js';
import { classOf, laneOf, type NoticeClass } from '../domain/notice-class.js';
import { preferencesFrom, routeOf, type Preferences } from '../domain/preferences.js';
import { fallbackAt } from '../domain/sending.js';

/** A message of the log, and by what its receiver has been tried already. */
export interface ToTell {
  readonly id: string;
  readonly to_user: string;
  readonly template: string;
  readonly level: number | null;
  /** Of the obligation that it chases. */
  readonly urgency: number | null;
  readonly due_at: Instant | null;
  readonly tried: readonly ContactKind[];
  readonly now: Instant;
}

interface Contact {
  readonly id: string;
  readonly user_id: string;
  readonly kind: ContactKind;
}

/** Columns of `ToTell` over a message `m`. */
export const TO_TELL = `m.id, m.to_user, m.template, m.level, o.class AS urgency, o.due_at, app.now() AS now`;
/** The obligation that a message chases: its key begins with it. */
export const ITS_OBLIGATION = `LEFT JOIN obligation o ON o.prefecture = m.prefecture AND o.case_id = m.about
                                                    AND o.id::text = split_part(m.key, ':', 1)`;

/** Decides by what each message goes out, and lays it in line. */
@Injectable()
export class Plans {
  /** Those whom nothing is left for: they have no contact that was not tried. */
  async lay(tx: Queryable, prefecture: string, messages: readonly ToTell[]): Promise<readonly ToTell[]> {
    const people = [...new Set(messages.map(({ to_user }) => to_user))];
    const contacts = await contactsOf(tx, prefecture, people);
    if (contacts.size === 0) return messages;
    const preferences = await preferencesOf(tx, prefecture, [...contacts.keys()]);
    const unreached: ToTell[] = [];
    const rows = messages.flatMap((message) => {
      const { id, to_user, tried, due_at, now } = message;
      const of = classOf(message);
      const own = (contacts.get(to_user) ?? []).filter(({ kind }) => !tried.includes(kind));
      const { at, by } = routeOf(of, now, preferences.get(to_user) ?? preferencesFrom(null), kindsOf(own), due_at);
      const contact = own.find(({ kind }) => kind === by[0]);
      if (contact)
        return [rowOf({ message: id, user: to_user, contact, of, rank: tried.length, at, deadline: due_at })];
      unreached.push(message);
      return [];
    });
    if (rows.length > 0) await insert(tx, prefecture, rows);
    return unreached;
  }
}

const kindsOf = (contacts: readonly Contact[]): ContactKind[] => [...new Set(contacts.map(({ kind }) => kind))];

/** Verified ones, in the order in which they are preferred: what works before what did not, the main one before others. */
async function contactsOf(
  tx: Queryable,
  prefecture: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const { rows } = await tx.query<Contact>({
    name: 'contacts-to-tell',
    text: `SELECT id, user_id, kind FROM contact_point
            WHERE prefecture = $1 AND user_id = ANY ($2::uuid[]) AND removed_at IS NULL AND verified_at IS NOT NULL
            ORDER BY trouble IS NOT NULL, main DESC, verified_at, id`,
    values: [prefecture, people],
  });
  const found = new Map<string, Contact[]>();
  for (const contact of rows) found.set(contact.user_id, [...(found.get(contact.user_id) ?? []), contact]);
  return found;
}

async function preferencesOf(
  tx: Queryable,
  prefecture: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Preferences>> {
  const { rows } = await tx.query<{ user_id: string; body: unknown }>({
    name: 'preferences-to-tell',
    text: 'SELECT user_id, body FROM notification_preference WHERE prefecture = $1 AND user_id = ANY ($2::uuid[])',
    values: [prefecture, people],
  });
  return new Map(rows.map(({ user_id, body }) => [user_id, preferencesFrom(body)]));
}

interface Row {
  readonly key: string;
  readonly message: string;
  readonly user: string;
  readonly contact: Contact;
  readonly of: NoticeClass;
  readonly rank: number;
  readonly at: Instant;
  readonly latest: Instant | null;
}

const rowOf = ({ deadline, ...row }: Omit<Row, 'key' | 'latest'> & { readonly deadline: Instant | null }): Row => ({
  ...row,
  key: `${row.message}:${row.contact.kind}:${row.contact.id}`,
  latest: deadline,
});

async function insert(tx: Queryable, prefecture: string, rows: readonly Row[]): Promise<void> {
  await tx.query({
    name: 'lay-deliveries',
    text: `INSERT INTO delivery (prefecture, id, key, message, user_id, contact, channel, class, lane, rank, next_at,
                                 latest_at, fallback_at, queued_at)
           SELECT $1, d.*, app.now()
             FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::smallint[],
                         $10::smallint[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[]) AS d
           ON CONFLICT (prefecture, key) DO NOTHING`,
    values: [
      prefecture,
      rows.map(({ key }) => idOf('delivery', prefecture, key)),
      rows.map(({ key }) => key),
      rows.map(({ message }) => message),
      rows.map(({ user }) => user),
      rows.map(({ contact }) => contact.id),
      rows.map(({ contact }) => contact.kind),
      rows.map(({ of }) => of),
      rows.map(({ of }) => laneOf(of)),
      rows.map(({ rank }) => rank),
      rows.map(({ at }) => at),
      rows.map(({ latest }) => latest),
      rows.map(({ of, at }) => fallbackAt(of, at)),
    ],
  });
}

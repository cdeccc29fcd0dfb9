import { Injectable } from '@nestjs/common';
import { Databases, type Queryable } from '#platform';
import type { ContactKind } from '../domain/contact.js';
import { classOf } from '../domain/notice-class.js';
import { ITS_OBLIGATION, Plans, TO_TELL, type ToTell } from './plans.js';
import { Unreached } from './unreached.js';

const SET = 200;

interface Behind extends ToTell {
  readonly about_kind: string;
  readonly about: string;
}

/**
 * 次の手段へ: what nobody has taken in time goes by the person's next channel, beside the first. An emergency for which
 * none is left goes to the desk, so that somebody telephones.
 */
@Injectable()
export class FallBack {
  constructor(
    private readonly databases: Databases,
    private readonly plans: Plans,
    private readonly unreached: Unreached,
  ) {}

  async all(): Promise<number> {
    const { rows } = await this.databases.writer.query<{ prefecture: string }>({
      name: 'prefectures-to-fall-back',
      text: `SELECT prefecture FROM log_head h
              WHERE EXISTS (SELECT FROM delivery d WHERE d.prefecture = h.prefecture AND d.fallback_at <= app.now())`,
    });
    let moved = 0;
    for (const { prefecture } of rows)
      for (let set = SET; set === SET; moved += set) set = await this.oneSet(prefecture);
    return moved;
  }

  private oneSet(prefecture: string): Promise<number> {
    return this.databases.writing(async (tx) => {
      const { rows: leads } = await tx.query<{ id: string; message: string | null }>({
        name: 'deliveries-to-fall-back',
        text: `SELECT id, message FROM delivery WHERE prefecture = $1 AND fallback_at <= app.now()
                ORDER BY fallback_at LIMIT ${SET} FOR UPDATE SKIP LOCKED`,
        values: [prefecture],
      });
      if (leads.length === 0) return 0;
      const messages = await this.behind(
        tx,
        prefecture,
        leads.map(({ id }) => id),
      );
      const left = new Set(await this.plans.lay(tx, prefecture, messages));
      for (const message of messages)
        if (left.has(message) && classOf(message) === 'emergency')
          // Under a key: a transaction that is lost after it asks again, and nothing happens twice.
          await this.unreached.tell(prefecture, message);
      await tx.query({
        name: 'fallen-back',
        text: 'UPDATE delivery SET fallback_at = NULL WHERE prefecture = $1 AND id = ANY ($2::uuid[])',
        values: [prefecture, leads.map(({ id }) => id)],
      });
      return leads.length;
    });
  }

  /** What these deliveries carry and is still about something, each with by what its receiver has been tried. */
  private async behind(tx: Queryable, prefecture: string, leads: readonly string[]): Promise<Behind[]> {
    const { rows } = await tx.query<Omit<Behind, 'tried'> & { tried: ContactKind[] }>({
      name: 'messages-to-fall-back',
      text: `SELECT ${TO_TELL}, m.about_kind, m.about,
                    (SELECT array_agg(DISTINCT t.channel) FROM delivery t
                      WHERE t.prefecture = $1 AND t.message = m.id) AS tried
               FROM message m ${ITS_OBLIGATION}
              WHERE m.prefecture = $1
                AND m.id IN (SELECT d.message FROM delivery d WHERE d.prefecture = $1 AND d.id = ANY ($2::uuid[])
                              UNION ALL
                             SELECT d.message FROM delivery d WHERE d.prefecture = $1 AND d.bundle = ANY ($2::uuid[]))
                AND app.still_needed($1, m.id)`,
      values: [prefecture, leads],
    });
    return rows;
  }
}

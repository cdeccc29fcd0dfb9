import { Injectable } from '@nestjs/common';
import { Databases } from '#platform';
import { ITS_OBLIGATION, Plans, TO_TELL, type ToTell } from './plans.js';

const SET = 1_000;

/**
 * Reads on in the log of messages (お知らせ) and lays what leaves the system in line, once for each: what it writes and how
 * far it has read commit together. It follows a mark on the message and not its number: numbers become visible out of order,
 * and the log of events does not say whom a fact told.
 */
@Injectable()
export class RouteMessages {
  constructor(
    private readonly databases: Databases,
    private readonly plans: Plans,
  ) {}

  /** Until none is left. Says how many there were. */
  async all(): Promise<number> {
    const { rows } = await this.databases.writer.query<{ prefecture: string }>({
      name: 'prefectures-to-route',
      text: `SELECT prefecture FROM log_head h
              WHERE EXISTS (SELECT FROM message m WHERE m.prefecture = h.prefecture AND NOT m.routed)`,
    });
    let routed = 0;
    for (const { prefecture } of rows)
      for (let set = SET; set === SET; routed += set) set = await this.oneSet(prefecture);
    return routed;
  }

  private oneSet(prefecture: string): Promise<number> {
    return this.databases.writing(async (tx) => {
      const { rows } = await tx.query<Omit<ToTell, 'tried'>>({
        name: 'messages-to-route',
        text: `SELECT ${TO_TELL} FROM message m ${ITS_OBLIGATION}
                WHERE m.prefecture = $1 AND NOT m.routed ORDER BY m.ordinal LIMIT ${SET} FOR UPDATE OF m SKIP LOCKED`,
        values: [prefecture],
      });
      if (rows.length === 0) return 0;
      await this.plans.lay(
        tx,
        prefecture,
        rows.map((row) => ({ ...row, tried: [] })),
      );
      await tx.query({
        name: 'messages-routed',
        text: 'UPDATE message SET routed = true WHERE prefecture = $1 AND id = ANY ($2::uuid[])',
        values: [prefecture, rows.map(({ id }) => id)],
      });
      return rows.length;
    });
  }
}

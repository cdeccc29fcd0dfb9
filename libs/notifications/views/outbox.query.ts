import { Injectable } from '@nestjs/common';
import { Accounts, type Caller } from '#access';
import { can, notFound } from '#kernel';
import { Databases, Outside } from '#platform';
import type { OutboxItem } from '../http/notifications.dto.js';

/** 送信箱: what the simulated channels would have sent, newest first. For everybody where all is simulated, else for administrators. */
@Injectable()
export class Outbox {
  constructor(
    private readonly databases: Databases,
    private readonly outside: Outside,
    private readonly accounts: Accounts,
  ) {}

  /** @throws not_found where there is none for the caller. */
  async of({ prefecture, actor }: Caller): Promise<OutboxItem[]> {
    if (!this.outside.simulated && !can(actor.role, 'administration')) throw notFound('outbox', '送信箱');
    const found = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Omit<OutboxItem, 'to'> & { userId: string }>({
        name: 'outbox',
        text: `SELECT id, channel, user_id AS "userId", subject, body, sent_at AS "sentAt" FROM outbox_item
                WHERE prefecture = $1 ORDER BY sent_at DESC, id LIMIT 200`,
        values: [prefecture],
      });
      return rows;
    });
    const people = await this.accounts.of(prefecture, { ids: [...new Set(found.map(({ userId }) => userId))] });
    const names = new Map(people.map(({ userId, name }) => [userId, name]));
    return found.map(({ userId, ...item }) => ({ ...item, to: names.get(userId) ?? '' }));
  }
}

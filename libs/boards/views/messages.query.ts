import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import type { Instant } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { About } from './board.query.js';

export class MessageListed {
  @Uuid() readonly id!: string;
  @Moment() readonly at!: Instant;
  readonly template!: string;
  readonly level!: number | null;
  readonly about!: About;
  readonly step!: string | null;
}

/** One's own messages (お知らせ), newest first. */
@Injectable()
export class Messages {
  constructor(private readonly databases: Databases) {}

  async of({ prefecture, actor }: Caller): Promise<MessageListed[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<MessageListed>({
        name: 'list-messages',
        text: `SELECT id, at, template, level, jsonb_build_object('kind', about_kind, 'id', about) AS about, step
                 FROM message WHERE prefecture = $1 AND to_user = $2 ORDER BY at DESC, ordinal DESC LIMIT 200`,
        values: [prefecture, actor.userId],
      });
      return rows;
    });
  }
}

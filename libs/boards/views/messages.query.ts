import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
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
  /** Whether the reader may open the case now: an offer that others took is no longer his. */
  readonly opens!: boolean;
}

/** One's own messages (お知らせ), newest first. */
@Injectable()
export class Messages {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
  ) {}

  async of({ prefecture, actor }: Caller): Promise<MessageListed[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<MessageListed>({
        name: 'list-messages',
        text: `SELECT m.id, m.at, m.template, m.level, m.step,
                      jsonb_build_object('kind', m.about_kind, 'id', m.about) AS about,
                      coalesce($4::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $2, $3)), false) AS opens
                 FROM message m
                 LEFT JOIN stream_head h ON h.prefecture = m.prefecture AND h.stream = m.about
                WHERE m.prefecture = $1 AND m.to_user = $2 ORDER BY m.at DESC, m.ordinal DESC LIMIT 200`,
        values: [prefecture, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return rows;
    });
  }
}

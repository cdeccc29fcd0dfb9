import { Injectable } from '@nestjs/common';
import { Accounts, type Caller } from '#access';
import { Kinds } from '#cases';
import { notFound } from '#kernel';
import { Databases } from '#platform';
import type { DeliveryShown } from '../http/notifications.dto.js';

const MOST = 200;

type Found = Omit<DeliveryShown, 'to' | 'organization'> & { readonly userId: string };

/** 届き方: who was told of a case, by what, and whether it arrived; for whoever may open the case. */
@Injectable()
export class DeliveriesOfCase {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly accounts: Accounts,
  ) {}

  /** @throws not_found for a case of others, as for one that does not exist. */
  async of({ prefecture, actor }: Caller, id: string): Promise<DeliveryShown[]> {
    const found = await this.databases.reading(prefecture, async (tx) => {
      const seen = await tx.query({
        name: 'case-in-sight',
        text: `SELECT FROM stream_head h
                CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
                WHERE h.prefecture = $1 AND h.stream = $2 AND $5::jsonb -> h.kind ?| r.relations`,
        values: [prefecture, id, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      if (seen.rowCount === 0) throw notFound('case', '案件');
      const { rows } = await tx.query<Found>({
        name: 'deliveries-of-case',
        // One that went out with others is where that one is.
        text: `SELECT coalesce(d.id, m.id) AS id, m.at, m.template, m.to_user AS "userId", d.channel,
                      coalesce(l.state, d.state, 'in_app') AS state,
                      coalesce(l.done_at, d.done_at, d.queued_at, m.at) AS "changedAt"
                 FROM message m
                 LEFT JOIN delivery d ON d.prefecture = $1 AND d.message = m.id
                 LEFT JOIN delivery l ON l.prefecture = $1 AND l.id = d.bundle
                WHERE m.prefecture = $1 AND m.about = $2
                ORDER BY m.at DESC, m.ordinal DESC, d.rank LIMIT ${MOST}`,
        values: [prefecture, id],
      });
      return rows;
    });
    const people = await this.accounts.of(prefecture, { ids: [...new Set(found.map(({ userId }) => userId))] });
    const known = new Map(people.map((person) => [person.userId, person]));
    return found.map(({ userId, ...delivery }) => ({
      ...delivery,
      to: known.get(userId)?.name ?? '',
      organization: known.get(userId)?.organization.name ?? '',
    }));
  }
}

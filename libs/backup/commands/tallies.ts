import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Databases } from '#platform';

/** Counts over the heads of this context. */
@Injectable()
export class Tallies {
  constructor(private readonly databases: Databases) {}

  /** How many requests each organization has taken since a moment, so that the burden is shared (公平). */
  async acceptedSince(prefecture: string, since: Instant): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.databases.writer.query<{ organization: string; taken: number }>({
      name: 'backups-taken',
      text: `SELECT state #>> '{acceptor,organization}' AS organization, count(*)::int AS taken FROM stream_head
              WHERE prefecture = $1 AND kind = 'backup_request' AND state ->> 'acceptedAt' >= $2 GROUP BY 1`,
      values: [prefecture, since],
    });
    return Object.fromEntries(rows.map(({ organization, taken }) => [organization, taken]));
  }

  /** How many arrangements there are, so that a new one knows its place among those agreed at the same moment. */
  async arrangements(prefecture: string): Promise<number> {
    const { rows } = await this.databases.writer.query<{ count: number }>({
      name: 'backup-arrangements',
      text: `SELECT count(*)::int AS count FROM stream_head WHERE prefecture = $1 AND kind = 'backup_arrangement'`,
      values: [prefecture],
    });
    return rows[0]?.count ?? 0;
  }
}

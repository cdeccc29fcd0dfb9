import { Injectable } from '@nestjs/common';
import { Databases, Followers } from '#platform';
import type { Counted } from '../domain/figures.js';
import type { Month } from '../domain/month.js';
import { COUNTED_FOLLOWER } from './counted-consultations.projection.js';

export interface CountedCase extends Counted {
  readonly id: string;
  readonly receivedOn: string;
}

/** The consultations of a desk and month, one by one: every figure is made of these and walks back to them. */
@Injectable()
export class ConsultationCounts {
  constructor(
    private readonly databases: Databases,
    private readonly followers: Followers,
  ) {}

  /** Whether the count has come to where the log ends now; it waits for that, for a bounded time. */
  async isComplete(prefecture: string): Promise<boolean> {
    const { rows } = await this.databases.writer.query<{ position: number }>({
      name: 'counted-through',
      text: 'SELECT position FROM log_head WHERE prefecture = $1',
      values: [prefecture],
    });
    return this.followers.reached(prefecture, rows[0]?.position ?? 0, [COUNTED_FOLLOWER]);
  }

  async of(prefecture: string, desk: string, month: Month): Promise<CountedCase[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<CountedCase>({
        name: 'counted-of',
        text: `SELECT case_id AS id, received_on::text AS "receivedOn", side, profession, topics, scene, channel, outcome,
                      municipality_id AS municipality, closed_on - received_on AS days
                 FROM counted_consultation WHERE prefecture = $1 AND desk = $2 AND month = $3
                ORDER BY received_on, case_id`,
        values: [prefecture, desk, month],
      });
      return rows;
    });
  }

  /** Months of a desk in which it was asked anything, newest first. */
  async monthsOf(prefecture: string, desks: readonly string[]): Promise<{ desk: string; month: Month }[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ desk: string; month: Month }>({
        name: 'counted-months',
        text: `SELECT DISTINCT desk, month FROM counted_consultation
                WHERE prefecture = $1 AND desk = ANY ($2::uuid[]) ORDER BY month DESC`,
        values: [prefecture, desks],
      });
      return rows;
    });
  }
}

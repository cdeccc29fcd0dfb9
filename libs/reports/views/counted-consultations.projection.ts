import { Injectable } from '@nestjs/common';
import type { ConsultationClosed, ConsultationLogged, ConsultationReopened } from '#consultations';
import { dateIn } from '#kernel';
import { Follows, type Follower } from '#platform';
import { monthOf } from '../domain/month.js';

/** Whoever reads the counts waits for this one. */
export const COUNTED_FOLLOWER = 'reports.counted-consultations';

type Heard = ConsultationLogged | ConsultationClosed | ConsultationReopened;

/**
 * One row per consultation, in the month in which it was asked, however late it was written down (E26). It counts at the
 * desk that received it, so that one that was passed on counts once (H-08).
 */
@Follows(COUNTED_FOLLOWER)
@Injectable()
export class CountedConsultations implements Follower<Heard> {
  readonly owns = ['counted_consultation'];

  readonly on: Follower<Heard>['on'] = {
    ConsultationLogged: ({ prefecture, aggregate, payload }, tx) => {
      const { desk, receivedAt, side, profession = null, scene, topics, channel, area } = payload;
      return tx.query({
        name: 'counted-logged',
        text: `INSERT INTO counted_consultation (prefecture, case_id, desk, month, received_on, side, profession, scene,
                 topics, municipality_id, channel)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
        values: [
          prefecture,
          aggregate.id,
          desk,
          monthOf(dateIn(receivedAt)),
          dateIn(receivedAt),
          side,
          profession,
          scene,
          topics,
          area.municipalityId,
          channel,
        ],
      });
    },
    ConsultationClosed: ({ prefecture, aggregate, occurredAt, payload }, tx) =>
      tx.query({
        name: 'counted-closed',
        text: `UPDATE counted_consultation SET outcome = $3, closed_on = $4 WHERE prefecture = $1 AND case_id = $2`,
        values: [prefecture, aggregate.id, payload.outcome, dateIn(occurredAt)],
      }),
    ConsultationReopened: ({ prefecture, aggregate }, tx) =>
      tx.query({
        name: 'counted-reopened',
        text: `UPDATE counted_consultation SET outcome = NULL, closed_on = NULL WHERE prefecture = $1 AND case_id = $2`,
        values: [prefecture, aggregate.id],
      }),
  };
}

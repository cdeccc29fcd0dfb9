import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { idOf, type Recorded } from '#kernel';
import { Follows, recordJson, Vault, type Follower, type Queryable, type StoredRecord } from '#platform';
import { consultationKind } from '../consultation.case.js';
import type { ConsultationAnswered, ConsultationAnsweredElsewhere } from '../domain/consultation.events.js';

type Heard = ConsultationAnswered | ConsultationAnsweredElsewhere;

/** Whoever asked what was merged into another hears its answer as well, and reads it at the own consultation. */
@Follows('consultations.answers-of-merged')
@Injectable()
export class AnswersOfMerged implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly vault: Vault,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    ConsultationAnswered: (event, tx) => this.passOn(event, tx),
    // What was merged into what was merged.
    ConsultationAnsweredElsewhere: (event, tx) => this.passOn(event, tx),
  };

  private async passOn(event: Recorded<Heard>, tx: Queryable): Promise<void> {
    const { prefecture, aggregate, payload } = event;
    // By the index of links: an answer must not look through every consultation that there is.
    const { rows: merged } = await tx.query<{ id: string }>({
      name: 'consultations-merged-into',
      text: `SELECT stream AS id FROM stream_head
              WHERE prefecture = $1 AND kind = 'consultation' AND state -> 'links' @> $2::jsonb ORDER BY stream`,
      values: [prefecture, JSON.stringify([{ id: aggregate.id, as: 'merged_into' }])],
    });
    if (merged.length === 0) return;
    const { rows } = await tx.query<{ record: StoredRecord }>({
      name: 'answer-to-pass-on',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p WHERE prefecture = $1 AND id = $2`,
      values: [prefecture, payload.answerRef ?? null],
    });
    const answers = await this.vault.opened(
      prefecture,
      rows.map(({ record }) => record),
    );
    for (const { id } of merged)
      await this.cases.work(consultationKind, {
        prefecture,
        id,
        command: { type: 'PassOnAnswer', by: aggregate.id },
        job: 'answers-of-merged',
        key: idOf('answers-of-merged', event.eventId, id),
        causationId: event.eventId,
        occurredAt: event.occurredAt,
        personal: answers.map((body) => ({ kind: 'consultation_answer', body })),
      });
  }
}

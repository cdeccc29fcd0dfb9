import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { idOf } from '#kernel';
import { Follows, type Follower } from '#platform';
import { consultationKind } from '../consultation.case.js';
import type { ConsultationSplit } from '../domain/consultation.events.js';

/** What a consultation was split into begins by itself: its id was given, and its text stored, with the splitting. */
@Follows('consultations.split')
@Injectable()
export class SplitOff implements Follower<ConsultationSplit> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<ConsultationSplit>['on'] = {
    ConsultationSplit: async (event) => {
      const { into, ...trouble } = event.payload;
      await this.cases.work(consultationKind, {
        prefecture: event.prefecture,
        id: into,
        command: { type: 'LogSplitConsultation', from: event.aggregate.id, ...trouble },
        job: 'split-consultation',
        key: idOf('split-consultation', event.eventId),
        causationId: event.eventId,
        occurredAt: event.occurredAt,
      });
    },
  };
}

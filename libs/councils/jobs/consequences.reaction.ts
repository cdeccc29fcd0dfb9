import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { ruleSetId, ruleSetKind } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { agendaItemKind } from '../agenda-item.case.js';
import type { AgendaItemDecided, AgendaItemForwarded } from '../domain/agenda-item.events.js';

type Heard = AgendaItemForwarded | AgendaItemDecided;

/** What a decision sets going outside of its item: an item at another council (他会議へ), a new edition of rules. */
@Follows('councils.consequences')
@Injectable()
export class ConsequencesOfDecisions implements Follower<Heard> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<Heard>['on'] = {
    AgendaItemForwarded: (event) => {
      const { toCouncil, item, ...said } = event.payload;
      return this.cases.work(agendaItemKind, {
        ...caused(event, item),
        id: item,
        command: { type: 'DraftAgendaItem', council: toCouncil, ...said },
      });
    },
    AgendaItemDecided: async (event) => {
      const { rule, meeting } = event.payload;
      if (rule === undefined) return;
      const { areas, context, effectiveFrom, values } = rule;
      for (const area of areas)
        await this.cases.work(ruleSetKind, {
          ...caused(event, area),
          id: ruleSetId(context, area),
          command: {
            // What else the area has decided stays.
            type: 'ChangeRules',
            context,
            area,
            effectiveFrom,
            set: values,
            agreed: { agendaItem: event.aggregate.id, ...(meeting !== undefined && { meeting }) },
          },
        });
    },
  };
}

const caused = (event: Recorded, what: string) => ({
  prefecture: event.prefecture,
  job: 'consequences',
  key: idOf('consequences', event.eventId, what),
  causationId: event.eventId,
  occurredAt: event.occurredAt,
});

import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type { AgendaItemDrafted } from '#councils';
import { idOf } from '#kernel';
import { Follows, type Follower } from '#platform';
import { evidencePackId } from '../domain/evidence-pack.js';
import { evidencePackKind } from '../evidence-pack.case.js';

/** Every agenda item may have packs from its draft on: then its secretariat can ask for one as for anything of a case. */
@Follows('packs.open')
@Injectable()
export class OpenPacks implements Follower<AgendaItemDrafted> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<AgendaItemDrafted>['on'] = {
    AgendaItemDrafted: ({ prefecture, eventId, aggregate: { id: item }, occurredAt, payload }) => {
      const { key, level, areaId, area } = payload;
      return this.cases.work(evidencePackKind, {
        prefecture,
        id: evidencePackId(item),
        command: { type: 'OpenEvidencePack', item, key, level, areaId, area },
        job: 'open-pack',
        key: idOf('open-pack', eventId),
        causationId: eventId,
        occurredAt,
      });
    },
  };
}

import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { isProposed, type AgendaItemDrafted } from '#councils';
import { idOf } from '#kernel';
import { Follows, type Follower } from '#platform';
import { evidencePackId } from '../domain/evidence-pack.js';
import { evidencePackKind } from '../evidence-pack.case.js';

/** Every agenda item from an issue may have packs from its draft on; of what was proposed there is no evidence. Then its secretariat can ask for one as for anything of a case. */
@Follows('packs.open')
@Injectable()
export class OpenPacks implements Follower<AgendaItemDrafted> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<AgendaItemDrafted>['on'] = {
    AgendaItemDrafted: async ({ prefecture, eventId, aggregate: { id: item }, occurredAt, payload }) => {
      if (isProposed(payload)) return;
      const { key, level, areaId, area } = payload;
      await this.cases.work(evidencePackKind, {
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

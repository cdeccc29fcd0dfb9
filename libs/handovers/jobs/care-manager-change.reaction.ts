import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory, type PatientCareManagerChanged, type UserLeft } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { dischargeCaseKind } from '../discharge-case.case.js';
import type { DischargeCase } from '../domain/handover.js';

/**
 * 担当の変更: the stays of a person follow who is in charge of the person, or say that they do not; each decides for itself
 * (docs/adr/0024). Whoever leaves with a successor named hands over the stays, also where only the stay names him.
 */
@Follows('handovers.care-manager-change')
@Injectable()
export class CareManagerChange implements Follower<PatientCareManagerChanged | UserLeft> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<PatientCareManagerChanged | UserLeft>['on'] = {
    PatientCareManagerChanged: async (event) => {
      const { careManager, former } = event.payload;
      for (const id of await this.stays(event, { patient: event.aggregate.id }))
        await this.follow(event, id, careManager, former);
    },
    UserLeft: async (event) => {
      const { handOverTo } = event.payload;
      const former = event.aggregate.id;
      if (handOverTo === undefined) return;
      for (const id of await this.stays(event, { careManager: { user: former } }))
        await this.follow(event, id, handOverTo, former);
    },
  };

  private async stays({ prefecture }: Recorded, contains: object): Promise<string[]> {
    const found = await this.directory.heads.where<DischargeCase>(prefecture, 'discharge_case', contains);
    return found.map(({ id }) => id);
  }

  private follow(event: Recorded, id: string, careManager: string | null, former: string | null): Promise<unknown> {
    return this.cases.work(dischargeCaseKind, {
      prefecture: event.prefecture,
      id,
      command: { type: 'FollowCareManagerChange', careManager, former },
      job: 'care-manager-change',
      key: idOf('care-manager-change', event.eventId, id),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

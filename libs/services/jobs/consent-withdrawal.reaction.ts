import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory, type ConsentWithdrawn } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import type { ServiceRequest } from '../domain/request.js';
import { serviceRequestKind } from '../service-request.case.js';

/** 同意の撤回: an organization that has not accepted learns no more of a person of whom nothing may be shared. */
@Follows('services.consent-withdrawal')
@Injectable()
export class ConsentWithdrawal implements Follower<ConsentWithdrawn> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentWithdrawn>['on'] = {
    ConsentWithdrawn: async (event) => {
      const { patient } = event.payload;
      const requests = await this.directory.heads.where<ServiceRequest>(event.prefecture, 'service_request', {
        patient,
        status: 'REQUESTED',
      });
      for (const { id } of requests) await this.stop(event, id);
    },
  };

  private stop({ prefecture, eventId }: Recorded, id: string): Promise<unknown> {
    return this.cases.work(serviceRequestKind, {
      prefecture,
      id,
      command: { type: 'StopServiceWithoutConsent' },
      job: 'consent-withdrawal',
      key: idOf('service-consent-withdrawal', eventId, id),
      causationId: eventId,
    });
  }
}

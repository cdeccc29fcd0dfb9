import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { basisOf, Directory, type ConsentChange } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import type { ServiceRequest } from '../domain/request.js';
import { serviceRequestKind } from '../service-request.case.js';

/** 同意の撤回: an organization that has not accepted learns no more of a person of whom nothing may be shared with it. */
@Follows('services.consent-withdrawal')
@Injectable()
export class FollowConsent implements Follower<ConsentChange> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentChange>['on'] = {
    ConsentWithdrawn: (event) => this.follow(event),
    ConsentEntryRetracted: (event) => this.follow(event),
    ConsentExceptionReviewed: (event) => this.follow(event),
  };

  private async follow(event: Recorded<ConsentChange>): Promise<void> {
    const { prefecture, payload, recordedAt: at } = event;
    const { patient } = payload;
    const [requests, { ledger }] = await Promise.all([
      this.directory.heads.where<ServiceRequest>(prefecture, 'service_request', { patient, status: 'REQUESTED' }),
      this.directory.patient(prefecture, patient),
    ]);
    for (const { id, state } of requests)
      if (basisOf(ledger, { purpose: 'service', organization: state.to, at }) === undefined) await this.stop(event, id);
  }

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

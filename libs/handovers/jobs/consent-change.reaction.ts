import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { basisOf, Directory, type ConsentChange } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { dischargeCaseKind } from '../discharge-case.case.js';
import type { DischargeCase, HandoverStatus, Stay } from '../domain/handover.js';

const IN_HOSPITAL: ReadonlySet<Stay> = new Set(['ADMITTED', 'DISCHARGE_PLANNED']);
/** Something is still to be sent, which without consent nobody may. */
const TO_BE_SENT: ReadonlySet<HandoverStatus> = new Set([
  'NONE',
  'REQUIRED',
  'START_NOTIFIED',
  'CLARIFYING',
  'REDIRECTING',
]);

/**
 * 同意の変化: nobody is chased for what may not be sent any more, and the stay does not count (EX5); once it may be again, the
 * stay comes back. What holds now is looked at, and not what the fact says: facts may come late and in any order.
 */
@Follows('handovers.consent-withdrawal')
@Injectable()
export class FollowConsent implements Follower<ConsentChange> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentChange>['on'] = {
    ConsentGiven: (event) => this.follow(event),
    ConsentWithdrawn: (event) => this.follow(event),
    ConsentExceptionRecorded: (event) => this.follow(event),
    ConsentEntryRetracted: (event) => this.follow(event),
    ConsentExceptionReviewed: (event) => this.follow(event),
  };

  private async follow(event: Recorded<ConsentChange>): Promise<void> {
    const { prefecture, payload, recordedAt: at } = event;
    const { patient } = payload;
    const [cases, { ledger }] = await Promise.all([
      this.directory.heads.where<DischargeCase>(prefecture, 'discharge_case', { patient }),
      this.directory.patient(prefecture, patient),
    ]);
    for (const { id, state } of cases) {
      if (!IN_HOSPITAL.has(state.stay)) continue;
      const organization = state.careManager?.organization;
      const may = basisOf(ledger, { purpose: 'handover', at, ...(organization !== undefined && { organization }) });
      if (may === undefined && TO_BE_SENT.has(state.handover)) await this.exclude(event, id, state);
      if (may !== undefined && state.excluded === 'EX5') await this.resume(event, id);
    }
  }

  /** The moment at which it was said, unless the person was not in hospital yet. */
  private exclude(event: Recorded, id: string, { admittedAt }: DischargeCase): Promise<unknown> {
    return this.cases.work(dischargeCaseKind, {
      prefecture: event.prefecture,
      id,
      command: { type: 'ExcludeFromSurvey', code: 'EX5' },
      job: 'consent-withdrawal',
      key: idOf('consent-withdrawal', event.eventId, id),
      causationId: event.eventId,
      occurredAt: event.occurredAt < admittedAt ? admittedAt : event.occurredAt,
    });
  }

  /** From now on: until now nobody could do any of it. */
  private resume(event: Recorded, id: string): Promise<unknown> {
    return this.cases.work(dischargeCaseKind, {
      prefecture: event.prefecture,
      id,
      command: { type: 'ResumeWithConsent' },
      job: 'consent-given',
      key: idOf('consent-given', event.eventId, id),
      causationId: event.eventId,
    });
  }
}

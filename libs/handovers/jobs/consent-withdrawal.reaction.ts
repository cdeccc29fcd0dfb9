import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory, type ConsentWithdrawn } from '#directory';
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

/** 同意の撤回: nobody is chased for what may not be sent any more, and the stay does not count (EX5). */
@Follows('handovers.consent-withdrawal')
@Injectable()
export class ConsentWithdrawal implements Follower<ConsentWithdrawn> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<ConsentWithdrawn>['on'] = {
    ConsentWithdrawn: async (event) => {
      const { patient } = event.payload;
      const cases = await this.directory.heads.where<DischargeCase>(event.prefecture, 'discharge_case', { patient });
      for (const { id, state } of cases)
        if (IN_HOSPITAL.has(state.stay) && TO_BE_SENT.has(state.handover)) await this.exclude(event, id);
    },
  };

  private exclude(event: Recorded, id: string): Promise<unknown> {
    return this.cases.work(dischargeCaseKind, {
      prefecture: event.prefecture,
      id,
      command: { type: 'ExcludeFromSurvey', code: 'EX5' },
      job: 'consent-withdrawal',
      key: idOf('consent-withdrawal', event.eventId, id),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

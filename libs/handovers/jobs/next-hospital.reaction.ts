import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { dischargeCaseKind, type HandoverCommand } from '../discharge-case.case.js';
import type { CareManagerRelayed, PatientTransferred } from '../domain/handover.events.js';
import type { DischargeCase } from '../domain/handover.js';

const nextCaseId = (id: string): string => idOf('discharge_case', id, 'transfer');

/** A transfer (転院) opens the linked case at the next hospital; the relay names its care manager (E7). */
@Follows('handovers.next-hospital')
@Injectable()
export class NextHospital implements Follower<PatientTransferred | CareManagerRelayed> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<PatientTransferred | CareManagerRelayed>['on'] = {
    PatientTransferred: async (event) => {
      const { toHospital } = event.payload;
      if (toHospital === undefined) return;
      const from = await this.caseOf(event);
      if (!from) return;
      const { patient, careLevel } = from;
      await this.ask(event, nextCaseId(event.aggregate.id), {
        type: 'RegisterAdmission',
        patient,
        hospital: toHospital,
        admissionKind: 'planned',
        careLevel,
        previousCase: event.aggregate.id,
      });
    },
    CareManagerRelayed: async (event) => {
      const { toHospital: hospital, careManager } = event.payload;
      const from = hospital === undefined ? undefined : await this.caseOf(event);
      if (!from) return;
      // The next hospital may have registered the admission itself before we could.
      const there = await this.directory.heads.where<DischargeCase>(event.prefecture, 'discharge_case', {
        patient: from.patient,
        hospital,
      });
      const live = there.findLast(({ state }) => state.stay === 'ADMITTED' || state.stay === 'DISCHARGE_PLANNED');
      if (live && live.state.careManager === undefined)
        await this.ask(event, live.id, { type: 'IdentifyCareManager', careManager });
    },
  };

  private async caseOf({ prefecture, aggregate: { id } }: Recorded): Promise<DischargeCase | undefined> {
    return (await this.directory.heads.of<DischargeCase>(prefecture, 'discharge_case', [id])).get(id);
  }

  private ask(event: Recorded, id: string, command: HandoverCommand): Promise<unknown> {
    return this.cases.work(dischargeCaseKind, {
      prefecture: event.prefecture,
      id,
      command,
      job: 'next-hospital',
      key: idOf('next-hospital', event.eventId),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}

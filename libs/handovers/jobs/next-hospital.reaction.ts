import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Directory } from '#directory';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { AskDischargeCase } from '../commands/handover.aggregate.js';
import type { HandoverCommand } from '../domain/handover.commands.js';
import type { CareManagerRelayed, PatientTransferred } from '../domain/handover.events.js';
import type { DischargeCase } from '../domain/handover.js';

const nextCaseId = (id: string): string => idOf('discharge_case', id, 'transfer');

/** A transfer (転院) opens the linked case at the next hospital; the relay names its care manager (E7). */
@Follows('handovers.next-hospital')
@Injectable()
export class NextHospital implements Follower<PatientTransferred | CareManagerRelayed> {
  constructor(
    private readonly commands: CommandBus,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<PatientTransferred | CareManagerRelayed>['on'] = {
    PatientTransferred: async (event) => {
      const { toHospital } = event.payload;
      if (toHospital === undefined) return;
      const from = (
        await this.directory.heads.of<DischargeCase>(event.prefecture, 'discharge_case', [event.aggregate.id])
      ).get(event.aggregate.id);
      if (!from) return;
      const { patient, careLevel } = from;
      await this.ask(event, {
        type: 'RegisterAdmission',
        patient,
        hospital: toHospital,
        admissionKind: 'planned',
        careLevel,
        previousCase: event.aggregate.id,
      });
    },
    CareManagerRelayed: (event) =>
      event.payload.toHospital === undefined
        ? undefined
        : this.ask(event, { type: 'IdentifyCareManager', careManager: event.payload.careManager }),
  };

  private ask(event: Recorded, command: HandoverCommand): Promise<unknown> {
    return this.commands.execute(
      new AskDischargeCase({
        prefecture: event.prefecture,
        id: nextCaseId(event.aggregate.id),
        command,
        actor: { system: 'worker', job: 'next-hospital' },
        key: idOf('next-hospital', event.eventId),
        bodyHash: '00',
        causationId: event.eventId,
        occurredAt: event.occurredAt,
      }),
    );
  }
}

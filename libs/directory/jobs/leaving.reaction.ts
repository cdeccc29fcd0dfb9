import { Injectable } from '@nestjs/common';
import { Cases, type CommandOf } from '#cases';
import { idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { Directory } from '../directory.js';
import { patientKind } from '../directory.kinds.js';
import { isRegistered, type Patient } from '../domain/patient.js';
import type { UserLeft } from '../domain/user.js';

/**
 * 退職のあと: the persons in whose charge somebody was go to the successor whom the leaving names, each by a change of its own
 * that both hear of; and whoever has left stands in no care team any more.
 */
@Follows('directory.leaving')
@Injectable()
export class Leaving implements Follower<UserLeft> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<UserLeft>['on'] = {
    UserLeft: async (event) => {
      const { id } = event.aggregate;
      const { handOverTo: careManager } = event.payload;
      if (careManager !== undefined)
        for (const patient of await this.patients(event, { careManager: id }))
          await this.ask(event, patient.id, { type: 'ChangeCareManager', careManager });
      for (const patient of await this.patients(event, { careTeam: [id] })) {
        const careTeam = patient.careTeam.filter((member) => member !== id);
        await this.ask(event, patient.id, { type: 'ChangeCareTeam', careTeam });
      }
    },
  };

  private async patients({ prefecture }: Recorded, contains: object): Promise<Patient[]> {
    const found = await this.directory.heads.where<Patient>(prefecture, 'patient', contains);
    return found.map(({ state }) => state).filter(isRegistered);
  }

  private ask(event: Recorded, id: string, command: CommandOf<typeof patientKind>): Promise<unknown> {
    return this.cases.work(patientKind, {
      prefecture: event.prefecture,
      id,
      command,
      job: 'leaving',
      key: idOf('leaving', event.eventId, id, command.type),
      causationId: event.eventId,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { idOf } from '#kernel';
import { WhenDue, type DueHandler, type Obligation } from '#obligations';
import { AskDischargeCase } from '../commands/handover.aggregate.js';

/** The recovery window (回復期間) of a missed handover is over: the case itself says whether that is a leak. */
@WhenDue('discharge_case')
@Injectable()
export class RecoveryWindow implements DueHandler {
  constructor(private readonly commands: CommandBus) {}

  act(prefecture: string, { about, id, dueVersion }: Obligation): Promise<unknown> {
    return this.commands.execute(
      new AskDischargeCase({
        prefecture,
        id: about.id,
        command: { type: 'CloseRecoveryWindow' },
        actor: { system: 'worker', job: 'recovery-window' },
        key: idOf('recovery-window', id, dueVersion),
        bodyHash: '00',
      }),
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { idOf } from '#kernel';
import { WhenDue, type Obligation } from '#obligations';
import type { Answer } from './ask.js';
import { Cases } from './cases.js';
import { Kinds } from './kinds.js';

/** Asks the case for what its kind has declared to do when due. One key per due moment: it happens once. */
@Injectable()
export class ActWhenDue extends WhenDue {
  constructor(
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(Cases) private readonly cases: Cases,
  ) {
    super();
  }

  async act(prefecture: string, due: Obligation): Promise<Answer> {
    const kind = this.kinds.of(due.about.kind);
    if (!kind.due) throw new Error(`cases of the kind ${kind.kind} do nothing when due`);
    const { job, command } = kind.due;
    return this.cases.work(kind, {
      prefecture,
      id: due.about.id,
      command: command(due),
      job,
      key: idOf(job, due.id, due.dueVersion),
    });
  }
}

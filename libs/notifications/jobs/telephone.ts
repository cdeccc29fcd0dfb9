import { Injectable, Logger } from '@nestjs/common';
import { Cases } from '#cases';
import { DomainError, idOf } from '#kernel';
import { phoneTaskKind } from '../phone-task.case.js';
import { Unreached } from './unreached.js';

/** Asks the desk to telephone whom an emergency has not reached; about each message once. */
@Injectable()
export class Telephone extends Unreached {
  private readonly logger = new Logger(Telephone.name);

  constructor(private readonly cases: Cases) {
    super();
  }

  async tell(prefecture: string, { id, to_user, about_kind, about }: Parameters<Unreached['tell']>[1]): Promise<void> {
    // Whoever is not told of a call that is to be made is not telephoned about that: the next step of its chase is told.
    if (about_kind === 'phone_task') return;
    const key = idOf('phone-task', prefecture, id);
    try {
      await this.cases.work(phoneTaskKind, {
        prefecture,
        id: key,
        command: { type: 'RequestCall', person: to_user, about },
        job: 'delivery',
        key,
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn(`message ${id} has reached nobody, and no desk can telephone (${error.code})`);
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { Directory } from '#directory';
import { DomainError } from '#kernel';
import type { Calling, RequestCall } from '../domain/phone-task.js';

/** Looks up where somebody works, and which desk telephones there. */
@Injectable()
export class PhoneLookUps {
  constructor(private readonly directory: Directory) {}

  async calling({ person }: RequestCall, { prefecture }: Pick<Ask<unknown>, 'prefecture'>): Promise<Calling> {
    const { organization } = await this.directory.user(prefecture, person, 'person');
    const { area } = await this.directory.organization(prefecture, organization, 'person');
    const [desk] = await this.directory.desks(prefecture, area);
    if (!desk)
      throw new DomainError(
        'conflict',
        'no_desk',
        'その人のいる地域には相談窓口がありません。直接、電話してください。',
        'There is no help desk where this person works. Telephone yourself.',
      );
    return { organization, area, desk: desk.id };
  }
}

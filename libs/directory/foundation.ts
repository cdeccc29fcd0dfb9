import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Invitations } from '#access';
import { Cases } from '#cases';
import { idOf } from '#kernel';
import { organizationKind, userKind } from './directory.kinds.js';

export interface Founding {
  /** Two-digit code of the prefecture (都道府県コード). */
  readonly prefecture: string;
  /** The office that sets the region up, as a prefectural department. */
  readonly organization: string;
  /** Who will be its first administrator. */
  readonly name: string;
}

/** 開設: where nobody is, somebody has to be first. Whoever holds the link of the installation is. */
@Injectable()
export class Foundation {
  constructor(
    private readonly invitations: Invitations,
    private readonly cases: Cases,
  ) {}

  /**
   * Registers the office and its first administrator, and gives the invitation with which the person makes a sign-in. Asked
   * again, it registers nobody twice. @throws not_found for a link that is not, or no longer, good
   */
  async found(token: string, { prefecture, organization, name }: Founding): Promise<string> {
    await this.invitations.mustBeFoundation(token);
    const key = (what: string) => idOf('foundation', what, createHash('sha256').update(token).digest('hex'));
    const office = await this.cases.work(organizationKind, {
      prefecture,
      id: key('organization'),
      key: key('register organization'),
      job: 'foundation',
      command: { type: 'RegisterInstitution', kind: 'other', name: organization, municipality: prefecture },
    });
    const administrator = await this.cases.work(userKind, {
      prefecture,
      id: key('user'),
      key: key('register user'),
      job: 'foundation',
      command: { type: 'RegisterUser', role: 'admin', organization: office.id },
      personal: [{ kind: 'user_name', body: { name } }],
    });
    const { token: invitation } = await this.invitations.invite(prefecture, administrator.id, null);
    return invitation;
  }
}

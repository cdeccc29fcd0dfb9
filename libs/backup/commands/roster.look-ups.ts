import { Injectable } from '@nestjs/common';
import { Directory, isHere, type User } from '#directory';
import type { Ask } from '#cases';
import { People } from '#obligations';
import { type PublishOnCallShifts, type RosterFound } from '../domain/roster.js';
import { isTheirs } from './keepers.js';

@Injectable()
export class RosterLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
  ) {}

  async find({ shifts }: PublishOnCallShifts, { prefecture, actor }: Ask<unknown>): Promise<RosterFound> {
    const organizations = await this.directory.organizations(
      prefecture,
      shifts.map(({ organization }) => organization),
    );
    const known = await this.directory.heads.of<User>(
      prefecture,
      'user',
      shifts.map(({ user }) => user),
    );
    const users = new Map([...known].filter(([, one]) => isHere(one)));
    const areas = await Promise.all(
      [...organizations].map(async ([id, { area }]) =>
        (await isTheirs(this.people, prefecture, actor, area)) ? [[id, area] as const] : [],
      ),
    );
    return {
      areas: Object.fromEntries(areas.flat()),
      worksFor: Object.fromEntries([...users].map(([id, { organization }]) => [id, organization])),
      roles: Object.fromEntries([...users].map(([id, { role }]) => [id, role])),
    };
  }
}

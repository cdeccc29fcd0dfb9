import { Injectable } from '@nestjs/common';
import { Directory, type User } from '#directory';
import { Asked, People, type Aggregate, type Ask } from '#obligations';
import {
  mayPublish,
  onCallRoster,
  type OnCallRoster,
  type OnCallShiftPublished,
  type PublishOnCallShifts,
  type RosterFound,
} from '../domain/roster.js';
import { isTheirs } from './keepers.js';

export class AskOnCallRoster extends Asked<PublishOnCallShifts> {}

@Injectable()
export class RosterAggregate implements Aggregate<
  OnCallRoster | null,
  PublishOnCallShifts,
  OnCallShiftPublished,
  RosterFound
> {
  readonly decider = onCallRoster;
  readonly policy = mayPublish;

  constructor(
    private readonly directory: Directory,
    private readonly people: People,
  ) {}

  readonly find = async (
    { shifts }: PublishOnCallShifts,
    _state: unknown,
    { prefecture, actor }: Ask<PublishOnCallShifts>,
  ): Promise<RosterFound> => {
    const organizations = await this.directory.organizations(
      prefecture,
      shifts.map(({ organization }) => organization),
    );
    const users = await this.directory.heads.of<User>(
      prefecture,
      'user',
      shifts.map(({ user }) => user),
    );
    const areas = await Promise.all(
      [...organizations].map(async ([id, { area }]) =>
        (await isTheirs(this.people, prefecture, actor, area)) ? [[id, area] as const] : [],
      ),
    );
    return {
      areas: Object.fromEntries(areas.flat()),
      worksFor: Object.fromEntries([...users].map(([id, { organization }]) => [id, organization])),
    };
  };
}

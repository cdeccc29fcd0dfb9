import { Injectable } from '@nestjs/common';
import { Directory, isHere, OpenWorkOf, type User } from '#directory';
import type { Instant } from '#kernel';
import type { Ask } from '#cases';
import { People } from '#obligations';
import type { OnCallRoster, PublishOnCallShifts, RosterFound } from '../domain/roster.js';
import { isTheirs } from './keepers.js';

@Injectable()
export class RosterLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
    work: OpenWorkOf,
  ) {
    work.add({
      ofOrganization: async (prefecture, organization, now) => ({
        shifts: await this.toCome(prefecture, { organization }, now),
        agreements: await this.arrangedWith(prefecture, organization),
      }),
      ofUser: async (prefecture, user, now) => ({ other: { shifts: await this.toCome(prefecture, { user }, now) } }),
    });
  }

  /** 当番: turns that are not over yet. */
  private async toCome(
    prefecture: string,
    of: { readonly organization: string } | { readonly user: string },
    now: Instant,
  ): Promise<number> {
    const { heads } = this.directory;
    const rosters = await heads.where<OnCallRoster>(prefecture, 'on_call_roster', { shifts: [of] });
    const [[field, id] = ['', '']] = Object.entries(of);
    return rosters
      .flatMap(({ state }) => state.shifts)
      .filter((shift) => shift[field as 'organization' | 'user'] === id && shift.to > now).length;
  }

  /** 取り決め in force. */
  private async arrangedWith(prefecture: string, organization: string): Promise<number> {
    const found = await Promise.all(
      [{ from: organization }, { to: organization }].map((party) =>
        this.directory.heads.where(prefecture, 'backup_arrangement', { status: 'IN_FORCE', ...party }),
      ),
    );
    return new Set(found.flat().map(({ id }) => id)).size;
  }

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

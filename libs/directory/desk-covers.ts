import { Injectable } from '@nestjs/common';
import { Heads } from '#cases';
import { dateIn } from '#kernel';
import { Databases } from '#platform';
import { deputiesOn, type DeskCover } from './domain/desk-cover.js';

/** 窓口の代行: who stands in for whom today. */
@Injectable()
export class DeskCovers {
  constructor(
    private readonly heads: Heads,
    private readonly databases: Databases,
  ) {}

  async arranged(prefecture: string): Promise<DeskCover[]> {
    const found = await this.heads.where<DeskCover>(prefecture, 'desk_cover', { status: 'ARRANGED' });
    return found.map(({ state }) => state);
  }

  /** Deputies by desk. */
  async today(prefecture: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const covers = await this.arranged(prefecture);
    return covers.length === 0 ? new Map() : deputiesOn(covers, dateIn(await this.databases.now()));
  }

  /** An organization, and the desks in whose place it stands today. */
  async standingFor(prefecture: string, organization: string): Promise<ReadonlySet<string>> {
    const deputies = await this.today(prefecture);
    return new Set([
      organization,
      ...[...deputies].flatMap(([desk, all]) => (all.includes(organization) ? [desk] : [])),
    ]);
  }
}

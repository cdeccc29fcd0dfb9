import { Injectable } from '@nestjs/common';
import { Directory } from '#directory';
import type { Ask } from '#cases';
import { People } from '#obligations';
import type { AgreeBackupArrangement, Agreeing, BackupArrangement } from '../domain/arrangement.js';
import { isTheirs } from './keepers.js';
import { Tallies } from './tallies.js';

@Injectable()
export class ArrangementLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
    private readonly tallies: Tallies,
  ) {}

  async agreeing(
    { from, to, patient }: AgreeBackupArrangement,
    { prefecture, actor }: Ask<unknown>,
  ): Promise<Agreeing> {
    if (patient !== undefined) await this.directory.patient(prefecture, patient);
    const { area } = await this.directory.medical(prefecture, from, 'from');
    await this.directory.medical(prefecture, to, 'to');
    const theirs = await isTheirs(this.people, prefecture, actor, area);
    const standing = await Promise.all([this.between(prefecture, from, to), this.between(prefecture, to, from)]);
    return {
      ordinal: await this.tallies.arrangements(prefecture),
      standing: standing.flat(),
      area: theirs ? area : null,
    };
  }

  private async between(prefecture: string, from: string, to: string): Promise<BackupArrangement[]> {
    const found = await this.directory.heads.where<BackupArrangement>(prefecture, 'backup_arrangement', {
      status: 'IN_FORCE',
      from,
      to,
    });
    return found.map(({ state }) => state);
  }
}

import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { Directory } from '#directory';
import { Databases } from '#platform';
import type { OtherIssue, OwnSignals } from '../domain/regroup.js';
import type { RegionalIssue } from '../domain/regional-issue.js';
import { SignalsOf } from '../views/signals-of.query.js';

/** What is merged into what, and which signals stand behind an issue. */
@Injectable()
export class RegroupLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly databases: Databases,
    private readonly signals: SignalsOf,
  ) {}

  async merging(into: string, { prefecture }: Ask<unknown>): Promise<OtherIssue> {
    const found = await this.directory.heads.of<RegionalIssue>(prefecture, 'regional_issue', [into]);
    return { other: found.get(into) };
  }

  async splitting(named: readonly string[], issue: RegionalIssue, { prefecture }: Ask<unknown>): Promise<OwnSignals> {
    const all = await this.databases.reading(prefecture, (tx) => this.signals.of(tx, prefecture, issue));
    return { own: all.filter(({ id }) => named.includes(id)) };
  }
}

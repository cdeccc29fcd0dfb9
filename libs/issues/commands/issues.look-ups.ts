import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import type { Ask } from '#cases';
import type { IssueSignalCommand } from '../domain/issue-signal.commands.js';
import { type IssueSignal, type SignalFound } from '../domain/issue-signal.js';
import { ISSUE_CONTEXT, ISSUE_RULES } from '../domain/issue.rules.js';

/** Looks up the area that a person names. */
@Injectable()
export class SignalLookUps {
  constructor(private readonly directory: Directory) {}

  readonly find = async (
    command: IssueSignalCommand,
    _state: IssueSignal | null,
    { prefecture, actor }: Ask<IssueSignalCommand>,
  ): Promise<SignalFound> => {
    if (command.type !== 'RaiseIssueSignal') return { area: undefined, otherAreas: [] };
    const { area, municipality, otherAreas = [], otherMunicipalities = [] } = command;
    const areaOf = (name: string) => this.directory.areaOf(prefecture, name);
    const others = await Promise.all(otherMunicipalities.map(areaOf));
    const named = municipality === undefined ? undefined : await areaOf(municipality);
    const own =
      municipality === undefined && 'userId' in actor
        ? (await this.directory.organizations(prefecture, [actor.orgId])).get(actor.orgId)?.area
        : undefined;
    return {
      area: area ?? named ?? own,
      otherAreas: [...otherAreas, ...others.filter((other) => other !== undefined)],
    };
  };
}

@Injectable()
export class IssueRules {
  constructor(rules: RuleBook) {
    rules.state(ISSUE_CONTEXT, ISSUE_RULES);
  }

  readonly find = (): Promise<undefined> => Promise.resolve(undefined);
}

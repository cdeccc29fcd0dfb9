import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { invalidInput } from '#kernel';
import { Asked, type Aggregate, type Ask } from '#obligations';
import type { IssueSignalCommand } from '../domain/issue-signal.commands.js';
import type { IssueSignalEvent } from '../domain/issue-signal.events.js';
import { issueSignal, type IssueSignal, type SignalFound } from '../domain/issue-signal.js';
import { ISSUE_BOUNDS, ISSUE_CONTEXT, ISSUE_RULES } from '../domain/issue.rules.js';
import { mayAskOfIssues } from '../domain/issues.policy.js';
import type { RegionalIssueCommand } from '../domain/regional-issue.commands.js';
import type { RegionalIssueEvent } from '../domain/regional-issue.events.js';
import { regionalIssue, type RegionalIssue } from '../domain/regional-issue.js';

export class AskIssueSignal extends Asked<IssueSignalCommand> {}
export class AskRegionalIssue extends Asked<RegionalIssueCommand> {}

/** Looks up the area that a person names. */
@Injectable()
export class IssueSignalAggregate implements Aggregate<
  IssueSignal | null,
  IssueSignalCommand,
  IssueSignalEvent,
  SignalFound
> {
  readonly decider = issueSignal;
  readonly policy = mayAskOfIssues;

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
    const unknown = others.indexOf(undefined);
    if (unknown >= 0)
      throw invalidInput(
        `otherMunicipalities[${unknown}]`,
        'この市町村は登録されていません。名前かコードを確かめてください。',
        'This municipality is not known. Check its name or code.',
      );
    if ('userId' in actor && command.reporterOrganization !== undefined)
      await this.directory.organization(prefecture, command.reporterOrganization, 'reporterOrganization');
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
export class RegionalIssueAggregate implements Aggregate<
  RegionalIssue | null,
  RegionalIssueCommand,
  RegionalIssueEvent,
  undefined
> {
  readonly decider = regionalIssue;
  readonly policy = mayAskOfIssues;

  constructor(rules: RuleBook) {
    rules.state(ISSUE_CONTEXT, ISSUE_RULES, ISSUE_BOUNDS);
  }

  readonly find = (): Promise<undefined> => Promise.resolve(undefined);
}

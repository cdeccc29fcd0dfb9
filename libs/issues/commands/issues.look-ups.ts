import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import type { Ask } from '#cases';
import { invalidInput } from '#kernel';
import type { IssueSignalCommand } from '../domain/issue-signal.commands.js';
import { type IssueSignal, type SignalFound } from '../domain/issue-signal.js';
import { ISSUE_BOUNDS, ISSUE_CONTEXT, ISSUE_RULES } from '../domain/issue.rules.js';

/** Kinds of what a signal may be about. */
const CASES = ['patient', 'consultation', 'discharge_case', 'backup_request'] as const;

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
    if ('userId' in actor && command.caseKey !== undefined) await this.checkCase(prefecture, command.caseKey);
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

  /** Signals of one person or case count once: an id of nothing would make each of them another case. */
  private async checkCase(prefecture: string, id: string): Promise<void> {
    const found = await Promise.all(CASES.map((kind) => this.directory.heads.of(prefecture, kind, [id])));
    if (found.some((heads) => heads.has(id))) return;
    throw invalidInput(
      'caseKey',
      'この患者または案件は見つかりません。番号を確かめるか、一覧から選び直してください。',
      'There is no such person or case. Check the id, or choose it from the list again.',
    );
  }
}

@Injectable()
export class IssueRules {
  constructor(rules: RuleBook) {
    rules.state(ISSUE_CONTEXT, ISSUE_RULES, ISSUE_BOUNDS);
  }

  readonly find = (): Promise<undefined> => Promise.resolve(undefined);
}

import { Injectable } from '@nestjs/common';
import { Narratives } from '#access';
import { Kinds, type Ask } from '#cases';
import { Directory, patientKind, RuleBook } from '#directory';
import { dateIn, invalidInput, isId, type AreaRef, type Instant } from '#kernel';
import type { ReviewFound } from '../domain/issue-review.js';
import type { RaiseIssueSignal } from '../domain/issue-signal.commands.js';
import type { IssueSignal, SignalFound } from '../domain/issue-signal.js';
import {
  ISSUE_BOUNDS,
  ISSUE_CONTEXT,
  ISSUE_RULES,
  ISSUE_TERMS,
  type IssueRules as IssueRuleValues,
} from '../domain/issue.rules.js';

/** Looks up the area that a person names. */
@Injectable()
export class SignalLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly narratives: Narratives,
  ) {}

  async raising(command: RaiseIssueSignal, ask: Ask<unknown>): Promise<SignalFound> {
    const { prefecture, actor } = ask;
    const { area, municipality, otherAreas = [], otherMunicipalities = [] } = command;
    if ('userId' in actor && command.caseKey !== undefined) await this.checkCase(prefecture, command.caseKey);
    await this.narratives.mustNameNobody(ask, [command.caseKey ?? []].flat());
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
  }

  async tagging({ caseKey, sourceId }: IssueSignal, ask: Ask<unknown>): Promise<void> {
    await this.narratives.mustNameNobody(ask, [...new Set([caseKey, sourceId])].filter(isId));
  }

  /** Signals of one person or case count once: an id of nothing would make each of them another case. */
  private async checkCase(prefecture: string, id: string): Promise<void> {
    // In a case somebody owes something; what nobody owes is no case.
    const cases = this.kinds.all().filter(({ steps }) => Object.keys(steps).length > 0);
    const found = await Promise.all(
      [patientKind, ...cases].map(({ kind }) => this.directory.heads.of(prefecture, kind, [id])),
    );
    if (found.some((heads) => heads.has(id))) return;
    throw invalidInput(
      'caseKey',
      'この患者または案件は見つかりません。番号を確かめるか、一覧から選び直してください。',
      'There is no such person or case. Check the id, or choose it from the list again.',
    );
  }
}

/** The rules of a whole prefecture, for what it does every night. */
@Injectable()
export class ReviewLookUps {
  constructor(private readonly rules: RuleBook) {}

  async reviewing({ prefecture }: Ask<unknown>, now: Instant): Promise<ReviewFound> {
    const { values } = await this.rules.inForce<IssueRuleValues>(prefecture, ISSUE_CONTEXT, EVERYWHERE, dateIn(now));
    return { rules: values };
  }
}

const EVERYWHERE: AreaRef = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };

@Injectable()
export class IssueRules {
  constructor(rules: RuleBook) {
    rules.state(ISSUE_CONTEXT, ISSUE_RULES, ISSUE_BOUNDS, ISSUE_TERMS);
  }
}

import { Injectable } from '@nestjs/common';
import { dateIn, type AreaRef, type Instant } from '#kernel';
import {
  PROMISE_BOUNDS,
  PROMISE_CONTEXT,
  PROMISE_RULES,
  PROMISE_TERMS,
  PromiseRulesOf,
  type PromiseRules,
} from '#obligations';
import { RuleBook } from './rule-book.js';

const EVERYWHERE: AreaRef = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };

/** Answers how far ahead a promise may reach, by the rules of the place. */
@Injectable()
export class PromiseRulesInBook extends PromiseRulesOf {
  constructor(private readonly rules: RuleBook) {
    super();
    rules.state(PROMISE_CONTEXT, PROMISE_RULES, PROMISE_BOUNDS, PROMISE_TERMS);
  }

  async inForce(prefecture: string, area: AreaRef | undefined, now: Instant): Promise<PromiseRules> {
    const place = area ?? EVERYWHERE;
    return (await this.rules.inForce<PromiseRules>(prefecture, PROMISE_CONTEXT, place, dateIn(now))).values;
  }
}

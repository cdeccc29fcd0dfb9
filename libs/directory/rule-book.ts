import { Injectable } from '@nestjs/common';
import { areaChain, type AreaRef, type LocalDate } from '#kernel';
import { ruleSetId, rulesInForce, type Rules, type RuleSet, type RuleValues } from './domain/rule-set.js';
import { Heads } from '#cases';

/**
 * Every rule number of the system (design decision 7): each context states its defaults once, areas override them by
 * dated editions.
 */
@Injectable()
export class RuleBook {
  private readonly defaults = new Map<string, RuleValues>();
  private readonly tried = new Map<string, RuleValues>();

  constructor(private readonly heads: Heads) {}

  /** A context states its defaults when its module is made. */
  state(context: string, defaults: object): void {
    this.defaults.set(context, defaults as RuleValues);
  }

  /** Other defaults for a trial run: what would a change do? */
  tryOut(context: string, values: RuleValues): void {
    this.tried.set(context, values);
  }

  contexts(): ReadonlyMap<string, RuleValues> {
    return this.defaults;
  }

  defaultsOf(context: string): RuleValues | undefined {
    const defaults = this.defaults.get(context);
    return defaults && { ...defaults, ...this.tried.get(context) };
  }

  async inForce<Values extends object>(
    prefecture: string,
    context: string,
    area: AreaRef,
    on: LocalDate,
  ): Promise<Rules<Values>> {
    const ids = areaChain(prefecture, area).map((id) => ruleSetId(context, id));
    const sets = await this.heads.of<RuleSet>(prefecture, 'rule_set', ids);
    const defaults = this.defaultsOf(context) as Values;
    return rulesInForce(
      context,
      defaults,
      ids.map((id) => sets.get(id)),
      on,
    );
  }
}

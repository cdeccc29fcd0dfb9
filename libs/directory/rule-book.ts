import { Injectable } from '@nestjs/common';
import { areaChain, type AreaRef, type Bounds, type Instant, type LocalDate } from '#kernel';
import {
  ruleSetId,
  rulesInForce,
  type Rules,
  type RuleBounds,
  type RuleSet,
  type RuleValues,
  type StatedRules,
} from './domain/rule-set.js';
import { Heads } from '#cases';

/**
 * Every rule number of the system (design decision 7): each context states its defaults once, areas override them by
 * dated editions.
 */
@Injectable()
export class RuleBook {
  private readonly defaults = new Map<string, RuleValues>();
  private readonly bounds = new Map<string, RuleBounds>();
  private readonly tried = new Map<string, RuleValues>();
  private readonly ids = new Map<string, string>();

  constructor(private readonly heads: Heads) {}

  /** A context states its defaults, and what each may be set to, when its module is made. */
  state<Values extends object>(context: string, defaults: Values, bounds: Bounds<Values>): void {
    this.defaults.set(context, defaults as RuleValues);
    this.bounds.set(context, bounds);
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

  stated(context: string): StatedRules | undefined {
    const defaults = this.defaultsOf(context);
    return defaults && { defaults, bounds: this.bounds.get(context) ?? {} };
  }

  async inForce<Values extends object>(
    prefecture: string,
    context: string,
    area: AreaRef,
    on: LocalDate,
    knownAt?: Instant,
  ): Promise<Rules<Values>> {
    const ids = areaChain(prefecture, area).map((id) => this.idOf(context, id));
    const sets = await this.heads.of<RuleSet>(prefecture, 'rule_set', ids);
    return rulesInForce<Values>(
      context,
      this.stated(context) as StatedRules<Values>,
      ids.map((id) => sets.get(id)),
      on,
      knownAt,
    );
  }

  /** Areas are as many as there are; hashing the ids of their rule sets for each command is not free. */
  private idOf(context: string, area: string): string {
    const key = `${context} ${area}`;
    const id = this.ids.get(key) ?? ruleSetId(context, area);
    this.ids.set(key, id);
    return id;
  }
}

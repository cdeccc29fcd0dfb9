import { Injectable } from '@nestjs/common';
import {
  areaChain,
  type AreaRef,
  type Bounds,
  type InBothLanguages,
  type Instant,
  type LocalDate,
  type RuleTerm,
  type RuleTerms,
} from '#kernel';
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

/** What a context calls its rules. */
interface ContextTerms {
  readonly title: InBothLanguages;
  readonly rules: Readonly<Record<string, RuleTerm>>;
}

export interface Supposing {
  readonly context: string;
  readonly on: LocalDate;
  readonly instead?: RuleSet;
}

/** Which rules hold in an area: as things are, and as they would be. */
export interface TrialAsked {
  readonly prefecture: string;
  /** Municipalities for which the change may make a difference. */
  readonly areas: readonly AreaRef[];
  readonly before: (area: AreaRef) => RuleValues;
  readonly after: (area: AreaRef) => RuleValues;
}

/** What is owed now, by what other rules would do to it. */
export interface DuesMoved {
  readonly looked: number;
  readonly earlier: number;
  readonly later: number;
  /** Of those that are earlier: due at once, and were not. */
  readonly atOnce: number;
  /** Due as before, and chased at other moments. */
  readonly chasedOtherwise: number;
  /** What a person or another rule has dated. */
  readonly otherwise: number;
  /** There is more than was looked at. */
  readonly more: boolean;
}

/** Issues that would reach a threshold and do not now, and the other way round. */
export interface IssuesMoved {
  readonly arising: number;
  readonly falling: number;
}

export interface RuleTrial {
  run(asked: TrialAsked): Promise<{ readonly dues?: DuesMoved; readonly issues?: IssuesMoved }>;
}

/**
 * Every rule number of the system (design decision 7): each context states its defaults once, areas override them by
 * dated editions.
 */
@Injectable()
export class RuleBook {
  private readonly defaults = new Map<string, RuleValues>();
  private readonly bounds = new Map<string, RuleBounds>();
  private readonly terms = new Map<string, ContextTerms>();
  private readonly trials = new Map<string, RuleTrial>();
  private readonly tried = new Map<string, RuleValues>();
  private readonly ids = new Map<string, string>();

  constructor(private readonly heads: Heads) {}

  /** A context states its defaults, what each may be set to and what each means, when its module is made. */
  state<Values extends object>(
    context: string,
    defaults: Values,
    bounds: Bounds<Values>,
    terms: RuleTerms<Values>,
  ): void {
    this.defaults.set(context, defaults as RuleValues);
    this.bounds.set(context, bounds);
    this.terms.set(context, terms);
  }

  /** How a context finds out what other rules would do to what is open. */
  tries(context: string, trial: RuleTrial): void {
    this.trials.set(context, trial);
  }

  termsOf(context: string): ContextTerms | undefined {
    return this.terms.get(context);
  }

  trialOf(context: string): RuleTrial | undefined {
    return this.trials.get(context);
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

  /** The rule sets of an area and of those around it, nearest last. */
  async around(prefecture: string, context: string, area: AreaRef): Promise<(RuleSet | undefined)[]> {
    const ids = areaChain(prefecture, area).map((id) => this.idOf(context, id));
    const sets = await this.heads.of<RuleSet>(prefecture, 'rule_set', ids);
    return ids.map((id) => sets.get(id));
  }

  /** What would hold in any area on a day, with this rule set in the place of the one that stands. */
  async supposing(prefecture: string, { context, on, instead }: Supposing): Promise<(area: AreaRef) => RuleValues> {
    const all = await this.heads.where<RuleSet>(prefecture, 'rule_set', { context });
    const sets = new Map(all.map(({ state }) => [state.area, state]));
    if (instead) sets.set(instead.area, instead);
    const stated = this.stated(context) as StatedRules;
    const known = new Map<string, RuleValues>();
    return (area) => {
      const chain = areaChain(prefecture, area);
      const place = chain.join();
      const values =
        known.get(place) ??
        rulesInForce(
          context,
          stated,
          chain.map((id) => sets.get(id)),
          on,
        ).values;
      known.set(place, values);
      return values;
    };
  }

  /** Areas are as many as there are; hashing the ids of their rule sets for each command is not free. */
  private idOf(context: string, area: string): string {
    const key = `${context} ${area}`;
    const id = this.ids.get(key) ?? ruleSetId(context, area);
    this.ids.set(key, id);
    return id;
  }
}

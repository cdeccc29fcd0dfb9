import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Caller } from '#access';
import { dateIn, DISCLOSURE_CONTEXT, type AreaRef, type LocalDate } from '#kernel';
import { Databases } from '#platform';
import { Directory } from '../directory.js';
import { areaRef, areasIn, tiersOf } from '../domain/area-tree.js';
import { figuresOf } from '../domain/rule-figures.js';
import { isSame, supposed, type ChangeRules } from '../domain/rule-set.js';
import { RuleBook } from '../rule-book.js';
import { RulesOfAreas } from './rules-of-area.query.js';

/** Null: from one to below the least number that is shown. */
const Figure = (): PropertyDecorator => ApiProperty({ type: 'integer', nullable: true });

/** 期限への影響: what is owed now, if these rules had held for it. */
export class DuesPreview {
  @Figure() readonly looked!: number | null;
  @Figure() readonly earlier!: number | null;
  @Figure() readonly later!: number | null;
  /** Of those that are earlier: due at once. */
  @Figure() readonly atOnce!: number | null;
  /** Due as before, and chased at other moments. */
  @Figure() readonly chasedOtherwise!: number | null;
  /** Dated by a person or by another rule. */
  @Figure() readonly otherwise!: number | null;
  readonly more!: boolean;
}

/** 地域課題への影響: keys that would reach a threshold and do not now, and the other way round. */
export class IssuesPreview {
  @Figure() readonly arising!: number | null;
  @Figure() readonly falling!: number | null;
}

/** 変えるとどうなるか, in figures. */
export class RulePreview {
  /** Municipalities in which another value would hold. */
  readonly municipalities!: number;
  /** In how many of the area's it would not, for they have decided for themselves. */
  readonly unchanged!: number;
  /** Numbers of cases below this are not shown. */
  readonly least!: number;
  readonly dues!: DuesPreview | null;
  readonly issues!: IssuesPreview | null;
}

export type Previewed = Pick<ChangeRules, 'context' | 'area' | 'effectiveFrom' | 'set' | 'withdrawn'>;

/**
 * What would a change do? The rules of the case's own context are run over what is open now, once as things are and once
 * with the change. Nothing is written: cases keep the rules that they began under, and this says what the change is like.
 */
@Injectable()
export class RulePreviews {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly book: RuleBook,
    private readonly rules: RulesOfAreas,
  ) {}

  /** @throws forbidden, not_found, invalid_input */
  async of(caller: Caller, asked: Previewed): Promise<RulePreview> {
    const { prefecture } = caller;
    const { tree, area } = await this.rules.place(caller, asked.area);
    const now = await this.databases.now();
    const tiers = tiersOf(tree, area.id) as AreaRef;
    const standing = (await this.book.around(prefecture, asked.context, tiers)).at(-1) ?? null;
    const found = { stated: this.book.stated(asked.context), tree, serves: [area.id] };
    const own = standing?.area === area.id ? standing : null;
    const given = { now, occurredAt: now, actor: caller.actor, found };
    const instead = supposed({ type: 'ChangeRules', ...asked }, own, given);
    const inside = areasIn(tree, area.id).flatMap(({ id, level }) =>
      level === 'municipality' ? (areaRef(tree, id) ?? []) : [],
    );
    const of = { context: asked.context, on: asked.effectiveFrom };
    const [before, after, least] = await Promise.all([
      this.book.supposing(prefecture, of),
      this.book.supposing(prefecture, { ...of, instead }),
      this.least(prefecture, tiers, dateIn(now)),
    ]);
    const areas = inside.filter((place) => !isSame(before(place), after(place)));
    const trial = areas.length > 0 ? this.book.trialOf(asked.context) : undefined;
    const counted = trial ? await trial.run({ prefecture, areas, before, after }) : {};
    return {
      municipalities: areas.length,
      unchanged: inside.length - areas.length,
      least,
      ...figuresOf(counted, least),
    };
  }

  private async least(prefecture: string, area: AreaRef, on: LocalDate): Promise<number> {
    const { values } = await this.book.inForce<{ leastCases: number }>(prefecture, DISCLOSURE_CONTEXT, area, on);
    return values.leastCases;
  }
}

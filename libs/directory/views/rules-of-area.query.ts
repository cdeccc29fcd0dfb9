import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, type Account, type Caller } from '#access';
import { Kinds, told } from '#cases';
import {
  areaChain,
  can,
  dateIn,
  forbidden,
  notFound,
  RULE_UNITS,
  type Bound,
  type LocalDate,
  type Recorded,
  type RuleTerm,
  type RuleUnit,
} from '#kernel';
import { Databases, Day, EVENT_COLUMNS, Moment, Uuid, type EventRow } from '#platform';
import { Directory } from '../directory.js';
import type { Agreed, MeetingFound } from '../domain/agreed.js';
import { HELD } from '../domain/agreed.js';
import { AREA_LEVELS, areasIn, liesIn, tiersOf, type AreaLevel, type AreaTree } from '../domain/area-tree.js';
import {
  isServed,
  RULE_REASONS,
  ruleSetId,
  type RuleReason,
  type RuleSet,
  type RuleSetActivated,
  type StatedRules,
} from '../domain/rule-set.js';
import { comingOf, decidedOf, decisionsOf, heldOf, type Held } from '../domain/rule-timeline.js';
import { RuleBook } from '../rule-book.js';

class InBoth {
  readonly ja!: string;
  readonly en!: string;
}

export class RuleArea {
  readonly id!: string;
  readonly name!: string;
  @ApiProperty({ enum: AREA_LEVELS, enumName: 'AreaLevel' }) readonly level!: AreaLevel;
}

/** A number, a code, a list, or what has parts; left out where nothing is said. */
const RuleValue = (required = true): PropertyDecorator =>
  ApiProperty({
    required,
    oneOf: [
      { type: 'number' },
      { type: 'string' },
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ],
  });

class RuleAgreed {
  /** Of the council, or of the meeting where that is not kept here. */
  readonly name!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly on!: LocalDate | null;
}

class RuleMaker {
  readonly name!: string;
  readonly organization!: string;
}

/** Who decided, when, why, and at which meeting. */
class RuleDecided {
  @Moment() readonly recordedAt!: string;
  /** Null where a council's decision took effect by itself. */
  readonly by!: RuleMaker | null;
  @ApiProperty({ enum: RULE_REASONS, enumName: 'RuleReason', nullable: true }) readonly reason!: RuleReason | null;
  readonly agreed!: RuleAgreed | null;
}

class RuleComing {
  @Day() readonly from!: LocalDate;
  @RuleValue() readonly value!: unknown;
  /** Whose decision; null: the default. */
  readonly area!: RuleArea | null;
}

export class RuleShown {
  readonly key!: string;
  readonly name!: InBoth;
  readonly meaning!: InBoth;
  @ApiProperty({ enum: RULE_UNITS, enumName: 'RuleUnit' }) readonly unit!: RuleUnit;
  /** 根拠; null: our own default [D]. */
  @ApiProperty({ type: String, nullable: true }) readonly source!: string | null;
  /** What it may be set to. */
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly bound!: Bound;
  /** What its codes and parts are called. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly labels!: Readonly<Record<string, { readonly ja: string; readonly en: string }>>;
  @RuleValue() readonly value!: unknown;
  /** The default of the system. */
  @RuleValue() readonly standard!: unknown;
  /** The area whose decision holds; null: the default. */
  readonly area!: RuleArea | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly since!: LocalDate | null;
  readonly decided!: RuleDecided | null;
  /** What is decided for later. */
  readonly coming!: RuleComing[];
}

export class RulesOfContext {
  readonly context!: string;
  readonly title!: InBoth;
  readonly rules!: RuleShown[];
}

class HeldMeeting {
  @Uuid() readonly id!: string;
  readonly name!: string;
  @Day() readonly on!: LocalDate;
}

/** 圏域のルール: what holds in an area on a day, and from where. */
export class RulesOfArea {
  readonly area!: RuleArea;
  @Day() readonly on!: LocalDate;
  @Day() readonly today!: LocalDate;
  /** From the prefecture down to the area itself. */
  readonly chain!: RuleArea[];
  readonly contexts!: RulesOfContext[];
}

/** What each area of the chain says of the rule itself. */
class RuleTier {
  readonly area!: RuleArea;
  /** Left out: it has decided nothing. */
  @RuleValue(false) readonly value?: unknown;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly since!: LocalDate | null;
}

class RuleEntry extends RuleDecided {
  readonly area!: RuleArea;
  @Day() readonly from!: LocalDate;
  /** What the area had decided before for that day; left out: nothing. */
  @RuleValue(false) readonly before?: unknown;
  /** What it decided; left out: nothing any more. */
  @RuleValue(false) readonly value?: unknown;
}

/** 一つのルール: where it comes from, what became of it, and the meetings at which a change can have been agreed. */
export class RulePage {
  readonly area!: RuleArea;
  readonly context!: string;
  readonly title!: InBoth;
  @Day() readonly today!: LocalDate;
  readonly rule!: RuleShown;
  readonly tiers!: RuleTier[];
  /** Newest first. */
  readonly entries!: RuleEntry[];
  readonly meetings!: HeldMeeting[];
}

interface Place {
  readonly tree: AreaTree;
  readonly area: RuleArea;
  readonly chain: readonly RuleArea[];
}

/** By the stream and version of an edition. */
type Decisions = ReadonlyMap<string, { readonly position: number; readonly decided: RuleDecided }>;

interface Meeting extends Pick<MeetingFound, 'status' | 'on'> {
  readonly council: string;
}
interface Council {
  readonly name: string;
  readonly areas: readonly string[];
}

const MOST_MEETINGS = 30;

/** 圏域のルール, for whoever decides about them. What is no area of the reader's own is not there. */
@Injectable()
export class RulesOfAreas {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly accounts: Accounts,
    private readonly directory: Directory,
    private readonly book: RuleBook,
  ) {}

  /** Areas whose rules the caller decides about, the widest first. @throws forbidden */
  async areas(caller: Caller): Promise<RuleArea[]> {
    const { tree, mine } = await this.own(caller);
    return Object.values(tree.areas)
      .filter(({ id }) => mine(id))
      .map(shown)
      .toSorted((a, b) => RANK(b.level) - RANK(a.level) || a.name.localeCompare(b.name, 'ja'));
  }

  /** @throws forbidden, not_found */
  async place(caller: Caller, id: string): Promise<Place> {
    const { tree, mine } = await this.own(caller);
    const area = Object.hasOwn(tree.areas, id) ? tree.areas[id] : undefined;
    const tiers = tiersOf(tree, id);
    if (!area || !tiers || !mine(id)) throw notFound('area', '圏域');
    const chain = areaChain(caller.prefecture, tiers).flatMap((one) => tree.areas[one] ?? []);
    return { tree, area: shown(area), chain: chain.map(shown) };
  }

  /** @throws forbidden, not_found */
  async of(caller: Caller, id: string, asked?: LocalDate): Promise<RulesOfArea> {
    const place = await this.place(caller, id);
    const today = dateIn(await this.databases.now());
    const on = asked ?? today;
    const contexts = [...this.book.contexts().keys()];
    const decisions = await this.decisions(caller, place, contexts);
    return {
      area: place.area,
      on,
      today,
      chain: [...place.chain],
      contexts: await Promise.all(
        contexts.map(async (context) => {
          const { stated, sets, terms } = await this.stated(caller, context, place);
          const rules = Object.entries(terms.rules).map(([key, term]) =>
            ruleShown({ key, term, context, stated, sets, place, on, decisions }),
          );
          return { context, title: terms.title, rules };
        }),
      ),
    };
  }

  /** @throws forbidden, not_found */
  async rule(caller: Caller, id: string, context: string, key: string): Promise<RulePage> {
    const place = await this.place(caller, id);
    const known = this.book.termsOf(context);
    const term = known && Object.hasOwn(known.rules, key) ? known.rules[key] : undefined;
    if (!term) throw notFound('rule', 'ルール');
    const today = dateIn(await this.databases.now());
    const [{ stated, sets, terms }, decisions, meetings] = await Promise.all([
      this.stated(caller, context, place),
      this.decisions(caller, place, [context]),
      this.meetings(caller, place),
    ]);
    const entries = sets.flatMap((set, i) => {
      const area = place.chain[i];
      if (!set || !area) return [];
      return decisionsOf(set.editions, key, stated.bounds).flatMap(({ version, ...decision }) => {
        const found = decisions.get(nameOf(context, set.area, version));
        if (!found) return [];
        const { recordedAt, by, reason, agreed } = found.decided;
        return [{ position: found.position, entry: { area, recordedAt, by, reason, agreed, ...decision } }];
      });
    });
    return {
      area: place.area,
      context,
      title: terms.title,
      today,
      rule: ruleShown({ key, term, context, stated, sets, place, on: today, decisions }),
      tiers: place.chain.map((area, i) => {
        const own = decidedOf(sets[i]?.editions ?? [], key, stated.bounds).findLast(({ from }) => from <= today);
        const said = own?.value !== undefined;
        return { area, since: said ? own.from : null, ...(said && { value: own.value }) };
      }),
      entries: entries.toSorted((a, b) => b.position - a.position).map(({ entry }) => entry),
      meetings,
    };
  }

  private async own({ prefecture, actor }: Caller): Promise<{ tree: AreaTree; mine: (id: string) => boolean }> {
    if (!can(actor.role, 'rule_making'))
      throw forbidden(
        '圏域のルールは、管理者・拠点・協議会の事務局の方が決めます。変えたいときは、協議会に諮ってください。',
        'The rules of an area are decided by administrators, bases and secretariats of councils. Bring it to a council.',
      );
    const [tree, organizations] = await Promise.all([
      this.directory.tree(prefecture),
      this.directory.organizations(prefecture, [actor.orgId]),
    ]);
    const serves = organizations.get(actor.orgId)?.serves ?? [];
    const all = can(actor.role, 'administration');
    return { tree, mine: (id) => all || isServed(tree, id, serves) };
  }

  private async stated({ prefecture }: Caller, context: string, { tree, area }: Place) {
    const stated = this.book.stated(context);
    const terms = this.book.termsOf(context);
    const tiers = tiersOf(tree, area.id);
    if (!stated || !terms || !tiers) throw notFound('rule', 'ルール');
    return { stated, terms, sets: await this.book.around(prefecture, context, tiers) };
  }

  /** Who decided which edition, from the log. */
  private async decisions({ prefecture }: Caller, { chain }: Place, contexts: readonly string[]): Promise<Decisions> {
    const streams = contexts.flatMap((context) => chain.map(({ id }) => ruleSetId(context, id)));
    const facts = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<EventRow>({
        name: 'rule-editions',
        text: `SELECT ${EVENT_COLUMNS} FROM event
                WHERE prefecture = $1 AND stream = ANY ($2::uuid[]) ORDER BY stream, seq`,
        values: [prefecture, streams],
      });
      return told(this.kinds, rows) as Recorded<RuleSetActivated>[];
    });
    const makers = facts.flatMap(({ actor }) => ('userId' in actor ? [actor.userId] : []));
    const [accounts, nameMeeting] = await Promise.all([
      this.accounts.of(prefecture, { ids: [...new Set(makers)], before: true }),
      this.meetingNames(
        prefecture,
        facts.flatMap(({ payload }) => payload.agreed?.meeting ?? []),
      ),
    ]);
    const people = new Map(accounts.map((account) => [account.userId, account]));
    return new Map(
      facts.map(({ position, recordedAt, actor, payload: { context, area, version, reason, agreed } }) => [
        nameOf(context, area, version),
        {
          position,
          decided: {
            recordedAt,
            by: 'userId' in actor ? maker(people.get(actor.userId)) : null,
            reason: reason ?? null,
            agreed: agreed ? nameMeeting(agreed) : null,
          },
        },
      ]),
    );
  }

  /** By the names of their kinds: councils know the directory, and it does not know them. */
  private async meetingNames(prefecture: string, ids: readonly string[]): Promise<(agreed: Agreed) => RuleAgreed> {
    const { heads } = this.directory;
    const meetings = await heads.of<Meeting>(prefecture, 'meeting', [...new Set(ids)]);
    const councils = await heads.of<Council>(
      prefecture,
      'council',
      [...meetings.values()].map(({ council }) => council),
    );
    return ({ meeting, elsewhere }) => {
      if (elsewhere) return { name: elsewhere.name, on: elsewhere.heldOn };
      const met = meeting === undefined ? undefined : meetings.get(meeting);
      return { name: (met && councils.get(met.council)?.name) ?? '', on: met?.on ?? null };
    };
  }

  /** Meetings held by councils of the place, newest first. */
  private async meetings({ prefecture }: Caller, { tree, area }: Place): Promise<HeldMeeting[]> {
    const { heads } = this.directory;
    const councils = await heads.where<Council>(prefecture, 'council');
    const inside = areasIn(tree, area.id).filter(({ level }) => level === 'municipality');
    const ofPlace = new Map(
      councils
        .filter(
          ({ state }) =>
            inside.length > 0 && inside.every(({ id }) => state.areas.some((outer) => liesIn(tree, id, outer))),
        )
        .map(({ id, state }) => [id, state.name]),
    );
    const found = await Promise.all(
      [...ofPlace.keys()].map((council) => heads.where<Meeting>(prefecture, 'meeting', { council })),
    );
    return found
      .flat()
      .filter(({ state }) => HELD.includes(state.status))
      .map(({ id, state }) => ({ id, name: ofPlace.get(state.council) ?? '', on: state.on }))
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .slice(0, MOST_MEETINGS);
  }
}

const RANK = (level: AreaLevel): number => AREA_LEVELS.indexOf(level);

const shown = ({ id, name, level }: RuleArea): RuleArea => ({ id, name, level });

const nameOf = (context: string, area: string, version: number): string => `${context} ${area} ${version}`;

const maker = (account: Account | undefined): RuleMaker => ({
  name: account?.name ?? '',
  organization: account?.organization.name ?? '',
});

interface Showing {
  readonly key: string;
  readonly term: RuleTerm;
  readonly context: string;
  readonly stated: StatedRules;
  readonly sets: readonly (RuleSet | undefined)[];
  readonly place: Place;
  readonly on: LocalDate;
  readonly decisions: Decisions;
}

function ruleShown({ key, term, context, stated, sets, place, on, decisions }: Showing): RuleShown {
  const areaOf = ({ area }: Held): RuleArea | null => {
    const found = area === null ? undefined : place.tree.areas[area];
    return found ? shown(found) : null;
  };
  const held = heldOf(key, stated, sets, on);
  const { area, version, since, value } = held;
  return {
    key,
    name: term.name,
    meaning: term.meaning,
    unit: term.unit,
    source: term.source ?? null,
    bound: stated.bounds[key] as Bound,
    labels: term.labels ?? {},
    value,
    standard: stated.defaults[key],
    area: areaOf(held),
    since,
    decided:
      area === null || version === null ? null : (decisions.get(nameOf(context, area, version))?.decided ?? null),
    coming: comingOf(key, stated, sets, on).map((one) => ({ from: one.from, value: one.value, area: areaOf(one) })),
  };
}

import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, type Caller } from '#access';
import {
  can,
  COORDINATION_FIELDS,
  COORDINATION_LEVELS,
  forbidden,
  invalidInput,
  type CoordinationField,
  type CoordinationLevel,
} from '#kernel';
import { Day, Uuid } from '#platform';
import { Coordinators } from '../coordinators.js';
import { Directory } from '../directory.js';
import { AREA_LEVELS, areasIn, liesIn, tiersOf, type AreaLevel, type AreaTree } from '../domain/area-tree.js';
import { CELL_STATES, coordinatorGrid, type CellState } from '../domain/coordinator-grid.js';
import { COORDINATOR_KINDS, isTrained, type CoordinatorKind, type HeldPost } from '../domain/coordinator-post.js';
import { servesPlace } from '../domain/serving.js';

class AreaOfGrid extends Named {
  @ApiProperty({ enum: AREA_LEVELS }) readonly level!: AreaLevel;
}

export class PostOfGrid {
  @Uuid() readonly id!: string;
  @ApiProperty({ enum: COORDINATOR_KINDS, enumName: 'CoordinatorKind' }) readonly kind!: CoordinatorKind;
  @ApiProperty({ enum: COORDINATION_FIELDS, isArray: true, enumName: 'CoordinationField' })
  readonly fields!: readonly CoordinationField[];
  @ApiProperty({ enum: COORDINATION_LEVELS, enumName: 'CoordinationLevel' }) readonly level!: CoordinationLevel;
  readonly area!: AreaOfGrid;
  readonly user!: Named;
  readonly organization!: Named;
  @Day() readonly since!: string;
  /** 養成修了 (K-06): the day of the certificate; null where there is none to show. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly trainedOn!: string | null;
  /** Whether the reader may open and end it. */
  readonly ends!: boolean;
}

class CellOfGrid {
  readonly area!: string;
  @ApiProperty({ enum: COORDINATION_FIELDS, enumName: 'CoordinationField' }) readonly field!: CoordinationField;
  @ApiProperty({ enum: COORDINATION_LEVELS, enumName: 'CoordinationLevel' }) readonly level!: CoordinationLevel;
  @ApiProperty({ enum: CELL_STATES, enumName: 'CoordinatorCell' }) readonly state!: CellState;
  /** Ids of the posts that cover it. */
  @ApiProperty({ type: String, isArray: true, format: 'uuid' }) readonly posts!: readonly string[];
}

/** 調整役の配置表 of an area: each of its municipalities × field × level (K-01). */
export class CoordinatorGrid {
  readonly area!: AreaOfGrid;
  /** Areas whose grid can be looked at instead. */
  readonly others!: AreaOfGrid[];
  /** Its rows. */
  readonly areas!: AreaOfGrid[];
  readonly posts!: PostOfGrid[];
  readonly cells!: CellOfGrid[];
  /** Areas for which the reader may place somebody. */
  readonly places!: AreaOfGrid[];
}

/** Of larger areas a table says nothing any more. */
const SHOWN: ReadonlySet<AreaLevel> = new Set(['municipality', 'home_care_area', 'secondary_area']);

/** Who coordinates what where, with overlaps and gaps. */
@Injectable()
export class CoordinatorGrids {
  constructor(
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
    private readonly accounts: Accounts,
  ) {}

  /** @throws forbidden, invalid_input */
  async of(caller: Caller, asked?: string): Promise<CoordinatorGrid> {
    const { prefecture, actor } = caller;
    if (!can(actor.role, 'coordinator_placing'))
      throw forbidden(
        '調整役の配置表は、相談窓口・拠点・医師会・行政・協議会事務局の方が見られます。窓口の担当者に尋ねてください。',
        'The grid of coordinators is for desks, bases, the medical association, officers and secretariats. Ask the desk.',
      );
    const tree = await this.directory.tree(prefecture);
    const id = asked ?? caller.area.secondaryAreaId;
    const area = Object.hasOwn(tree.areas, id) ? tree.areas[id] : undefined;
    if (!area || !SHOWN.has(area.level)) throw noSuchGrid();
    const inside = areasIn(tree, id);
    const rows = inside.filter(({ level }) => level === 'municipality');
    const posts = (await this.coordinators.inOffice(prefecture)).filter(
      (post) => liesIn(tree, post.area, id) || liesIn(tree, id, post.area),
    );
    const may = await this.mayPlaceIn(caller, tree);
    return {
      area: shown(area),
      others: Object.values(tree.areas)
        .filter(({ level }) => level === 'secondary_area')
        .map(shown),
      areas: rows.map(shown),
      posts: await this.named(prefecture, tree, posts, may),
      cells: coordinatorGrid(posts, rows),
      places: inside.filter((one) => may(one.id)).map(shown),
    };
  }

  private async mayPlaceIn({ prefecture, actor }: Caller, tree: AreaTree): Promise<(area: string) => boolean> {
    if (can(actor.role, 'administration')) return () => true;
    const own = (await this.directory.organizations(prefecture, [actor.orgId])).get(actor.orgId);
    return (area) => {
      const place = tiersOf(tree, area);
      return place !== undefined && servesPlace(own?.serves ?? [], place, tree);
    };
  }

  private async named(
    prefecture: string,
    { areas }: AreaTree,
    posts: readonly HeldPost[],
    may: (area: string) => boolean,
  ): Promise<PostOfGrid[]> {
    const accounts = await this.accounts.of(prefecture, { ids: posts.map(({ user }) => user), before: true });
    const people = new Map(accounts.map((account) => [account.userId, account]));
    return posts.flatMap(({ id, kind, fields, level, area, user, since, trainedOn }) => {
      const place = areas[area];
      const person = people.get(user);
      if (!place || !person) return [];
      const { name, organization } = person;
      return [
        {
          id,
          kind,
          fields,
          level,
          area: shown(place),
          user: { id: user, name },
          organization: { id: organization.id, name: organization.name },
          since,
          trainedOn: isTrained({ kind, ...(trainedOn !== undefined && { trainedOn }) }) ? (trainedOn ?? null) : null,
          ends: may(area),
        },
      ];
    });
  }
}

const shown = ({ id, name, level }: AreaOfGrid): AreaOfGrid => ({ id, name, level });

const noSuchGrid = () =>
  invalidInput(
    'area',
    'この圏域の配置表はありません。市町村・在宅医療圏・二次医療圏から選び直してください。',
    'There is no grid of that area. Choose a municipality, a home-care area or a secondary area.',
  );

import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, type Caller } from '#access';
import { Coordinators, COORDINATOR_KINDS, Directory, liesIn, type CoordinatorKind, type HeldPost } from '#directory';
import {
  areaChain,
  can,
  COORDINATION_FIELDS,
  COORDINATION_LEVELS,
  forbidden,
  notFound,
  type CoordinationField,
  type CoordinationLevel,
} from '#kernel';
import { Uuid } from '#platform';
import { LinkedCases } from '../commands/linked-cases.js';
import type { Consultation } from '../domain/consultation.state.js';
import { referralTargets } from '../domain/referral-targets.js';
import { coordinationOf } from '../domain/topic-coordination.js';

class WantedCoordination {
  @ApiProperty({ enum: COORDINATION_FIELDS, enumName: 'CoordinationField' }) readonly field!: CoordinationField;
  @ApiProperty({ enum: COORDINATION_LEVELS, enumName: 'CoordinationLevel' }) readonly level!: CoordinationLevel;
}

class FittingCoordinator {
  @Uuid() readonly id!: string;
  readonly name!: string;
  @ApiProperty({ enum: COORDINATOR_KINDS, enumName: 'CoordinatorKind' }) readonly kind!: CoordinatorKind;
}

class ReferralTarget {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
  readonly municipality!: Named;
  /** Coordinators there whose field, level and area fit; none: the form warns, and refers all the same. */
  readonly coordinators!: FittingCoordinator[];
}

/** つなぎ先: where a consultation can be referred to, fitting coordinators first (K-01, K-02). */
export class ReferralTargets {
  /** What its topics ask for; empty where any desk will do. */
  readonly wanted!: WantedCoordination[];
  /** Whether coordinators are placed in the region at all: where none are, nobody is warned of their absence. */
  readonly placed!: boolean;
  readonly targets!: ReferralTarget[];
}

/** Answers the form of a referral. */
@Injectable()
export class ReferralTargetsOf {
  constructor(
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
    private readonly accounts: Accounts,
    private readonly linked: LinkedCases,
  ) {}

  /** @throws forbidden, not_found for a consultation of others, as for one that does not exist. */
  async of({ prefecture, actor }: Caller, id: string): Promise<ReferralTargets> {
    if (!can(actor.role, 'desk_work'))
      throw forbidden(
        'つなぎ先を選ぶのは、相談窓口の人です。窓口の担当者に依頼してください。',
        'Where to refer to is chosen by people at a help desk. Ask the desk.',
      );
    const seen = await this.linked.seen(prefecture, actor, [id]);
    const { heads } = this.directory;
    const own = (await heads.of<Consultation>(prefecture, 'consultation', [id])).get(id);
    if (!own || !seen.has(id)) throw notFound('consultation', '相談');
    const posts = await this.inRegion(prefecture, own);
    const referable = await this.coordinators.takingReferrals(prefecture, posts);
    const asked = { wanted: coordinationOf(own.topics), chain: areaChain(prefecture, own.area) };
    const targets = referralTargets(asked, await this.organizations(prefecture, own.desk, referable), posts);
    const names = await this.namesOf(
      prefecture,
      targets.flatMap(({ fitting }) => fitting),
    );
    const areaName = await this.directory.areaNames(prefecture);
    return {
      wanted: asked.wanted,
      placed: posts.length > 0,
      targets: targets.map(({ organization: { id: at, name, kind, municipality }, fitting }) => ({
        id: at,
        name,
        kind,
        municipality: { id: municipality, name: areaName(municipality) },
        coordinators: fitting.map((post) => ({ id: post.id, name: names(post.user), kind: post.kind })),
      })),
    };
  }

  private async inRegion(prefecture: string, { area: { secondaryAreaId: region } }: Consultation): Promise<HeldPost[]> {
    const [tree, posts] = await Promise.all([this.directory.tree(prefecture), this.coordinators.inOffice(prefecture)]);
    return posts.filter(({ area }) => liesIn(tree, area, region) || liesIn(tree, region, area));
  }

  /** Every desk, and where a coordinator works who takes consultations, but for the desk that has it. */
  private async organizations(prefecture: string, desk: string, referable: readonly HeldPost[]) {
    const [desks, others] = await Promise.all([
      this.directory.allDesks(prefecture),
      this.directory.organizations(prefecture, [...new Set(referable.map(({ organization }) => organization))]),
    ]);
    const all = new Map([...desks.map((one) => [one.id, one] as const), ...others]);
    all.delete(desk);
    return [...all.values()].map((one) => ({ ...one, chain: areaChain(prefecture, one.area) }));
  }

  private async namesOf(prefecture: string, posts: readonly HeldPost[]): Promise<(user: string) => string> {
    const accounts = await this.accounts.of(prefecture, { ids: posts.map(({ user }) => user) });
    const names = new Map(accounts.map(({ userId, name }) => [userId, name]));
    return (user) => names.get(user) ?? '';
  }
}

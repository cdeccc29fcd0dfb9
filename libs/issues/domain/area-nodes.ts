import type { AreaRef } from '#kernel';
import type { IssueLevel } from './issue-types.js';

/** What the roll-up needs of the area tree. */
export interface AreaStructure {
  readonly prefecture: string;
  readonly areas: Readonly<
    Record<string, { readonly id: string; readonly level: string; readonly parent: string | null }>
  >;
}

/** A place where an issue can stand, with a council of its own. */
export interface AreaNode {
  readonly level: IssueLevel;
  readonly id: string;
  /** The tiers from the node upwards; those below it are empty, since the matter is no single municipality's. */
  readonly area: AreaRef;
}

/**
 * The areas of a prefecture as nodes (model.md 2.6 "collapse", design decision 8). A home-care area with a single
 * municipality is that municipality; one that coincides with its secondary area is the secondary area.
 */
export class AreaNodes {
  private readonly below = new Map<string, string[]>();
  private readonly chains = new Map<string, readonly AreaNode[]>();

  constructor(private readonly tree: AreaStructure) {
    for (const { id, parent } of Object.values(tree.areas))
      if (parent !== null) this.below.set(parent, [...(this.below.get(parent) ?? []), id]);
  }

  get prefecture(): AreaNode {
    const area = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };
    return { level: 'prefecture', id: this.tree.prefecture, area };
  }

  isSingle(homeCareArea: string): boolean {
    return this.childrenOf(homeCareArea).length === 1;
  }

  coincides(homeCareArea: string): boolean {
    return this.childrenOf(this.parentOf(homeCareArea)).length === 1;
  }

  municipality(id: string): AreaNode {
    const h = this.parentOf(id);
    // All three tiers are one: what stands for them is the highest.
    if (this.isSingle(h) && this.coincides(h)) return this.secondary(this.parentOf(h));
    return { level: 'municipality', id, area: { ...this.upFrom(h), municipalityId: id } };
  }

  /** Undefined where the step is skipped: a single municipality's council is the area's. */
  homeCare(id: string): AreaNode | undefined {
    if (this.coincides(id)) return this.secondary(this.parentOf(id));
    return this.isSingle(id) ? undefined : { level: 'home_care_area', id, area: this.upFrom(id) };
  }

  secondary(id: string): AreaNode {
    const [only = '', second] = this.childrenOf(id);
    return {
      level: 'secondary_area',
      id,
      area: {
        municipalityId: '',
        homeCareAreaId: second === undefined ? only : '',
        secondaryAreaId: id,
        tertiaryAreaId: this.parentOf(id),
      },
    };
  }

  /** Its nodes from the municipality upwards, each area once. Found once: every signal asks for them. */
  above(municipality: string): readonly AreaNode[] {
    const known = this.chains.get(municipality) ?? this.chainOf(municipality);
    this.chains.set(municipality, known);
    return known;
  }

  /** The lowest node that holds a municipality and all of the others; undefined where there is no other (域をまたぐ). */
  lowestOf(municipality: string, otherMunicipalities: readonly string[]): AreaNode | undefined {
    const others = otherMunicipalities.filter((other) => other !== municipality && this.knows(other));
    if (others.length === 0) return undefined;
    return this.above(municipality).find(({ id }) =>
      others.every((other) => this.above(other).some((above) => above.id === id)),
    );
  }

  /** A node of the municipality, home-care area, secondary area or prefecture, and those above it. */
  from({ level, id }: AreaNode): readonly AreaNode[] {
    if (level === 'municipality') return this.above(id);
    if (level === 'prefecture') return [this.prefecture];
    if (level === 'secondary_area') return [this.secondary(id), this.prefecture];
    const area = this.homeCare(id);
    const above = [...(area ? [area] : []), this.secondary(this.parentOf(id)), this.prefecture];
    return above.filter((node, i) => above.findIndex((other) => other.id === node.id) === i);
  }

  private chainOf(municipality: string): AreaNode[] {
    const h = this.parentOf(municipality);
    const chain = [
      this.municipality(municipality),
      this.homeCare(h),
      this.secondary(this.parentOf(h)),
      this.prefecture,
    ];
    const nodes = chain.filter((node) => node !== undefined);
    return nodes.filter(({ id }, i) => nodes.findIndex((other) => other.id === id) === i);
  }

  /** The node of an issue that was recorded at this level. */
  at(level: IssueLevel, id: string): AreaNode {
    if (level === 'municipality') return this.municipality(id);
    if (level === 'home_care_area') return this.homeCare(id) ?? this.prefecture;
    return level === 'secondary_area' ? this.secondary(id) : this.prefecture;
  }

  /** Municipalities of which the area is a node; of an area of one municipality that one. */
  municipalitiesIn(area: string): string[] {
    return Object.values(this.tree.areas).flatMap(({ id, level }) =>
      level === 'municipality' && this.above(id).some((node) => node.id === area) ? [id] : [],
    );
  }

  knows(municipality: string): boolean {
    return this.tree.areas[municipality]?.level === 'municipality';
  }

  homeCareOf(municipality: string): string {
    return this.parentOf(municipality);
  }

  secondaryOf(municipality: string): string {
    return this.parentOf(this.parentOf(municipality));
  }

  private upFrom(homeCareArea: string): AreaRef {
    const s = this.parentOf(homeCareArea);
    return { municipalityId: '', homeCareAreaId: homeCareArea, secondaryAreaId: s, tertiaryAreaId: this.parentOf(s) };
  }

  private childrenOf(id: string): readonly string[] {
    return this.below.get(id) ?? [];
  }

  private parentOf(id: string): string {
    return this.tree.areas[id]?.parent ?? '';
  }
}

import { isCoordinatedBy, type Coordinating, type Coordination } from '#kernel';

interface Place {
  readonly id: string;
  readonly name: string;
  /** The areas in which it lies, from the prefecture down. */
  readonly chain: readonly string[];
}

interface Post extends Coordinating {
  readonly organization: string;
}

/** What is referred: which coordination it asks for, and the areas in which its person lives, from the prefecture down. */
interface Asked {
  readonly wanted: readonly Coordination[];
  readonly chain: readonly string[];
}

/** つなぎ先の候補. */
export interface Target<Organization, Held> {
  readonly organization: Organization;
  /** Coordinators there who fit. */
  readonly fitting: readonly Held[];
}

/** 分野・レベル・圏域の合う調整役: those of whom one of the topics is (K-01). */
export const fittingOf = <Held extends Post>({ wanted, chain }: Asked, posts: readonly Held[]): Held[] =>
  posts.filter((post) => wanted.some((one) => isCoordinatedBy(post, one, chain)));

const shared = (chain: readonly string[], other: readonly string[]): number =>
  other.filter((id) => chain.includes(id)).length;

/** Where it can be referred to: first where a fitting coordinator is (K-02), then whoever is nearest. */
export function referralTargets<Organization extends Place, Held extends Post>(
  asked: Asked,
  organizations: readonly Organization[],
  posts: readonly Held[],
): Target<Organization, Held>[] {
  const fitting = fittingOf(asked, posts);
  return organizations
    .map((organization) => ({
      organization,
      fitting: fitting.filter((post) => post.organization === organization.id),
    }))
    .toSorted(
      (a, b) =>
        Number(b.fitting.length > 0) - Number(a.fitting.length > 0) ||
        shared(asked.chain, b.organization.chain) - shared(asked.chain, a.organization.chain) ||
        a.organization.name.localeCompare(b.organization.name, 'ja'),
    );
}

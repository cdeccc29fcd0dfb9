import type { Addressee, AreaRef } from '#kernel';

/** Who stands behind addressees just now. The directory knows; the engine only asks. */
export abstract class People {
  /** Looks all of them up at once. */
  abstract behind(
    prefecture: string,
    addressees: readonly Addressee[],
  ): Promise<(to: readonly Addressee[]) => readonly string[]>;

  /** Whether an organization is there for an area: a desk for its municipality, a base for its home-care area. */
  abstract serves(prefecture: string, organization: string, area: AreaRef | undefined): Promise<boolean>;

  /** Other municipalities in which these organizations sit (P-13). A desk or base that is there for the area is of it. */
  abstract elsewhere(prefecture: string, organizations: readonly string[], area: AreaRef): Promise<readonly AreaRef[]>;
}

/** Who hears of a chain that reaches nobody: the base secretariat of the area, else every admin (scenarios/README.md). */
export const baseSecretariat = (area: AreaRef | null): Addressee => ({
  role: 'base_secretariat',
  kind: 'cooperation_base',
  area,
});

export const everyAdmin: Addressee = { role: 'admin', kind: '*', area: null };

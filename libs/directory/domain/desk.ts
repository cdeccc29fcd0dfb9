import { areasIn, type AreaTree } from './area-tree.js';
import type { Organization } from './organization.js';

/** Organizations that serve any of these areas. */
const servingAny = (organizations: readonly Organization[], areas: readonly string[]): Organization[] =>
  organizations.filter(({ serves }) => serves.some((id) => areas.includes(id)));

/**
 * 相談窓口, the one definition: the help desks that serve a place, or, where none does, its cooperation base
 * (在宅医療介護連携拠点), which then is the desk as well; a satellite (サテライト窓口) hands over to its own. `chain` are the areas that the place lies in.
 */
export function desksOf(organizations: readonly Organization[], chain: readonly string[]): Organization[] {
  const there = (kind: Organization['kind']) =>
    servingAny(
      organizations.filter((o) => o.kind === kind && isMain(o)),
      chain,
    );
  const own = there('help_desk');
  return own.length > 0 ? own : there('cooperation_base');
}

/** サテライト窓口 hands over to a desk, and is none itself (H-08). */
export const isMain = ({ satelliteOf }: Organization): boolean => satelliteOf === undefined;

/** Whether an organization is a desk anywhere: a help desk, or a base that serves a municipality without one. */
export function isDesk(organization: Organization, helpDesks: readonly Organization[], tree: AreaTree): boolean {
  if (!isMain(organization)) return false;
  if (organization.kind === 'help_desk') return true;
  if (organization.kind !== 'cooperation_base') return false;
  return organization.serves
    .flatMap((id) => areasIn(tree, id))
    .some(
      ({ id, level, chain }) =>
        level === 'municipality' && servingAny(helpDesks.filter(isMain), [id, ...chain]).length === 0,
    );
}

import { Injectable } from '@nestjs/common';
import { areaChain, notFound, OFFICE_HOURS, type Addressee, type AreaRef, type Opening } from '#kernel';
import { People } from '#obligations';
import { areaRef, areaTreeId, municipalityOf, type AreaTree } from './domain/area-tree.js';
import type { Organization, OrganizationKind } from './domain/organization.js';
import type { Patient } from './domain/patient.js';
import { servesPlace } from './domain/serving.js';
import type { User } from './domain/user.js';
import { Heads } from '#cases';

/** What the other contexts ask about organizations, people and areas. */
@Injectable()
export class Directory {
  constructor(readonly heads: Heads) {}

  async tree(prefecture: string): Promise<AreaTree> {
    const id = areaTreeId(prefecture);
    return (await this.heads.of<AreaTree>(prefecture, 'area_tree', [id])).get(id) ?? { prefecture, areas: {} };
  }

  /** Names of areas by id. */
  async areaNames(prefecture: string): Promise<(id: string) => string> {
    const { areas } = await this.tree(prefecture);
    return (id) => areas[id]?.name ?? '';
  }

  /** The tiers of a municipality given by name or code; undefined when it is not loaded. */
  async areaOf(prefecture: string, municipality: string): Promise<AreaRef | undefined> {
    const tree = await this.tree(prefecture);
    const found = municipalityOf(tree, municipality);
    return found && areaRef(tree, found.id);
  }

  async organizations(prefecture: string, ids: readonly string[]): Promise<Map<string, Organization>> {
    return this.heads.of<Organization>(prefecture, 'organization', ids);
  }

  /** @throws not_found */
  async organization(prefecture: string, id: string): Promise<Organization> {
    const found = (await this.organizations(prefecture, [id])).get(id);
    if (!found) throw notFound('organization', '機関');
    return found;
  }

  async openingOf(prefecture: string, id: string): Promise<Opening> {
    return (await this.organizations(prefecture, [id])).get(id)?.opening ?? OFFICE_HOURS;
  }

  /** @throws not_found */
  async user(prefecture: string, id: string): Promise<User> {
    const found = (await this.heads.of<User>(prefecture, 'user', [id])).get(id);
    if (!found) throw notFound('user', '利用者（職員）');
    return found;
  }

  /** @throws not_found */
  async patient(prefecture: string, id: string): Promise<Patient> {
    const found = (await this.heads.of<Patient>(prefecture, 'patient', [id])).get(id);
    if (!found) throw notFound('patient', '患者');
    return found;
  }

  /** Organizations of a kind that serve an area, nearest tier first: the desk of a municipality, the base of its home-care area. */
  async serving(prefecture: string, kind: OrganizationKind, area: AreaRef): Promise<Organization[]> {
    const near = areaChain(prefecture, area).toReversed();
    const distance = ({ serves }: Organization) =>
      Math.min(...serves.map((id) => near.indexOf(id)).filter((n) => n >= 0));
    return (await this.heads.where<Organization>(prefecture, 'organization', { kind }))
      .map(({ state }) => state)
      .filter(({ serves }) => serves.some((id) => near.includes(id)))
      .toSorted((a, b) => distance(a) - distance(b));
  }
}

/** Answers the chase engine's question: who stands behind these addressees just now? */
@Injectable()
export class PeopleInDirectory extends People {
  constructor(private readonly heads: Heads) {
    super();
  }

  async behind(
    prefecture: string,
    addressees: readonly Addressee[],
  ): Promise<(to: readonly Addressee[]) => readonly string[]> {
    const kinds = new Set(addressees.flatMap((a) => ('kind' in a && a.kind !== '*' ? [a.kind] : [])));
    const roles = new Set(addressees.flatMap((a) => ('role' in a ? [a.role] : [])));
    const serving = await Promise.all(
      [...kinds].map((kind) => this.heads.where<Organization>(prefecture, 'organization', { kind })),
    );
    const organizations = serving.flat().map(({ state }) => state);
    const users = await Promise.all([...roles].map((role) => this.heads.where<User>(prefecture, 'user', { role })));
    const people = users.flat().map(({ state }) => state);

    const one = (to: Addressee): readonly string[] => {
      if ('user' in to) return [to.user];
      const holders = people.filter(({ role }) => role === to.role);
      if ('organization' in to) return holders.filter((u) => u.organization === to.organization).map(({ id }) => id);
      if (to.kind === '*') return holders.map(({ id }) => id);
      const { area } = to;
      if (!area) return [];
      const chain = areaChain(prefecture, area);
      const there = new Set(
        organizations
          .filter((o) => o.kind === to.kind && o.serves.some((id) => chain.includes(id)))
          .map(({ id }) => id),
      );
      return holders.filter(({ organization }) => there.has(organization)).map(({ id }) => id);
    };
    return (to) => [...new Set(to.flatMap(one))];
  }

  async serves(prefecture: string, organization: string, area: AreaRef | undefined): Promise<boolean> {
    if (!area) return false;
    const found = (await this.heads.of<Organization>(prefecture, 'organization', [organization])).get(organization);
    if (!found) return false;
    // Inside a municipality there is no further area: only the matters of larger ones need the tree.
    const id = areaTreeId(prefecture);
    const tree = area.municipalityId === '' ? await this.heads.of<AreaTree>(prefecture, 'area_tree', [id]) : undefined;
    return servesPlace(found.serves, area, tree?.get(id) ?? { prefecture, areas: {} });
  }
}

import { Injectable } from '@nestjs/common';
import { areaChain, invalidInput, notFound, OFFICE_HOURS, type Addressee, type AreaRef, type Opening } from '#kernel';
import { People } from '#obligations';
import { areaRef, areaTreeId, municipalityOf, type AreaTree } from './domain/area-tree.js';
import { DeskCovers } from './desk-covers.js';
import { desksOf, isDesk, isMain } from './domain/desk.js';
import { isHospital, isMedical, isOpen, type Organization, type OrganizationKind } from './domain/organization.js';
import { isRegistered, type Patient } from './domain/patient.js';
import { servesPlace } from './domain/serving.js';
import { isCareManager, isHere, type User } from './domain/user.js';
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

  /** These organizations, also those that are closed: their names stand in old cases. */
  async organizations(prefecture: string, ids: readonly string[]): Promise<Map<string, Organization>> {
    return this.heads.of<Organization>(prefecture, 'organization', ids);
  }

  /** An organization that a command names. @throws invalid_input on its field */
  async organization(prefecture: string, id: string, path: string): Promise<Organization> {
    return this.oneOrganization(prefecture, id, path, () => true, '機関', 'an organization');
  }

  /** Organizations that are open, and hold all of this. */
  async openOrganizations(
    prefecture: string,
    contains: object = {},
  ): Promise<{ readonly id: string; readonly state: Organization }[]> {
    return (await this.heads.where<Organization>(prefecture, 'organization', contains)).filter(({ state }) =>
      isOpen(state),
    );
  }

  /** 病院: where a person can be admitted. @throws invalid_input on its field */
  async hospital(prefecture: string, id: string, path: string): Promise<Organization> {
    return this.oneOrganization(prefecture, id, path, isHospital, '病院', 'a hospital');
  }

  /** 診療所・病院: where a physician works. @throws invalid_input on its field */
  async medical(prefecture: string, id: string, path: string): Promise<Organization> {
    return this.oneOrganization(prefecture, id, path, isMedical, '診療所か病院', 'a clinic or a hospital');
  }

  async openingOf(prefecture: string, id: string): Promise<Opening> {
    return (await this.organizations(prefecture, [id])).get(id)?.opening ?? OFFICE_HOURS;
  }

  /** People who work with the system now, and hold all of this. */
  async usersHere(prefecture: string, contains: object = {}): Promise<{ readonly id: string; readonly state: User }[]> {
    return (await this.heads.where<User>(prefecture, 'user', contains)).filter(({ state }) => isHere(state));
  }

  /** These people, also those who have left: their names stand in old cases. */
  async users(prefecture: string, ids: readonly string[]): Promise<Map<string, User>> {
    return this.heads.of<User>(prefecture, 'user', ids);
  }

  /** 担当ケアマネジャー: somebody who can take over and acknowledge. @throws invalid_input on its field */
  async careManager(prefecture: string, id: string, path: string): Promise<User> {
    const found = (await this.users(prefecture, [id])).get(id);
    if (!found || !isHere(found) || !isCareManager(found)) throw isNo(path, 'ケアマネジャー', 'a care manager');
    return found;
  }

  /** Somebody who works with the system. @throws invalid_input on its field */
  async user(prefecture: string, id: string, path: string): Promise<User> {
    const found = (await this.users(prefecture, [id])).get(id);
    if (!found || !isHere(found)) throw isNo(path, '利用者（職員）', 'a user');
    return found;
  }

  /** @throws not_found */
  async patient(prefecture: string, id: string): Promise<Patient> {
    const found = (await this.heads.of<Patient>(prefecture, 'patient', [id])).get(id);
    if (!found || !isRegistered(found)) throw notFound('patient', '患者');
    return found;
  }

  /** Organizations of a kind that serve an area, nearest tier first: the base of a municipality's home-care area. */
  async serving(prefecture: string, kind: OrganizationKind, area: AreaRef): Promise<Organization[]> {
    const near = areaChain(prefecture, area);
    return nearestFirst(
      (await this.ofKind(prefecture, kind)).filter(({ serves }) => serves.some((id) => near.includes(id))),
      near,
    );
  }

  /** The desks of a place, nearest tier first: its help desks, else its base. */
  async desks(prefecture: string, area: AreaRef): Promise<Organization[]> {
    const near = areaChain(prefecture, area);
    const known = await Promise.all([
      this.ofKind(prefecture, 'help_desk'),
      this.ofKind(prefecture, 'cooperation_base'),
    ]);
    return nearestFirst(desksOf(known.flat(), near), near);
  }

  /** Whether an organization is the desk of any place. */
  async isDesk(prefecture: string, organization: Organization): Promise<boolean> {
    if (!isOpen(organization)) return false;
    // The rest of the tree matters for a base alone; consultations come by the thousand, and most at help desks.
    if (organization.kind !== 'cooperation_base') return organization.kind === 'help_desk' && isMain(organization);
    const [helpDesks, tree] = await Promise.all([this.ofKind(prefecture, 'help_desk'), this.tree(prefecture)]);
    return isDesk(organization, helpDesks, tree);
  }

  /** 相談窓口 of the prefecture: whoever is the desk of any place. */
  async allDesks(prefecture: string): Promise<Organization[]> {
    const [helpDesks, bases, tree] = await Promise.all([
      this.ofKind(prefecture, 'help_desk'),
      this.ofKind(prefecture, 'cooperation_base'),
      this.tree(prefecture),
    ]);
    return [...helpDesks, ...bases].filter((one) => isDesk(one, helpDesks, tree));
  }

  private async ofKind(prefecture: string, kind: OrganizationKind): Promise<Organization[]> {
    return (await this.openOrganizations(prefecture, { kind })).map(({ state }) => state);
  }

  private async oneOrganization(
    prefecture: string,
    id: string,
    path: string,
    is: (organization: Organization) => boolean,
    ja: string,
    en: string,
  ): Promise<Organization> {
    const found = (await this.organizations(prefecture, [id])).get(id);
    if (!found || !isOpen(found) || !is(found)) throw isNo(path, ja, en);
    return found;
  }
}

const isNo = (path: string, ja: string, en: string) =>
  invalidInput(
    path,
    `${ja}ではないか、もう使われていません。一覧から選び直してください。`,
    `This is not ${en}, or not any more. Choose from the list again.`,
  );

/** `chain` runs from the prefecture down. */
function nearestFirst(organizations: readonly Organization[], chain: readonly string[]): Organization[] {
  const near = chain.toReversed();
  const distance = ({ serves }: Organization) =>
    Math.min(...serves.map((id) => near.indexOf(id)).filter((n) => n >= 0));
  return organizations.toSorted((a, b) => distance(a) - distance(b));
}

/** 窓口: they are where they serve. */
const DESKS: ReadonlySet<OrganizationKind> = new Set(['help_desk', 'cooperation_base']);

/** Answers the chase engine's question: who stands behind these addressees just now? */
@Injectable()
export class PeopleInDirectory extends People {
  constructor(
    private readonly heads: Heads,
    private readonly covers: DeskCovers,
  ) {
    super();
  }

  async behind(
    prefecture: string,
    addressees: readonly Addressee[],
  ): Promise<(to: readonly Addressee[]) => readonly string[]> {
    const named = addressees.flatMap((a) => ('kind' in a && a.kind !== '*' ? [a.kind] : []));
    // Where no help desk is, the base is the desk.
    const kinds = new Set(named.includes('help_desk') ? [...named, 'cooperation_base'] : named);
    const roles = new Set(addressees.flatMap((a) => ('role' in a ? [a.role] : [])));
    const persons = addressees.flatMap((a) => ('user' in a ? [a.user] : []));
    const [known, users, deputies, asked] = await Promise.all([
      Promise.all([...kinds].map((kind) => this.heads.where<Organization>(prefecture, 'organization', { kind }))),
      Promise.all([...roles].map((role) => this.heads.where<User>(prefecture, 'user', { role }))),
      this.covers.today(prefecture),
      this.heads.of<User>(prefecture, 'user', [...new Set(persons)]),
    ]);
    const organizations = known
      .flat()
      .map(({ state }) => state)
      .filter(isOpen);
    const people = users
      .flat()
      .map(({ state }) => state)
      .filter(isHere);
    // Whoever has left is reached by nobody: then nobody stands there, and that is told (誰もいない).
    const hasLeft = (id: string) => {
      const one = asked.get(id);
      return one !== undefined && !isHere(one);
    };
    const withDeputies = (ids: readonly string[]) => new Set(ids.flatMap((id) => [id, ...(deputies.get(id) ?? [])]));

    const one = (to: Addressee): readonly string[] => {
      if ('user' in to) return hasLeft(to.user) ? [] : [to.user];
      const holders = people.filter(({ role }) => role === to.role);
      if ('organization' in to) {
        const there = withDeputies([to.organization]);
        return holders.filter(({ organization }) => there.has(organization)).map(({ id }) => id);
      }
      if (to.kind === '*') return holders.map(({ id }) => id);
      const { area } = to;
      if (!area) return [];
      const chain = areaChain(prefecture, area);
      const serving =
        to.kind === 'help_desk'
          ? desksOf(organizations, chain)
          : organizations.filter((o) => o.kind === to.kind && o.serves.some((id) => chain.includes(id)));
      const there = withDeputies(serving.map(({ id }) => id));
      return holders.filter(({ organization }) => there.has(organization)).map(({ id }) => id);
    };
    return (to) => [...new Set(to.flatMap(one))];
  }

  async serves(prefecture: string, organization: string, area: AreaRef | undefined): Promise<boolean> {
    if (!area) return false;
    const found = (await this.heads.of<Organization>(prefecture, 'organization', [organization])).get(organization);
    if (!found || !isOpen(found)) return false;
    // Inside a municipality there is no further area: only the matters of larger ones need the tree.
    const id = areaTreeId(prefecture);
    const tree = area.municipalityId === '' ? await this.heads.of<AreaTree>(prefecture, 'area_tree', [id]) : undefined;
    return servesPlace(found.serves, area, tree?.get(id) ?? { prefecture, areas: {} });
  }

  async elsewhere(prefecture: string, organizations: readonly string[], area: AreaRef): Promise<AreaRef[]> {
    if (area.municipalityId === '' || organizations.length === 0) return [];
    const found = await this.heads.of<Organization>(prefecture, 'organization', [...new Set(organizations)]);
    const near = areaChain(prefecture, area);
    const others = [...found.values()].filter(
      ({ kind, serves }) => !DESKS.has(kind) || !serves.some((id) => near.includes(id)),
    );
    const places = new Map(others.map((one) => [one.area.municipalityId, one.area]));
    places.delete(area.municipalityId);
    return [...places.values()].toSorted((a, b) => a.municipalityId.localeCompare(b.municipalityId));
  }
}

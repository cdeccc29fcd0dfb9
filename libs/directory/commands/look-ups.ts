import { Injectable } from '@nestjs/common';
import { Kinds, type Ask, type Person } from '#cases';
import { can, dateIn, type AreaRef, type Instant } from '#kernel';
import { Databases } from '#platform';
import type { MeetingFound } from '../domain/agreed.js';
import type { Arranging, ArrangeDeskCover } from '../domain/desk-cover.js';
import { areaRef, municipalityOf, tiersOf, type ImportAreas } from '../domain/area-tree.js';
import type { AppointCoordinator, Appointing } from '../domain/coordinator-post.js';
import type { Identity } from '../domain/identity.js';
import { type InstitutionFound, type RegisterInstitution } from '../domain/organization.js';
import type { RegisterPatient, Registering } from '../domain/patient.js';
import { type ActivateRuleSet, type RuleSetFound } from '../domain/rule-set.js';
import { type RegisterUser } from '../domain/user.js';
import { servesPlace } from '../domain/serving.js';
import { Coordinators } from '../coordinators.js';
import { DeskCovers } from '../desk-covers.js';
import { Directory } from '../directory.js';
import { RuleBook } from '../rule-book.js';
import { Identities } from './identities.js';

const NOWHERE_WITHIN: AreaRef = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };

@Injectable()
export class AreaTreeLookUps {
  readonly find = (_command: ImportAreas, _state: unknown, { prefecture }: Ask<ImportAreas>) =>
    Promise.resolve({ prefecture });
}

@Injectable()
export class OrganizationLookUps {
  constructor(private readonly directory: Directory) {}

  readonly find = async (
    { municipality, serves, satelliteOf }: RegisterInstitution,
    _state: unknown,
    { prefecture }: Ask<RegisterInstitution>,
  ): Promise<InstitutionFound> => {
    // 都道府県庁 and its like stand before any area has been loaded, and in none of them.
    if (municipality === prefecture && serves === undefined) return { area: NOWHERE_WITHIN, serves: [prefecture] };
    const tree = await this.directory.tree(prefecture);
    const there = municipalityOf(tree, municipality);
    const area = there && areaRef(tree, there.id);
    return {
      ...(area && { area }),
      ...(serves && { serves: serves.map((named) => municipalityOf(tree, named)?.id) }),
      ...(satelliteOf !== undefined && { isMainDesk: await this.isMainDesk(prefecture, satelliteOf) }),
    };
  };

  private async isMainDesk(prefecture: string, id: string): Promise<boolean> {
    const named = (await this.directory.organizations(prefecture, [id])).get(id);
    return named !== undefined && (await this.directory.isDesk(prefecture, named));
  }
}

@Injectable()
export class UserLookUps {
  constructor(private readonly directory: Directory) {}

  readonly find = async ({ organization: id }: RegisterUser, _state: unknown, { prefecture }: Ask<RegisterUser>) => ({
    area: (await this.directory.organizations(prefecture, [id])).get(id)?.area,
  });
}

@Injectable()
export class CoordinatorPostLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
  ) {}

  async appointing(
    { user, area }: AppointCoordinator,
    { prefecture, actor }: Ask<AppointCoordinator>,
  ): Promise<Appointing> {
    const isPerson = 'userId' in actor;
    const [tree, { organization }, standing, own] = await Promise.all([
      this.directory.tree(prefecture),
      this.directory.user(prefecture, user, 'user'),
      this.coordinators.inOffice(prefecture, { area }),
      this.directory.organizations(prefecture, isPerson ? [actor.orgId] : []),
    ]);
    const place = tiersOf(tree, area);
    const serves = [...own.values()].flatMap((one) => one.serves);
    const forAll = !isPerson || can(actor.role, 'administration');
    return {
      organization,
      place,
      standing,
      theirs: forAll || (place !== undefined && servesPlace(serves, place, tree)),
    };
  }
}

@Injectable()
export class PatientLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly identities: Identities,
    private readonly kinds: Kinds,
    private readonly databases: Databases,
  ) {}

  /** How somebody stands to the live cases of a person: a hospital only while the person lies there. */
  async standing({ userId, orgId }: Person, prefecture: string, patient: string): Promise<readonly string[]> {
    const claims = this.kinds.all().map(({ kind }) => `${kind}:${patient}`);
    // What follows an id in a claim begins with ":", and ";" is the next character: a range, so that an index finds it.
    const { rows } = await this.databases.writer.query<{ relations: string[] }>({
      name: 'standing-to-person',
      text: `SELECT app.relations_to(h, app.standing($1, $2, $3)) AS relations
               FROM unnest($4::text[]) AS p
               JOIN claim c ON c.prefecture = $1 AND c.claim COLLATE "C" >= p AND c.claim COLLATE "C" < p || ';'
               JOIN stream_head h ON h.prefecture = c.prefecture AND h.stream = c.stream`,
      values: [prefecture, userId, orgId, claims],
    });
    return rows.flatMap(({ relations }) => relations);
  }

  async registering(
    command: RegisterPatient,
    { prefecture, actor, personal = [] }: Ask<unknown>,
    now: Instant,
  ): Promise<Registering> {
    const today = dateIn(now);
    await this.checkReferences(prefecture, command);
    const area = await this.directory.areaOf(prefecture, command.municipality);
    const identity = personal.find(({ kind }) => kind === 'patient_identity')?.body as Identity | undefined;
    // Who is loaded by a worker comes from a list that has been looked through.
    const asked = 'userId' in actor && identity && area;
    const [known, claim] = asked
      ? await Promise.all([
          this.identities.knows(prefecture, actor, area.municipalityId, identity),
          this.identities.claimOf(prefecture, area.municipalityId, identity),
        ])
      : [false];
    return {
      today,
      known,
      ...(claim !== undefined && { claim }),
      area,
      ...(identity && { birthDate: identity.birthDate }),
    };
  }

  /** A record that names somebody who is not there, or is something else, can never be acted on. */
  private async checkReferences(
    prefecture: string,
    { careManager, primaryPhysician, careTeam = [] }: RegisterPatient,
  ): Promise<void> {
    if (careManager !== undefined) await this.directory.careManager(prefecture, careManager, 'careManager');
    if (primaryPhysician !== undefined) await this.directory.medical(prefecture, primaryPhysician, 'primaryPhysician');
    for (const [i, member] of careTeam.entries()) await this.directory.user(prefecture, member, `careTeam[${i}]`);
  }
}

@Injectable()
export class RuleSetLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly find = async (
    { context, agreed }: ActivateRuleSet,
    _state: unknown,
    { prefecture, actor }: Ask<ActivateRuleSet>,
  ): Promise<RuleSetFound> => {
    const own = 'userId' in actor ? [actor.orgId] : [];
    const [tree, organizations, meeting] = await Promise.all([
      this.directory.tree(prefecture),
      this.directory.organizations(prefecture, own),
      'userId' in actor ? this.meeting(prefecture, agreed?.meeting) : undefined,
    ]);
    return {
      stated: this.rules.stated(context),
      tree,
      serves: [...organizations.values()].flatMap(({ serves }) => serves),
      ...(meeting && { meeting }),
    };
  };

  /** By the names of their kinds: councils know the directory, and it does not know them. */
  private async meeting(prefecture: string, id: string | undefined): Promise<MeetingFound | undefined> {
    if (id === undefined) return undefined;
    const { heads } = this.directory;
    const met = (await heads.of<Omit<MeetingFound, 'areas'> & { council: string }>(prefecture, 'meeting', [id])).get(
      id,
    );
    if (!met) return undefined;
    const council = (await heads.of<Pick<MeetingFound, 'areas'>>(prefecture, 'council', [met.council])).get(
      met.council,
    );
    return { status: met.status, on: met.on, areas: council?.areas ?? [] };
  }
}

/** 窓口の代行: which desk asks, which stands in, and what is arranged already. */
@Injectable()
export class DeskCoverLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly covers: DeskCovers,
  ) {}

  async arranging({ deputy }: ArrangeDeskCover, { prefecture, actor }: Ask<unknown>): Promise<Arranging> {
    const desk = 'userId' in actor ? actor.orgId : '';
    const found = await this.directory.organizations(prefecture, [desk, deputy]);
    const isDesk = async (id: string) => {
      const organization = found.get(id);
      return organization !== undefined && (await this.directory.isDesk(prefecture, organization));
    };
    const standing = await this.covers.arranged(prefecture);
    const area = (await isDesk(desk)) ? found.get(desk)?.area : undefined;
    return { desk, area, isDeputyDesk: deputy !== desk && (await isDesk(deputy)), standing };
  }
}

import { Injectable } from '@nestjs/common';
import { Kinds, type Ask, type Person } from '#cases';
import { can, canonical, dateIn, plusHours, type AreaRef, type Instant } from '#kernel';
import { Databases, recordJson, Vault, type StoredRecord } from '#platform';
import type { MeetingFound } from '../domain/agreed.js';
import { areaRef, municipalityOf, tiersOf, type ImportAreas } from '../domain/area-tree.js';
import {
  CONSENT_BOUNDS,
  CONSENT_CONTEXT,
  CONSENT_RULES,
  CONSENT_TERMS,
  type ConsentRules,
  type GiveConsent,
} from '../domain/consent.js';
import type { AppointCoordinator, Appointing } from '../domain/coordinator-post.js';
import type { Arranging, ArrangeDeskCover } from '../domain/desk-cover.js';
import type { Identity } from '../domain/identity.js';
import type { ChangeFound, ChangeInstitution, CloseInstitution, ClosingFound } from '../domain/organization.change.js';
import { isOpen, type InstitutionFound, type Organization, type RegisterInstitution } from '../domain/organization.js';
import type {
  ChangeCareManager,
  ChangeCareTeam,
  ChangePrimaryPhysician,
  Claims,
  Correcting,
  Erasing,
  MovePatient,
  Moving,
  WithOpenCases,
} from '../domain/patient.change.js';
import type { Patient, RegisterPatient, Registering } from '../domain/patient.js';
import { type ActivateRuleSet, type ChangeRules, type RuleSetFound } from '../domain/rule-set.js';
import {
  isHere,
  type ChangeUser,
  type ChangingUser,
  type Leaving,
  type RecordUserLeaving,
  type RegisterUser,
  type User,
  type Workplace,
} from '../domain/user.js';
import { servesPlace } from '../domain/serving.js';
import { Coordinators } from '../coordinators.js';
import { DeskCovers } from '../desk-covers.js';
import { Directory } from '../directory.js';
import { OpenWorkOf } from '../open-work.js';
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
  constructor(
    private readonly directory: Directory,
    private readonly work: OpenWorkOf,
  ) {}

  readonly registering = (said: RegisterInstitution, { prefecture }: Ask<unknown>): Promise<InstitutionFound> =>
    this.find(prefecture, said);

  async changing(said: ChangeInstitution, { id }: Organization, { prefecture }: Ask<unknown>): Promise<ChangeFound> {
    const [found, satellites] = await Promise.all([
      this.find(prefecture, said),
      this.directory.openOrganizations(prefecture, { satelliteOf: id }),
    ]);
    return { ...found, hasSatellites: satellites.length > 0 };
  }

  async closing(
    { successor }: CloseInstitution,
    { id }: Organization,
    { prefecture }: Ask<unknown>,
    now: Instant,
  ): Promise<ClosingFound> {
    const work = await this.work.ofOrganization(prefecture, id, now);
    if (successor === undefined) return { work };
    const named = (await this.directory.organizations(prefecture, [successor])).get(successor);
    return { work, successorIsOpen: named !== undefined && isOpen(named) };
  }

  async withdrawing({ id }: Organization, { prefecture }: Ask<unknown>): Promise<{ used: boolean }> {
    return { used: await this.work.isUsed(prefecture, id) };
  }

  private async find(
    prefecture: string,
    {
      municipality,
      serves,
      satelliteOf,
    }: { readonly municipality?: string; readonly serves?: readonly string[]; readonly satelliteOf?: string },
  ): Promise<InstitutionFound> {
    // 都道府県庁 and its like stand before any area has been loaded, and in none of them.
    if (municipality === prefecture && serves === undefined) return { area: NOWHERE_WITHIN, serves: [prefecture] };
    const tree = await this.directory.tree(prefecture);
    const there = municipality === undefined ? undefined : municipalityOf(tree, municipality);
    const area = there && areaRef(tree, there.id);
    return {
      ...(area && { area }),
      ...(serves && { serves: serves.map((named) => municipalityOf(tree, named)?.id) }),
      ...(satelliteOf !== undefined && { isMainDesk: await this.isMainDesk(prefecture, satelliteOf) }),
    };
  }

  private async isMainDesk(prefecture: string, id: string): Promise<boolean> {
    const named = (await this.directory.organizations(prefecture, [id])).get(id);
    return named !== undefined && (await this.directory.isDesk(prefecture, named));
  }
}

@Injectable()
export class UserLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly databases: Databases,
    private readonly vault: Vault,
    private readonly work: OpenWorkOf,
  ) {}

  readonly registering = ({ organization }: RegisterUser, { prefecture }: Ask<unknown>): Promise<Workplace> =>
    this.workplace(prefecture, organization);

  async changing(
    { organization }: ChangeUser,
    { id }: User,
    { prefecture }: Ask<unknown>,
    now: Instant,
  ): Promise<ChangingUser> {
    const [{ area }, work] = await Promise.all([
      this.workplace(prefecture, organization),
      this.work.ofUser(prefecture, id, now),
    ]);
    return { area, ...work };
  }

  async leaving(
    { handOverTo }: RecordUserLeaving,
    { id }: User,
    { prefecture }: Ask<unknown>,
    now: Instant,
  ): Promise<Leaving> {
    const [work, isLastAdministrator, named] = await Promise.all([
      this.work.ofUser(prefecture, id, now),
      this.work.isLastAdministrator(prefecture, id),
      this.directory.users(prefecture, handOverTo === undefined || handOverTo === id ? [] : [handOverTo]),
    ]);
    const colleague = named.get(handOverTo ?? '');
    return { ...work, isLastAdministrator, ...(colleague && isHere(colleague) && { colleague }) };
  }

  async withdrawing({ id }: User, { prefecture }: Ask<unknown>) {
    const [used, isLastAdministrator] = await Promise.all([
      this.work.isUsed(prefecture, id),
      this.work.isLastAdministrator(prefecture, id),
    ]);
    return { used, isLastAdministrator };
  }

  /** The name and the ward as they are from now on; nothing where neither is other than before. */
  async completes({ prefecture, id, command, personal = [] }: Ask<ChangeUser>) {
    const said = personal.find(({ kind }) => kind === 'user_name')?.body;
    if (!said && command.withoutWard !== true) return [];
    const { rows } = await this.databases.writer.query<{ record: StoredRecord }>({
      name: 'name-of-user-now',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p
              WHERE p.prefecture = $1 AND p.about = $2 AND p.kind = 'user_name' AND app.holds_now(p)`,
      values: [prefecture, id],
    });
    const [before = {}] = await this.vault.opened<Readonly<Record<string, unknown>>>(
      prefecture,
      rows.map(({ record }) => record),
    );
    const { ward, ...name } = { ...before, ...said } as { readonly ward?: string };
    const body = { ...name, ...(command.withoutWard !== true && ward !== undefined && { ward }) };
    return canonical(body) === canonical(before) ? [] : [{ kind: 'user_name', body }];
  }

  private async workplace(prefecture: string, id: string | undefined): Promise<Workplace> {
    const found = id === undefined ? undefined : (await this.directory.organizations(prefecture, [id])).get(id);
    return { area: found && isOpen(found) ? found.area : undefined };
  }
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
    private readonly work: OpenWorkOf,
    private readonly rules: RuleBook,
  ) {
    rules.state(CONSENT_CONTEXT, CONSENT_RULES, CONSENT_BOUNDS, CONSENT_TERMS);
  }

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

  async careManaging({ careManager }: ChangeCareManager, { id }: Patient, ask: Ask<unknown>): Promise<WithOpenCases> {
    await this.checkReferences(ask.prefecture, { ...(careManager !== undefined && { careManager }) });
    return this.openCases(ask.prefecture, id);
  }

  async physician({ primaryPhysician }: ChangePrimaryPhysician, { id }: Patient, ask: Ask<unknown>) {
    await this.checkReferences(ask.prefecture, { ...(primaryPhysician !== undefined && { primaryPhysician }) });
    return this.openCases(ask.prefecture, id);
  }

  /** 相手の機関: they are there, so that nobody consents to what can never be. */
  async consenting({ organizations = [] }: GiveConsent, { prefecture }: Ask<unknown>) {
    for (const [i, id] of organizations.entries())
      await this.directory.organization(prefecture, id, `organizations[${i}]`);
    return {};
  }

  /** Until when an exception lets something be shared: counted from when it is written down, for until then nothing was. */
  async excepting({ area }: Patient, { prefecture }: Ask<unknown>, now: Instant): Promise<{ readonly until: Instant }> {
    const { values } = await this.rules.inForce<ConsentRules>(prefecture, CONSENT_CONTEXT, area, dateIn(now));
    return { until: plusHours(now, values.exceptionHours) };
  }

  /** Only who joins has to be here: whoever has left the house may stay in the list until somebody takes him out. */
  async team({ careTeam }: ChangeCareTeam, { careTeam: before }: Patient, { prefecture }: Ask<unknown>) {
    for (const [i, member] of careTeam.entries())
      if (!before.includes(member)) await this.directory.user(prefecture, member, `careTeam[${i}]`);
    return {};
  }

  async moving({ municipality }: MovePatient, state: Patient, ask: Ask<unknown>): Promise<Moving> {
    const { prefecture } = ask;
    const [area, { openCases }, identity] = await Promise.all([
      this.directory.areaOf(prefecture, municipality),
      this.openCases(prefecture, state.id),
      this.identities.current(prefecture, state.id),
    ]);
    const to = area?.municipalityId ?? state.municipality;
    return { area, openCases, ...(await this.claims(ask, state, identity, { to, identity })) };
  }

  async correcting(state: Patient, ask: Ask<unknown>, now: Instant): Promise<Correcting> {
    const before = await this.identities.current(ask.prefecture, state.id);
    const identity = identitySaid(before, ask);
    const claims = await this.claims(ask, state, before, { to: state.municipality, identity });
    return { today: dateIn(now), ...claims, ...(identity && { birthDate: identity.birthDate }) };
  }

  async withdrawing(state: Patient, { prefecture }: Ask<unknown>): Promise<{ used: boolean; released?: string }> {
    const [used, identity] = await Promise.all([
      this.work.isUsed(prefecture, state.id),
      this.identities.current(prefecture, state.id),
    ]);
    const released = identity && (await this.identities.claimOf(prefecture, state.municipality, identity));
    return { used, ...(released !== undefined && { released }) };
  }

  async erasing({ id, municipality }: Patient, { prefecture }: Ask<unknown>): Promise<Erasing> {
    const [{ openCases }, identity, { rows }] = await Promise.all([
      this.openCases(prefecture, id),
      this.identities.current(prefecture, id),
      this.databases.writer.query<{ records: number }>({
        name: 'records-of-person',
        text: `SELECT count(*)::int AS records FROM personal_record
                WHERE prefecture = $1 AND (subject = $2 OR (subject IS NULL AND about = $2))`,
        values: [prefecture, id],
      }),
    ]);
    const released = identity && (await this.identities.claimOf(prefecture, municipality, identity));
    return { openCases, records: rows[0]?.records ?? 0, ...(released !== undefined && { released }) };
  }

  /** The identity as it is from now on. With the address, what was known of the old one goes where somebody has moved. */
  async completes({ prefecture, id, command, personal = [] }: Ask<{ readonly type: string }>) {
    const before = await this.identities.current(prefecture, id ?? '');
    const { address: _left, ...elsewhere } = before ?? {};
    const kept = command.type === 'MovePatient' ? elsewhere : before;
    const said = personal.find(({ kind }) => kind === 'patient_identity')?.body;
    const body = { ...kept, ...said };
    return canonical(body) === canonical(before ?? {}) ? [] : [{ kind: 'patient_identity', body }];
  }

  private async openCases(prefecture: string, patient: string): Promise<WithOpenCases> {
    return { openCases: (await this.work.casesAbout(prefecture, patient)).map(({ id }) => id) };
  }

  /** What of who somebody is was taken before and is taken from now on, and whether somebody else has it. */
  private async claims(
    { prefecture, actor }: Ask<unknown>,
    { id, municipality }: Patient,
    before: Identity | undefined,
    { to, identity }: { readonly to: string; readonly identity: Identity | undefined },
  ): Promise<Claims> {
    if (!before || !identity) return { known: false };
    const [claim, released] = await Promise.all([
      this.identities.claimOf(prefecture, to, identity),
      this.identities.claimOf(prefecture, municipality, before),
    ]);
    const known = claim !== released && (await this.identities.knows(prefecture, actor, to, identity, id));
    return { known, claim, released };
  }

  /** A record that names somebody who is not there, or is something else, can never be acted on. */
  private async checkReferences(
    prefecture: string,
    {
      careManager,
      primaryPhysician,
      careTeam = [],
    }: Pick<RegisterPatient, 'careManager' | 'primaryPhysician' | 'careTeam'>,
  ): Promise<void> {
    if (careManager !== undefined) await this.directory.careManager(prefecture, careManager, 'careManager');
    if (primaryPhysician !== undefined) await this.directory.medical(prefecture, primaryPhysician, 'primaryPhysician');
    for (const [i, member] of careTeam.entries()) await this.directory.user(prefecture, member, `careTeam[${i}]`);
  }
}

/** Who a person is, with what a command says of it. */
const identitySaid = (before: Identity | undefined, { personal = [] }: Ask<unknown>): Identity | undefined => {
  const said = personal.find(({ kind }) => kind === 'patient_identity')?.body;
  return before && { ...before, ...said };
};

@Injectable()
export class RuleSetLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly find = async (
    { context, agreed }: ActivateRuleSet | ChangeRules,
    _state: unknown,
    { prefecture, actor }: Ask<unknown>,
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

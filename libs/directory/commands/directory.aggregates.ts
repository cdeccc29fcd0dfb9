import { Injectable } from '@nestjs/common';
import type { Aggregate, Ask, Policy } from '#obligations';
import { dateIn, type AreaRef, type Instant, type Role } from '#kernel';
import {
  areaRef,
  areaTree,
  municipalityOf,
  type AreasImported,
  type AreaTree,
  type ImportAreas,
} from '../domain/area-tree.js';
import type { Identity } from '../domain/identity.js';
import {
  organization,
  type InstitutionFound,
  type InstitutionRegistered,
  type Organization,
  type RegisterInstitution,
} from '../domain/organization.js';
import {
  patient,
  type Patient,
  type PatientCommand,
  type PatientEvent,
  type PatientFound,
  type RegisterPatient,
} from '../domain/patient.js';
import { mayAskOfPatient } from '../domain/patient.policy.js';
import {
  ruleSet,
  type ActivateRuleSet,
  type RuleSet,
  type RuleSetActivated,
  type RuleSetFound,
} from '../domain/rule-set.js';
import { user, type RegisterUser, type User, type UserRegistered } from '../domain/user.js';
import { Directory } from '../directory.js';
import { RuleBook } from '../rule-book.js';
import { Identities } from './identities.js';

const only =
  <State, Command>(...roles: Role[]): Policy<State, Command> =>
  ({ role }) =>
    roles.includes(role) ? 'allowed' : 'forbidden';

@Injectable()
export class AreaTreeAggregate implements Aggregate<AreaTree, ImportAreas, AreasImported, { prefecture: string }> {
  readonly decider = areaTree;
  readonly policy = only<AreaTree, ImportAreas>('admin');
  readonly find = (_command: ImportAreas, _state: unknown, { prefecture }: Ask<ImportAreas>) =>
    Promise.resolve({ prefecture });
}

@Injectable()
export class OrganizationAggregate implements Aggregate<
  Organization | null,
  RegisterInstitution,
  InstitutionRegistered,
  InstitutionFound
> {
  readonly decider = organization;
  readonly policy = only<Organization | null, RegisterInstitution>('admin', 'base_secretariat', 'coordinator');

  constructor(private readonly directory: Directory) {}

  readonly find = async (
    { municipality, serves }: RegisterInstitution,
    _state: unknown,
    { prefecture }: Ask<RegisterInstitution>,
  ): Promise<InstitutionFound> => {
    const tree = await this.directory.tree(prefecture);
    const there = municipalityOf(tree, municipality);
    const area = there && areaRef(tree, there.id);
    return {
      ...(area && { area }),
      ...(serves && { serves: serves.map((named) => municipalityOf(tree, named)?.id) }),
    };
  };
}

@Injectable()
export class UserAggregate implements Aggregate<
  User | null,
  RegisterUser,
  UserRegistered,
  { area: AreaRef | undefined }
> {
  readonly decider = user;
  readonly policy = only<User | null, RegisterUser>('admin');

  constructor(private readonly directory: Directory) {}

  readonly find = async ({ organization: id }: RegisterUser, _state: unknown, { prefecture }: Ask<RegisterUser>) => ({
    area: (await this.directory.organizations(prefecture, [id])).get(id)?.area,
  });
}

@Injectable()
export class PatientAggregate implements Aggregate<Patient | null, PatientCommand, PatientEvent, PatientFound> {
  readonly decider = patient;
  readonly policy = mayAskOfPatient;

  constructor(
    private readonly directory: Directory,
    private readonly identities: Identities,
  ) {}

  readonly find = async (
    command: PatientCommand,
    state: Patient | null,
    { prefecture, actor, personal = [] }: Ask<PatientCommand>,
    now: Instant,
  ): Promise<PatientFound> => {
    const today = dateIn(now);
    if (command.type !== 'RegisterPatient') return { today, known: false, ...(await this.stayOf(prefecture, state)) };
    await this.checkReferences(prefecture, command);
    const area = await this.directory.areaOf(prefecture, command.municipality);
    const identity = personal.find(({ kind }) => kind === 'patient_identity')?.body as Identity | undefined;
    // Who is loaded by a worker comes from a list that has been looked through.
    const asked = 'userId' in actor && identity && area;
    return {
      today,
      known: asked ? await this.identities.knows(prefecture, actor, area.municipalityId, identity) : false,
      ...(area && { area }),
      ...(identity && { birthDate: identity.birthDate }),
    };
  };

  /** A record that names somebody who is not there, or is something else, can never be acted on. */
  private async checkReferences(
    prefecture: string,
    { careManager, primaryPhysician, careTeam = [] }: RegisterPatient,
  ): Promise<void> {
    if (careManager !== undefined) await this.directory.careManager(prefecture, careManager, 'careManager');
    if (primaryPhysician !== undefined) await this.directory.medical(prefecture, primaryPhysician, 'primaryPhysician');
    for (const [i, member] of careTeam.entries()) await this.directory.user(prefecture, member, `careTeam[${i}]`);
  }

  private async stayOf(prefecture: string, state: Patient | null): Promise<{ stayAt?: string }> {
    if (!state) return {};
    const stay = await this.directory.heads.holding<{ hospital: string }>(
      prefecture,
      'discharge_case',
      `discharge_case:${state.id}`,
    );
    return stay ? { stayAt: stay.hospital } : {};
  }
}

@Injectable()
export class RuleSetAggregate implements Aggregate<RuleSet | null, ActivateRuleSet, RuleSetActivated, RuleSetFound> {
  readonly decider = ruleSet;
  readonly policy = only<RuleSet | null, ActivateRuleSet>('admin', 'base_secretariat', 'council_secretariat');

  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly find = async (
    { context }: ActivateRuleSet,
    _state: unknown,
    { prefecture, actor }: Ask<ActivateRuleSet>,
  ): Promise<RuleSetFound> => {
    const own = 'userId' in actor ? [actor.orgId] : [];
    const [tree, organizations] = await Promise.all([
      this.directory.tree(prefecture),
      this.directory.organizations(prefecture, own),
    ]);
    return {
      stated: this.rules.stated(context),
      tree,
      serves: [...organizations.values()].flatMap(({ serves }) => serves),
    };
  };
}

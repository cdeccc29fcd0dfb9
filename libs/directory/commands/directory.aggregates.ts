import { Injectable } from '@nestjs/common';
import type { Aggregate, Ask, Policy } from '#obligations';
import type { AreaRef, Role } from '#kernel';
import { areaTree, type AreasImported, type AreaTree, type ImportAreas } from '../domain/area-tree.js';
import {
  organization,
  type InstitutionRegistered,
  type Organization,
  type RegisterInstitution,
} from '../domain/organization.js';
import { patient, type Patient, type PatientCommand, type PatientEvent } from '../domain/patient.js';
import { mayAskOfPatient } from '../domain/patient.policy.js';
import {
  ruleSet,
  type ActivateRuleSet,
  type RuleSet,
  type RuleSetActivated,
  type RuleValues,
} from '../domain/rule-set.js';
import { user, type RegisterUser, type User, type UserRegistered } from '../domain/user.js';
import { Directory } from '../directory.js';
import { RuleBook } from '../rule-book.js';

const only =
  <State, Command>(...roles: Role[]): Policy<State, Command> =>
  ({ role }) =>
    roles.includes(role) ? 'allowed' : 'forbidden';

@Injectable()
export class AreaTreeAggregate implements Aggregate<AreaTree, ImportAreas, AreasImported, undefined> {
  readonly decider = areaTree;
  readonly policy = only<AreaTree, ImportAreas>('admin');
  readonly find = () => Promise.resolve(undefined);
}

@Injectable()
export class OrganizationAggregate implements Aggregate<
  Organization | null,
  RegisterInstitution,
  InstitutionRegistered,
  { area: AreaRef | undefined }
> {
  readonly decider = organization;
  readonly policy = only<Organization | null, RegisterInstitution>('admin', 'base_secretariat', 'coordinator');

  constructor(private readonly directory: Directory) {}

  readonly find = async (
    { municipality }: RegisterInstitution,
    _state: unknown,
    { prefecture }: Ask<RegisterInstitution>,
  ) => ({ area: await this.directory.areaOf(prefecture, municipality) });
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
export class PatientAggregate implements Aggregate<
  Patient | null,
  PatientCommand,
  PatientEvent,
  { area: AreaRef | undefined }
> {
  readonly decider = patient;
  readonly policy = mayAskOfPatient;

  constructor(private readonly directory: Directory) {}

  readonly find = async (command: PatientCommand, _state: unknown, { prefecture }: Ask<PatientCommand>) => ({
    area:
      command.type === 'RegisterPatient' ? await this.directory.areaOf(prefecture, command.municipality) : undefined,
  });
}

@Injectable()
export class RuleSetAggregate implements Aggregate<
  RuleSet | null,
  ActivateRuleSet,
  RuleSetActivated,
  { defaults: RuleValues | undefined }
> {
  readonly decider = ruleSet;
  readonly policy = only<RuleSet | null, ActivateRuleSet>('admin', 'base_secretariat', 'council_secretariat');

  constructor(private readonly rules: RuleBook) {}

  readonly find = ({ context }: ActivateRuleSet) => Promise.resolve({ defaults: this.rules.defaultsOf(context) });
}

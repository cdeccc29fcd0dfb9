import { Global, Module } from '@nestjs/common';
import { handles, People } from '#obligations';
import {
  AreaTreeAggregate,
  OrganizationAggregate,
  PatientAggregate,
  RuleSetAggregate,
  UserAggregate,
} from './commands/directory.aggregates.js';
import { AskAreaTree, AskOrganization, AskPatient, AskRuleSet, AskUser } from './commands/directory.asked.js';
import { Identities } from './commands/identities.js';
import { Directory, PeopleInDirectory } from './directory.js';
import { Heads } from './heads.js';
import { DirectoryController } from './http/directory.controller.js';
import { RuleBook } from './rule-book.js';

/** Areas, organizations, people and rules: what every other context asks questions of. */
@Global()
@Module({
  providers: [
    Heads,
    Directory,
    RuleBook,
    Identities,
    { provide: People, useClass: PeopleInDirectory },
    AreaTreeAggregate,
    OrganizationAggregate,
    UserAggregate,
    PatientAggregate,
    RuleSetAggregate,
    handles(AskAreaTree, AreaTreeAggregate),
    handles(AskOrganization, OrganizationAggregate),
    handles(AskUser, UserAggregate),
    handles(AskPatient, PatientAggregate),
    handles(AskRuleSet, RuleSetAggregate),
  ],
  exports: [Heads, Directory, RuleBook, People],
})
export class DirectoryModule {}

@Module({ controllers: [DirectoryController] })
export class DirectoryHttpModule {}

import { Global, Module } from '@nestjs/common';
import { WhatMayBegin } from '#access';
import { declared, type Context } from '#cases';
import { People, PromiseRulesOf } from '#obligations';
import {
  AreaTreeLookUps,
  CoordinatorPostLookUps,
  DeskCoverLookUps,
  OrganizationLookUps,
  PatientLookUps,
  RuleSetLookUps,
  UserLookUps,
} from './commands/look-ups.js';
import {
  areaTreeKind,
  coordinatorPostKind,
  deskCoverKind,
  organizationKind,
  patientKind,
  ruleSetKind,
  userKind,
} from './directory.kinds.js';
import { Identities } from './commands/identities.js';
import { Coordinators } from './coordinators.js';
import { DeskCovers } from './desk-covers.js';
import { DueTrials } from './due-trials.js';
import { Directory, PeopleInDirectory } from './directory.js';
import { Foundation } from './foundation.js';
import { CoordinatorGridController } from './http/coordinator-grid.controller.js';
import { FoundationController } from './http/foundation.controller.js';
import { ListsController } from './http/lists.controller.js';
import { RulesController } from './http/rules.controller.js';
import { SetUpController } from './http/set-up.controller.js';
import { Erasure } from './jobs/erasure.reaction.js';
import { Leaving } from './jobs/leaving.reaction.js';
import { OpenWorkOf } from './open-work.js';
import { PromiseRulesInBook } from './promise-rules.js';
import { RuleBook } from './rule-book.js';
import { Beginnings } from './views/beginnings.query.js';
import { CoordinatorGrids } from './views/coordinator-grid.query.js';
import { OrganizationPages } from './views/organization-page.query.js';
import { PatientPages } from './views/patient-page.query.js';
import { Lists } from './views/lists.query.js';
import { RulePreviews } from './views/rule-preview.query.js';
import { RulesOfAreas } from './views/rules-of-area.query.js';
import { SetUps } from './views/set-up.query.js';

/** Areas, organizations, people and rules: what every other context asks questions of. */
@Global()
@Module({
  providers: [
    Directory,
    Coordinators,
    DeskCovers,
    RuleBook,
    DueTrials,
    Identities,
    OpenWorkOf,
    { provide: People, useClass: PeopleInDirectory },
    { provide: PromiseRulesOf, useClass: PromiseRulesInBook },
    { provide: WhatMayBegin, useClass: Beginnings },
    OrganizationLookUps,
    UserLookUps,
    PatientLookUps,
    RuleSetLookUps,
    AreaTreeLookUps,
    CoordinatorPostLookUps,
    DeskCoverLookUps,
  ],
  exports: [
    Directory,
    Coordinators,
    DeskCovers,
    Identities,
    OpenWorkOf,
    RuleBook,
    DueTrials,
    People,
    PromiseRulesOf,
    WhatMayBegin,
  ],
})
class DirectoryModule {}

/** What the api app runs. */
@Module({
  providers: [Lists, CoordinatorGrids, OrganizationPages, PatientPages, Foundation, SetUps, RulesOfAreas, RulePreviews],
  controllers: [ListsController, CoordinatorGridController, FoundationController, SetUpController, RulesController],
})
class DirectoryHttpModule {}

/** What the worker app runs. */
@Module({ providers: [Leaving, Erasure] })
class DirectoryWorkerModule {}

export const directory: Context = {
  kinds: declared(
    areaTreeKind,
    organizationKind,
    userKind,
    patientKind,
    ruleSetKind,
    coordinatorPostKind,
    deskCoverKind,
  ),
  pages: {
    set_up: 'administration',
    people: 'administration',
    coordinators: 'coordinator_placing',
    rules: 'rule_making',
    rule: 'rule_making',
    organizations: 'membership',
    organization: 'membership',
    patient: 'membership',
    read_log: 'read_auditing',
  },
  module: DirectoryModule,
  http: DirectoryHttpModule,
  worker: DirectoryWorkerModule,
};

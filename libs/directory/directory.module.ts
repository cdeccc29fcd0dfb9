import { Global, Module } from '@nestjs/common';
import { WhatMayBegin } from '#access';
import { declared, type Context } from '#cases';
import { People } from '#obligations';
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
import { Directory, PeopleInDirectory } from './directory.js';
import { CoordinatorGridController } from './http/coordinator-grid.controller.js';
import { ListsController } from './http/lists.controller.js';
import { RuleBook } from './rule-book.js';
import { Beginnings } from './views/beginnings.query.js';
import { CoordinatorGrids } from './views/coordinator-grid.query.js';
import { Lists } from './views/lists.query.js';

/** Areas, organizations, people and rules: what every other context asks questions of. */
@Global()
@Module({
  providers: [
    Directory,
    Coordinators,
    DeskCovers,
    RuleBook,
    Identities,
    { provide: People, useClass: PeopleInDirectory },
    { provide: WhatMayBegin, useClass: Beginnings },
    OrganizationLookUps,
    UserLookUps,
    PatientLookUps,
    RuleSetLookUps,
    AreaTreeLookUps,
    CoordinatorPostLookUps,
    DeskCoverLookUps,
  ],
  exports: [Directory, Coordinators, DeskCovers, RuleBook, People, WhatMayBegin],
})
class DirectoryModule {}

/** What the api app runs. */
@Module({ providers: [Lists, CoordinatorGrids], controllers: [ListsController, CoordinatorGridController] })
class DirectoryHttpModule {}

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
  pages: { coordinators: 'coordinator_placing', read_log: 'read_auditing' },
  module: DirectoryModule,
  http: DirectoryHttpModule,
};

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { WhenDue } from '#obligations';
import { ActWhenDue } from './act-when-due.js';
import { CaseSets } from './case-sets.js';
import { Cases } from './cases.js';
import { controllerOf } from './command-routes.js';
import { EventsController } from './events.controller.js';
import { Heads } from './heads.js';
import { Kinds, KINDS, type DeclaredKind } from './kinds.js';
import { Promises } from './promise.js';
import { PromisesController } from './promises.controller.js';

/** Cases of every declared kind: commands, states, what is owed. `People` comes from the directory. */
@Global()
@Module({})
export class CasesModule {
  static of(kinds: readonly DeclaredKind[]): DynamicModule {
    return {
      module: CasesModule,
      providers: [
        { provide: KINDS, useValue: kinds },
        Kinds,
        Cases,
        CaseSets,
        Heads,
        Promises,
        { provide: WhenDue, useClass: ActWhenDue },
      ],
      exports: [Kinds, Cases, CaseSets, Heads, Promises, WhenDue],
    };
  }
}

/** What the api app runs: a POST for every command of every kind, and the log for those with the right. */
@Module({})
export class CasesHttpModule {
  static of(kinds: readonly DeclaredKind[]): DynamicModule {
    return { module: CasesHttpModule, controllers: [...kinds.map(controllerOf), PromisesController, EventsController] };
  }
}

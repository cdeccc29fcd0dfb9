import type { DynamicModule, Type } from '@nestjs/common';
import { AccessHttpModule, AccessModule, AccessWorkerModule, type Pages } from '#access';
import { backup } from '#backup';
import { BoardsHttpModule } from '#boards';
import { CasesHttpModule, CasesModule, type Context } from '#cases';
import { consultations } from '#consultations';
import { councils } from '#councils';
import { directory } from '#directory';
import { DraftsHttpModule, DraftsWorkerModule } from '#drafts';
import { emergencies } from '#emergencies';
import { guests } from '#guests';
import { handovers } from '#handovers';
import { imports } from '#imports';
import { issues } from '#issues';
import { notifications } from '#notifications';
import { ObligationsModule, ObligationsWorkerModule } from '#obligations';
import { packs } from '#packs';
import { AnchorsModule, HealthModule, PlatformModule, type PlatformOptions } from '#platform';
import { SearchHttpModule, SearchWorkerModule } from '#search';
import { reports } from '#reports';
import { services } from '#services';

type Parts = readonly (Type | DynamicModule)[];

/** What the product is made of. A new context is one line here. */
export const CONTEXTS: Readonly<Record<string, Context>> = {
  directory,
  handovers,
  guests,
  consultations,
  issues,
  councils,
  backup,
  packs,
  services,
  reports,
  imports,
  notifications,
  emergencies,
};
const contexts = Object.values(CONTEXTS);

/** Pages of lists and registers, by name. */
export const PAGES: Pages = Object.assign({}, ...contexts.map(({ pages }) => pages));

export const KINDS = contexts.flatMap(({ kinds }) => kinds);

/** What every process has: the log, the engine, and who may do what. */
export const base = (options: PlatformOptions): Parts => [
  PlatformModule.of(options),
  ObligationsModule,
  CasesModule.of(KINDS),
  AccessModule,
  ...contexts.map(({ module }) => module),
];

export const HTTP: Parts = [
  HealthModule,
  AccessHttpModule.of(PAGES),
  CasesHttpModule.of(KINDS),
  ...contexts.flatMap(({ http }) => http ?? []),
  BoardsHttpModule,
  DraftsHttpModule,
  SearchHttpModule,
];
export const WORKER: Parts = [
  AnchorsModule,
  AccessWorkerModule,
  ObligationsWorkerModule,
  DraftsWorkerModule,
  SearchWorkerModule,
  ...contexts.flatMap(({ worker }) => worker ?? []),
];

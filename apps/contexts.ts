import type { DynamicModule, Type } from '@nestjs/common';
import { AccessHttpModule, AccessModule } from '#access';
import { BackupHttpModule, BackupModule, BackupWorkerModule } from '#backup';
import { BoardsHttpModule } from '#boards';
import { ConsultationsHttpModule, ConsultationsModule, ConsultationsWorkerModule } from '#consultations';
import { CouncilsHttpModule, CouncilsModule, CouncilsWorkerModule } from '#councils';
import { DirectoryHttpModule, DirectoryModule } from '#directory';
import { HandoversHttpModule, HandoversModule, HandoversWorkerModule } from '#handovers';
import { IssuesHttpModule, IssuesModule, IssuesWorkerModule } from '#issues';
import { ObligationsModule, ObligationsWorkerModule } from '#obligations';
import { AnchorsModule, HealthModule, PlatformModule, type PlatformOptions } from '#platform';

type Parts = readonly (Type | DynamicModule)[];

/** What every process has: the log, the engine, and who may do what. */
export const base = (options: PlatformOptions): Parts => [
  PlatformModule.of(options),
  ObligationsModule,
  AccessModule,
  DirectoryModule,
  HandoversModule,
  ConsultationsModule,
  IssuesModule,
  CouncilsModule,
  BackupModule,
];

export const HTTP: Parts = [
  HealthModule,
  AccessHttpModule,
  DirectoryHttpModule,
  HandoversHttpModule,
  ConsultationsHttpModule,
  IssuesHttpModule,
  CouncilsHttpModule,
  BackupHttpModule,
  BoardsHttpModule,
];
export const WORKER: Parts = [
  AnchorsModule,
  ObligationsWorkerModule,
  HandoversWorkerModule,
  ConsultationsWorkerModule,
  IssuesWorkerModule,
  CouncilsWorkerModule,
  BackupWorkerModule,
];

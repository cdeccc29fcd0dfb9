import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { KnownDirectory } from './commands/known-directory.js';
import { ImportsController } from './http/imports.controller.js';
import { ImportStore } from './import-store.js';
import { Imports } from './imports.js';
import { ImportJobs, ImportQueue } from './jobs/import-jobs.js';
import { ImportWork } from './jobs/import-work.js';

@Module({ providers: [ImportStore, ImportQueue], exports: [ImportStore, ImportQueue] })
class ImportsModule {}

/** What the api app runs. */
@Module({ imports: [ImportsModule], providers: [Imports], controllers: [ImportsController] })
class ImportsHttpModule {}

/** What the worker app runs. */
@Module({ imports: [ImportsModule], providers: [ImportJobs, ImportWork, KnownDirectory] })
class ImportsWorkerModule {}

/** 取り込み: it has no cases of its own; what its rows come to are commands of the directory. */
export const imports: Context = {
  kinds: declared(),
  pages: { imports: 'person_registering' },
  module: ImportsModule,
  http: ImportsHttpModule,
  worker: ImportsWorkerModule,
};

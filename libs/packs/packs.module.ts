import { Global, Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { PacksOfItems } from '#councils';
import { issues } from '#issues';
import { PackLookUps } from './commands/pack.look-ups.js';
import { Compiler } from './compile/compiler.js';
import { Prints } from './compile/prints.js';
import { Progress } from './compile/progress.js';
import { evidencePackKind } from './evidence-pack.case.js';
import { EvidencePacksController } from './http/evidence-packs.controller.js';
import { CompilePacks } from './jobs/compile-packs.js';
import { OpenPacks } from './jobs/open-pack.reaction.js';
import { BehindAFigure } from './views/behind-a-figure.query.js';
import { Documents } from './views/documents.query.js';
import { EvidencePacks } from './views/evidence-packs.query.js';
import { PackNarratives } from './views/pack-narratives.js';
import { UnfrozenPacks } from './views/unfrozen-packs.query.js';

@Module({ providers: [PackLookUps, Prints, PackNarratives], exports: [Prints, PackNarratives] })
class PacksModule {}

/** What councils ask of packs. */
@Global()
@Module({ providers: [{ provide: PacksOfItems, useClass: UnfrozenPacks }], exports: [PacksOfItems] })
class PacksOfItemsModule {}

/** What the api app runs. */
@Module({
  imports: [PacksModule, PacksOfItemsModule, issues.module],
  providers: [EvidencePacks, Documents, BehindAFigure],
  controllers: [EvidencePacksController],
})
class PacksHttpModule {}

/** What the worker app runs. */
@Module({ imports: [PacksModule, issues.module], providers: [OpenPacks, CompilePacks, Compiler, Progress] })
class PacksWorkerModule {}

export const packs: Context = {
  kinds: declared(evidencePackKind),
  pages: { evidence_packs: 'region_reading' },
  module: PacksModule,
  http: PacksHttpModule,
  worker: PacksWorkerModule,
};

import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { agendaItemKind } from './agenda-item.case.js';
import { AgendaLookUps } from './commands/agenda.look-ups.js';
import { DraftAgenda } from './jobs/draft-agenda.reaction.js';
import { AgendaItemsController } from './http/agenda-items.controller.js';
import { AgendaItems } from './views/agenda-items.query.js';

@Module({ providers: [AgendaLookUps] })
class CouncilsModule {}

/** What the api app runs. */
@Module({ providers: [AgendaItems], controllers: [AgendaItemsController] })
class CouncilsHttpModule {}

/** What the worker app runs. */
@Module({ providers: [DraftAgenda] })
class CouncilsWorkerModule {}

export const councils: Context = {
  kinds: declared(agendaItemKind),
  module: CouncilsModule,
  http: CouncilsHttpModule,
  worker: CouncilsWorkerModule,
};

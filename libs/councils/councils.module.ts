import { Module } from '@nestjs/common';
import { handles } from '#obligations';
import { AgendaItemAggregate, AskAgendaItem } from './commands/agenda-item.aggregate.js';
import { CouncilsController } from './http/councils.controller.js';
import { DraftAgenda } from './jobs/draft-agenda.reaction.js';

@Module({ providers: [AgendaItemAggregate, handles(AskAgendaItem, AgendaItemAggregate)] })
export class CouncilsModule {}

/** What the api app runs. */
@Module({ imports: [CouncilsModule], controllers: [CouncilsController] })
export class CouncilsHttpModule {}

/** What the worker app runs. */
@Module({ imports: [CouncilsModule], providers: [DraftAgenda] })
export class CouncilsWorkerModule {}

import { Module, type Type } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { issues } from '#issues';
import { agendaItemKind } from './agenda-item.case.js';
import { AgendaLookUps } from './commands/agenda.look-ups.js';
import { CouncilLookUps } from './commands/council.look-ups.js';
import { Councils } from './commands/councils.js';
import { MeetingLookUps } from './commands/meeting.look-ups.js';
import { SignalCounts } from './commands/signal-counts.js';
import { councilKind } from './council.case.js';
import { AgendaOfMeetings } from './jobs/agenda-of-meetings.reaction.js';
import { ConsequencesOfDecisions } from './jobs/consequences.reaction.js';
import { DraftAgenda } from './jobs/draft-agenda.reaction.js';
import { ReportsBack } from './jobs/report-back.reaction.js';
import { SeatsOfCouncils } from './jobs/seats.reaction.js';
import { AgendaItemsController } from './http/agenda-items.controller.js';
import { CouncilsController } from './http/councils.controller.js';
import { HomeController } from './http/home.controller.js';
import { meetingKind } from './meeting.case.js';
import { AgendaItems } from './views/agenda-items.query.js';
import { CouncilsView } from './views/councils.query.js';
import { Homes } from './views/home.query.js';
import { Meetings } from './views/meetings.query.js';
import { ItemTexts } from './views/item-texts.js';
import { Shown } from './views/shown.js';

@Module({
  imports: [issues.module as Type],
  providers: [AgendaLookUps, CouncilLookUps, Councils, MeetingLookUps, SignalCounts],
  exports: [Councils],
})
class CouncilsModule {}

/** What the api app runs. */
@Module({
  imports: [CouncilsModule, issues.module as Type],
  providers: [AgendaItems, CouncilsView, Homes, Meetings, ItemTexts, Shown],
  controllers: [AgendaItemsController, CouncilsController, HomeController],
})
class CouncilsHttpModule {}

/** What the worker app runs. */
@Module({
  imports: [issues.module as Type],
  providers: [DraftAgenda, AgendaOfMeetings, SeatsOfCouncils, ConsequencesOfDecisions, ReportsBack],
})
class CouncilsWorkerModule {}

export const councils: Context = {
  kinds: declared(councilKind, meetingKind, agendaItemKind),
  pages: { councils: 'region_reading', council: 'membership', meeting: 'membership', actions: 'membership' },
  module: CouncilsModule,
  http: CouncilsHttpModule,
  worker: CouncilsWorkerModule,
};

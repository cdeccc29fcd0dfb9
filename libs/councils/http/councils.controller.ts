import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { CouncilsView } from '../views/councils.query.js';
import { Meetings } from '../views/meetings.query.js';
import { AreaChoice, CouncilListed, CouncilShown, MeetingShown, OwnAction } from './read.dto.js';

const ID = { schema: { type: 'string', format: 'uuid' } } as const;

/** 会議体と会議: as far as the reader stands at them, or their areas are his. */
@ApiTags('Councils')
@Controller('api/v1')
export class CouncilsController {
  constructor(
    @Inject(CouncilsView) private readonly councils: CouncilsView,
    @Inject(Meetings) private readonly meetings: Meetings,
  ) {}

  @Get('councils')
  @ApiOperation({ operationId: 'listCouncils', summary: '会議体を見る' })
  list(@CallerParam() caller: Caller): Promise<CouncilListed[]> {
    return this.councils.all(caller);
  }

  @Get('areas')
  @ApiOperation({ operationId: 'listAreas', summary: '圏域を選ぶ' })
  areas(@CallerParam() caller: Caller): Promise<AreaChoice[]> {
    return this.councils.areas(caller);
  }

  @Get('councils/:council')
  @ApiOperation({ operationId: 'showCouncil', summary: '一つの会議体を見る' })
  @ApiParam({ name: 'council', ...ID })
  council(@CallerParam() caller: Caller, @Param('council') id: string): Promise<CouncilShown> {
    if (!isId(id)) throw notFound('council', '会議体');
    return this.councils.of(caller, id);
  }

  @Get('meetings/:meeting')
  @ApiOperation({ operationId: 'showMeeting', summary: '一つの会議を見る' })
  @ApiParam({ name: 'meeting', ...ID })
  meeting(@CallerParam() caller: Caller, @Param('meeting') id: string): Promise<MeetingShown> {
    if (!isId(id)) throw notFound('meeting', '会議');
    return this.meetings.of(caller, id);
  }

  @Get('meetings/:meeting/invitation')
  @ApiOperation({ operationId: 'downloadInvitation', summary: '会議の予定をカレンダー形式（.ics）で受け取る' })
  @ApiParam({ name: 'meeting', ...ID })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="meeting.ics"')
  invitation(@CallerParam() caller: Caller, @Param('meeting') id: string): Promise<string> {
    if (!isId(id)) throw notFound('meeting', '会議');
    return this.meetings.invitation(caller, id);
  }

  @Get('actions')
  @ApiOperation({ operationId: 'listOwnActions', summary: '自分の機関の対応を見る' })
  actions(@CallerParam() caller: Caller): Promise<OwnAction[]> {
    return this.meetings.ownActions(caller);
  }
}

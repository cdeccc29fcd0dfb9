import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { AgendaItemListed, AgendaItems } from '../views/agenda-items.query.js';

@ApiTags('Councils')
@Controller('api/v1')
export class AgendaItemsController {
  constructor(@Inject(AgendaItems) private readonly listed: AgendaItems) {}

  @Get('agenda-items')
  @ApiOperation({ operationId: 'listAgendaItems', summary: '議題を見る' })
  list(@CallerParam() caller: Caller): Promise<AgendaItemListed[]> {
    return this.listed.of(caller);
  }
}

import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { IssueListed, Issues } from '../views/issues.query.js';

@ApiTags('Issues')
@Controller('api/v1')
export class IssuesController {
  constructor(@Inject(Issues) private readonly listed: Issues) {}

  @Get('issues')
  @ApiOperation({ operationId: 'listIssues', summary: '地域課題を見る' })
  list(@CallerParam() caller: Caller): Promise<IssueListed[]> {
    return this.listed.of(caller);
  }
}

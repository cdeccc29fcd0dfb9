import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { IssuePage } from '../views/issue.query.js';
import { Issues } from '../views/issues.query.js';
import { IssueListed, IssueShown } from './read.dto.js';

@ApiTags('Issues')
@Controller('api/v1')
export class IssuesController {
  constructor(
    @Inject(Issues) private readonly listed: Issues,
    @Inject(IssuePage) private readonly page: IssuePage,
  ) {}

  @Get('issues')
  @ApiOperation({ operationId: 'listIssues', summary: '地域課題を見る' })
  list(@CallerParam() caller: Caller): Promise<IssueListed[]> {
    return this.listed.of(caller);
  }

  @Get('issues/:issue')
  @ApiOperation({ operationId: 'showIssue', summary: '一つの地域課題を見る' })
  @ApiParam({ name: 'issue', schema: { type: 'string', format: 'uuid' } })
  show(@CallerParam() caller: Caller, @Param('issue') id: string): Promise<IssueShown> {
    if (!isId(id)) throw notFound('issue', '地域課題');
    return this.page.of(caller, id);
  }
}

import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { AlikeIssues } from '../views/alike.query.js';
import { Candidates } from '../views/candidates.query.js';
import { IssuePage } from '../views/issue.query.js';
import { Issues } from '../views/issues.query.js';
import { IssueAlike, IssueCandidates, IssueListed, IssueShown } from './read.dto.js';

@ApiTags('Issues')
@Controller('api/v1')
export class IssuesController {
  constructor(
    @Inject(Issues) private readonly listed: Issues,
    @Inject(IssuePage) private readonly page: IssuePage,
    @Inject(AlikeIssues) private readonly similar: AlikeIssues,
    @Inject(Candidates) private readonly inbox: Candidates,
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

  @Get('issues/:issue/alike')
  @ApiOperation({ operationId: 'listAlikeIssues', summary: '説明の似た地域課題を見る' })
  @ApiParam({ name: 'issue', schema: { type: 'string', format: 'uuid' } })
  alike(@CallerParam() caller: Caller, @Param('issue') id: string): Promise<IssueAlike[]> {
    if (!isId(id)) throw notFound('issue', '地域課題');
    return this.similar.of(caller, id);
  }

  @Get('issue-candidates')
  @ApiOperation({ operationId: 'listIssueCandidates', summary: '確かめていない課題の候補を見る' })
  candidates(@CallerParam() caller: Caller): Promise<IssueCandidates> {
    return this.inbox.of(caller);
  }
}

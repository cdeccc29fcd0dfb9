import { Controller, Get, Inject, Param, Query, Req, Sse, type MessageEvent } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import { CallerParam, tokenOf, type Authenticated, type Caller } from '#access';
import { invalidInput, isId, isLocalDate, notFound } from '#kernel';
import { Followers } from '#platform';
import { Board, Boards } from '../views/board.query.js';
import { MessageListed, Messages } from '../views/messages.query.js';
import { IssueListed, RateListed, Region } from '../views/region.query.js';
import { ShowTimeline, Timeline } from '../views/timeline.query.js';
import { BoardStream } from './board-stream.js';

/** What each person sees: the board of what is owed, a case from its first fact, lists to choose from. */
@ApiTags('Boards')
@Controller('api/v1')
export class BoardsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Boards) private readonly boards: Boards,
    @Inject(BoardStream) private readonly stream: BoardStream,
    @Inject(Messages) private readonly ownMessages: Messages,
    @Inject(Followers) private readonly followers: Followers,
    @Inject(Region) private readonly region: Region,
  ) {}

  @Get('board')
  @ApiOperation({ operationId: 'showBoard', summary: 'いま果たすべきことを見る' })
  @ApiQuery({ name: 'position', required: false, description: '自分が書いた位置まで待って読む（最大2秒）' })
  async board(@CallerParam() caller: Caller, @Query('position') position?: string): Promise<Board> {
    await this.awaited(caller, position);
    return this.boards.of(caller);
  }

  @Sse('stream')
  @ApiOperation({ operationId: 'followBoard', summary: '変わるたびに盤面を受け取る（SSE）' })
  @ApiOkResponse({
    description: '`board` の出来事が Board を、`beat` が { now } を運ぶ',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  follow(@CallerParam() caller: Caller, @Req() request: Authenticated): Observable<MessageEvent> {
    return this.stream.of(caller, tokenOf(request) ?? '');
  }

  @Get('cases/:id/timeline')
  @ApiOperation({ operationId: 'showTimeline', summary: '一つの案件の経過を見る' })
  @ApiQuery({ name: 'position', required: false })
  async timeline(
    @CallerParam() caller: Caller,
    @Param('id') id: string,
    @Query('position') position?: string,
  ): Promise<Timeline> {
    if (!isId(id)) throw notFound('case', '案件');
    await this.awaited(caller, position);
    return this.queries.execute(new ShowTimeline(caller, id));
  }

  @Get('messages')
  @ApiOperation({ operationId: 'listMessages', summary: '自分へのお知らせを見る' })
  messages(@CallerParam() caller: Caller): Promise<MessageListed[]> {
    return this.ownMessages.of(caller);
  }

  @Get('issues')
  @ApiOperation({ operationId: 'listIssues', summary: '地域課題を見る' })
  issues(@CallerParam() caller: Caller): Promise<IssueListed[]> {
    return this.region.issues(caller);
  }

  @Get('agenda-items')
  @ApiOperation({ operationId: 'listAgendaItems', summary: '議題を見る' })
  agendaItems(@CallerParam() caller: Caller): Promise<IssueListed[]> {
    return this.region.agendaItems(caller);
  }

  @Get('rates')
  @ApiOperation({ operationId: 'listRates', summary: '退院調整率などを圏域ごとに見る' })
  @ApiQuery({ name: 'from', required: false, description: 'YYYY-MM-DD（既定は今月1日）' })
  @ApiQuery({ name: 'to', required: false, description: 'YYYY-MM-DD（既定は今日）' })
  rates(@CallerParam() caller: Caller, @Query('from') from?: string, @Query('to') to?: string): Promise<RateListed[]> {
    for (const [name, day] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (day !== undefined && !isLocalDate(day))
        throw invalidInput(
          name,
          '実在する日を YYYY-MM-DD で入力してください。',
          `${name} must be a day that exists, YYYY-MM-DD`,
        );
    return this.region.rates(caller, from, to);
  }

  /** Everyone reads their own write: a read that names a position waits for it, but not for ever. */
  private async awaited({ prefecture }: Caller, position: string | undefined): Promise<void> {
    if (position !== undefined && /^\d{1,15}$/.test(position))
      await this.followers.reached(prefecture, Number(position));
  }
}

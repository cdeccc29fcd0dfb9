import { Controller, Get, Inject, Param, Req, Sse, type MessageEvent } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import { CallerParam, MEANT_BY, tokenOf, type Authenticated, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { Board, Boards } from '../views/board.query.js';
import { MessageListed, Messages } from '../views/messages.query.js';
import { ShowTimeline, Timeline } from '../views/timeline.query.js';
import { BoardStream } from './board-stream.js';

/**
 * What each person sees: the board of what is owed, a case from its first fact, his messages. All of it was written with the
 * command, so that nobody has to wait to read what he wrote.
 */
@ApiTags('Boards')
@Controller('api/v1')
export class BoardsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Boards) private readonly boards: Boards,
    @Inject(BoardStream) private readonly stream: BoardStream,
    @Inject(Messages) private readonly ownMessages: Messages,
  ) {}

  @Get('board')
  @ApiOperation({ operationId: 'showBoard', summary: 'いま果たすべきことを見る' })
  board(@CallerParam() caller: Caller): Promise<Board> {
    return this.boards.of(caller);
  }

  @Sse('stream')
  @ApiOperation({ operationId: 'followBoard', summary: '変わるたびに盤面を受け取る（SSE）' })
  @ApiOkResponse({
    description:
      '`board` が Board（行が多いときは初めの行だけで `more: true`、残りは次の `change`）を、`change` が変わった行 { position, now, rows, gone } を、`beat` が { now } を運ぶ。`Last-Event-ID` の後に変わりがなければ `board` は来ない',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @ApiQuery({
    name: MEANT_BY,
    required: false,
    description: 'だれの画面か（利用者のID）。別の人がサインインしていれば 409 `signed_in_as_another`',
    schema: { type: 'string', format: 'uuid' },
  })
  follow(@CallerParam() caller: Caller, @Req() request: Authenticated): Observable<MessageEvent> {
    return this.stream.of(caller, tokenOf(request) ?? '', textOf(request.headers['last-event-id']));
  }

  @Get('cases/:id/timeline')
  @ApiOperation({ operationId: 'showTimeline', summary: '一つの案件の経過を見る' })
  timeline(@CallerParam() caller: Caller, @Param('id') id: string): Promise<Timeline> {
    if (!isId(id)) throw notFound('case', '案件');
    return this.queries.execute(new ShowTimeline(caller, id));
  }

  @Get('messages')
  @ApiOperation({ operationId: 'listMessages', summary: '自分へのお知らせを見る' })
  messages(@CallerParam() caller: Caller): Promise<MessageListed[]> {
    return this.ownMessages.of(caller);
  }
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

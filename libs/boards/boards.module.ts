import { Module } from '@nestjs/common';
import { BoardStream } from './http/board-stream.js';
import { BoardsController } from './http/boards.controller.js';
import { Boards, RowNames } from './views/board.query.js';
import { Messages } from './views/messages.query.js';
import { ShowTimelineHandler } from './views/timeline.query.js';

/** What the api app runs. */
@Module({
  providers: [RowNames, Boards, ShowTimelineHandler, Messages, BoardStream],
  controllers: [BoardsController],
  exports: [Boards],
})
export class BoardsHttpModule {}

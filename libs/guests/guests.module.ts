import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { RepliesController } from './http/replies.controller.js';
import { ReplyPageController } from './http/reply-page.controller.js';
import { Replies } from './replies.js';
import { ReplySheets } from './reply-sheets.js';

@Module({})
class GuestsModule {}

/** What the api app runs. */
@Module({ providers: [ReplySheets, Replies], controllers: [RepliesController, ReplyPageController] })
class GuestsHttpModule {}

/** 口座のない側: it has no cases of its own; what is answered are facts of handovers. */
export const guests: Context = {
  kinds: declared(),
  pages: { replies: 'reply_recording' },
  module: GuestsModule,
  http: GuestsHttpModule,
};

import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { CallerParam, type Caller } from '#access';
import { Cases } from '#cases';
import { dischargeCaseKind } from '#handovers';
import { invalidInput, isId, toInstant } from '#kernel';
import { Asks, NO_ACCOUNT, Outside } from '#platform';
import { spoken } from '../domain/reply-code.js';
import { sheetNumber } from '../domain/reply-sheet.js';
import { sheetOf } from '../formats/sheet.js';
import { Replies } from '../replies.js';
import { ReplySheets } from '../reply-sheets.js';
import { RecordReplyBody, ReplyRecorded, ReplySheetMade } from './replies.dto.js';

/** 紙・電話で届ける, and 電話・FAXの回答を記録する. */
@ApiTags('Guests')
@Controller('api/v1')
export class RepliesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ReplySheets) private readonly sheets: ReplySheets,
    @Inject(Replies) private readonly replies: Replies,
    @Inject(Outside) private readonly outside: Outside,
  ) {}

  /** Each call makes a new sheet, and that of before is good no longer. */
  @Asks()
  @Post('handovers/:case/reply-sheets')
  @HttpCode(200)
  @ApiOperation({ operationId: 'makeReplySheet', summary: '引継書の送付状・回答用紙（PDF）と回答番号を作る' })
  @ApiParam({ name: 'case', schema: { type: 'string', format: 'uuid' } })
  async make(@CallerParam() { prefecture, actor }: Caller, @Param('case') id: string): Promise<ReplySheetMade> {
    if (!isId(id)) throw invalidInput('case', '番号（UUID）の形ではありません。', 'case is not an id');
    const command = { type: 'DeliverHandoverOnPaper' as const };
    await this.cases.execute(dischargeCaseKind, { prefecture, id, actor, key: randomUUID(), command });
    const issued = await this.sheets.issue(prefecture, id, actor.userId);
    const page = this.outside.publicUrl.replace(/\/+$/, '') + NO_ACCOUNT + issued.token;
    return {
      number: sheetNumber(issued.sheet.number),
      code: spoken(issued.code),
      page,
      expiresAt: issued.sheet.expiresAt,
      sheet: (await sheetOf(issued, page)).toString('base64'),
    };
  }

  @Asks()
  @Post('reply-records')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordReply', summary: '電話・FAXで受けた引継書への回答を記録する' })
  async record(@CallerParam() caller: Caller, @Body() body: RecordReplyBody): Promise<ReplyRecorded> {
    const { code, channel, outcome, text = '', toldBy, occurredAt } = body;
    if (outcome !== 'received' && text === '')
      throw invalidInput(
        'text',
        '確認したいこと、または返す理由を入力してください。',
        'Say what is asked, or why it is returned.',
      );
    const { inHand, answer } = await this.replies.atDesk(caller, code, channel, {
      outcome,
      text,
      toldBy,
      ...(typeof occurredAt === 'string' && { occurredAt: toInstant(occurredAt) }),
    });
    return {
      number: sheetNumber(inHand.sheet.number),
      id: answer.id,
      sender: inHand.sender.name,
      state: answer.state,
    };
  }
}

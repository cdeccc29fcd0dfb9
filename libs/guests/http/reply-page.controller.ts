import { Controller, Get, HttpException, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANSWERS, type HandoverAnswer } from '#handovers';
import { DomainError } from '#kernel';
import { Public, TakesForm, type Form } from '#platform';
import { codeTyped } from '../domain/reply-code.js';
import type { Standing } from '../domain/reply-sheet.js';
import { Replies } from '../replies.js';
import { ReplySheets, type SheetInHand } from '../reply-sheets.js';
import { donePage, formPage, overPage, PAGE_HEADERS, unknownPage, type Fault, type Said } from './reply-page.html.js';

const TOKEN = /^\d{2}\.[\w-]{43}$/;
const EMPTY: Said = { outcome: '', text: '', toldBy: '' };
const LONGEST_TEXT = 4000;
const LONGEST_NAME = 100;

/** 一回限りの回答画面: opened by whoever has the sheet. To open it changes nothing and uses nothing up; an answer does. */
@ApiExcludeController()
@Public()
@Controller('reply')
export class ReplyPageController {
  constructor(
    @Inject(ReplySheets) private readonly sheets: ReplySheets,
    @Inject(Replies) private readonly replies: Replies,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const inHand = await this.find(token);
    if (!inHand) return sent(reply, 404, unknownPage());
    if (inHand.standing !== 'open') return over(reply, inHand, inHand.standing);
    return sent(reply, 200, formPage(inHand, EMPTY));
  }

  @Post(':token')
  @TakesForm()
  async answer(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const inHand = await this.find(token);
    if (!inHand) return sent(reply, 404, unknownPage());
    if (inHand.standing !== 'open') return over(reply, inHand, inHand.standing);
    const form: Form = request.body instanceof Map ? (request.body as Form) : new Map();
    const field = (name: string) => (form.get(name) ?? '').trim();
    const said = { outcome: field('outcome'), text: field('text'), toldBy: field('toldBy') };
    const faults = faultsOf(said, field('code'));
    if (faults.length > 0) return sent(reply, 422, formPage(inHand, said, faults));
    if (!(await this.sheets.knows(inHand, codeTyped(field('code')) ?? ''))) return this.wrongCode(token, said, reply);
    const outcome = said.outcome as HandoverAnswer;
    try {
      await this.replies.onPage(inHand, { ...said, outcome });
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof HttpException)) throw error;
      const now = await this.find(token);
      // What the case refuses has been answered otherwise meanwhile.
      if (!now) return sent(reply, 404, unknownPage());
      return over(reply, now, now.standing === 'open' ? 'settled' : now.standing);
    }
    return sent(reply, 200, donePage(inHand, outcome));
  }

  private async wrongCode(token: string, said: Said, reply: FastifyReply): Promise<void> {
    const now = await this.find(token);
    if (now && now.standing !== 'open') return over(reply, now, now.standing);
    if (now) return sent(reply, 422, formPage(now, said, [WRONG_CODE]));
  }

  private async find(token: string): Promise<SheetInHand | undefined> {
    return TOKEN.test(token) ? this.sheets.byToken(token) : undefined;
  }
}

const WRONG_CODE: Fault = {
  field: 'code',
  ja: '回答番号が合いません。用紙の9桁の番号を確かめてください。',
  en: 'The reply code is not right. Check the nine digits on the sheet.',
};

function faultsOf({ outcome, text, toldBy }: Said, code: string): Fault[] {
  const faults: Fault[] = [];
  const isAnswer = (ANSWERS as readonly string[]).includes(outcome);
  if (!isAnswer) faults.push({ field: 'outcome', ja: '回答を一つ選んでください。', en: 'Choose one answer.' });
  if (isAnswer && outcome !== 'received' && text === '')
    faults.push({
      field: 'text',
      ja: '確認したいこと、または返す理由を書いてください。',
      en: 'Write your question, or why you return it.',
    });
  if (text.length > LONGEST_TEXT)
    faults.push({ field: 'text', ja: '4,000字までにしてください。', en: 'Write at most 4,000 characters.' });
  if (toldBy === '')
    faults.push({ field: 'toldBy', ja: '回答する方のお名前を書いてください。', en: 'Write your name.' });
  if (toldBy.length > LONGEST_NAME)
    faults.push({ field: 'toldBy', ja: 'お名前は100字までにしてください。', en: 'Write at most 100 characters.' });
  if (codeTyped(code) === undefined) faults.push(WRONG_CODE);
  return faults;
}

/** 410: it was there, and will not be again. */
const over = (reply: FastifyReply, inHand: SheetInHand, standing: Exclude<Standing, 'open'>): void =>
  sent(reply, 410, overPage(inHand, standing));

function sent(reply: FastifyReply, status: number, page: string): void {
  void reply.status(status).headers(PAGE_HEADERS).send(page);
}

import { Body, Controller, Delete, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventLog, Public, settings } from '#platform';
import { Accounts } from '../accounts.query.js';
import { DemoGuide } from '../demo-guide.js';
import { DeclaredPages, pagesFor } from '../pages.js';
import { Sessions, type Caller } from '../sessions.js';
import { WhatMayBegin } from '../what-may-begin.js';
import { CallerParam, COOKIE, cookieOf, tokenOf, type Authenticated } from './auth.guard.js';
import { DemoAccount, Me, OpenSessionBody } from './sessions.dto.js';

/**
 * The demo's way in: an account is chosen, without a password. It exists only where the demo region is, which its
 * database says of itself; anywhere else these routes answer 404.
 */
@ApiTags('Access')
@Controller('api/v1')
export class SessionsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DemoGuide) private readonly guide: DemoGuide,
    @Inject(WhatMayBegin) private readonly mayBegin: WhatMayBegin,
    @Inject(DeclaredPages) private readonly declared: DeclaredPages,
  ) {}

  @Public()
  @Get('demo-accounts')
  @ApiOperation({ operationId: 'listDemoAccounts', summary: 'デモの利用者を一覧する' })
  async demoAccounts(): Promise<DemoAccount[]> {
    onlyInDemo();
    const prefectures = await this.log.prefectures();
    const everyone = (await Promise.all(prefectures.map((prefecture) => this.accounts.of(prefecture)))).flat();
    const { accounts } = this.guide;
    if (accounts.length === 0) return everyone;
    return accounts.flatMap(({ userId, hint }) =>
      everyone.filter((account) => account.userId === userId).map((account) => Object.assign({ hint }, account)),
    );
  }

  @Public()
  @Post('sessions')
  @ApiOperation({ operationId: 'openSession', summary: 'デモの利用者としてサインインする' })
  async open(
    @Body() { userId, prefecture = '01' }: OpenSessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    onlyInDemo();
    const [account] = await this.accounts.of(prefecture, { ids: [userId] });
    if (!account) throw new NotFoundException();
    await this.guide.prepare(userId);
    const token = await this.sessions.open(prefecture, userId);
    // Whoever was signed in with this browser is so no longer: pages of theirs that are still open end their streams.
    const before = cookieOf(request);
    if (before) await this.sessions.close(before);
    void reply.header('set-cookie', `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200`);
    const caller = await this.sessions.callerOf(token);
    if (!caller) throw new NotFoundException();
    return this.me(caller);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'closeSession', summary: 'サインアウトする' })
  async close(@Req() request: Authenticated, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
    void reply.header('set-cookie', `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
  }

  @Get('me')
  @ApiOperation({ operationId: 'getMe', summary: '自分の所属と役割を見る' })
  async me(@CallerParam() caller: Caller): Promise<Me> {
    const { prefecture, actor } = caller;
    const [[account], commands] = await Promise.all([
      this.accounts.of(prefecture, { ids: [actor.userId] }),
      this.mayBegin.of(caller),
    ]);
    if (!account) throw new NotFoundException();
    return Object.assign({ prefecture, commands: [...commands], pages: pagesFor(this.declared, caller) }, account);
  }
}

function onlyInDemo(): void {
  if (!settings().demoSignIn) throw new NotFoundException();
}

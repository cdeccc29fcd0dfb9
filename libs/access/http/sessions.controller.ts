import { Body, Controller, Delete, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventLog, Public, settings, Asks } from '#platform';
import { Accounts } from '../accounts.query.js';
import { DemoGuide } from '../demo-guide.js';
import { deviceOf } from '../domain/device.js';
import { Logins } from '../logins.js';
import { Providers } from '../providers.js';
import { Sessions, type Caller } from '../sessions.js';
import { SignIn } from '../sign-in.js';
import { SignInLog } from '../sign-in-log.js';
import { CallerParam, tokenOf, WhileLocked, type Authenticated } from './auth.guard.js';
import { noCookie } from './cookie.js';
import { Entering } from './entering.js';
import { notIn, tooSoon, withoutPost } from './refusals.js';
import { DemoAccount, Me, OpenSessionBody, SignInBody, UnlockBody, WaysIn } from './sessions.dto.js';

/**
 * サインイン. In the demo region an account is chosen, without a password: that exists only where the database says of itself
 * that it is one; anywhere else those routes answer 404.
 */
@ApiTags('Access')
@Controller('api/v1')
export class SessionsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DemoGuide) private readonly guide: DemoGuide,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(SignInLog) private readonly notes: SignInLog,
    @Inject(Entering) private readonly entering: Entering,
    @Inject(Providers) private readonly providers: Providers,
  ) {}

  @Public()
  @Get('ways-in')
  @ApiOperation({ operationId: 'showWaysIn', summary: 'サインインの方法を見る' })
  async waysIn(): Promise<WaysIn> {
    const demo = settings().demoSignIn;
    return { demo, provider: !demo && (await this.providers.any()) };
  }

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
    const { me } = await this.entering.enter(prefecture, userId, {}, request, reply);
    return me;
  }

  /** 二要素. Whatever is wrong, the answer is one: neither a name nor a password is ever told to be right (A2). */
  @Public()
  @Asks()
  @Post('sign-ins')
  @HttpCode(200)
  @ApiOperation({ operationId: 'signIn', summary: 'サインインする（パスワードと6桁のコード）' })
  async in(
    @Body() { shared = false, ...proof }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const tried = await this.signIn.try(proof, request.ip);
    if (tried.is === 'too_soon') throw tooSoon(tried.seconds, reply);
    if (tried.is === 'wrong') throw notIn();
    const { login, byRecoveryCode } = tried;
    const [seat] = await this.logins.seatsOf(login.prefecture, login.id);
    if (!seat) throw withoutPost();
    const opening = { login: login.id, shared };
    const { me, session } = await this.entering.enter(login.prefecture, seat.userId, opening, request, reply);
    await this.logins.useSeat(login.prefecture, seat.userId);
    await this.notes.note(login.prefecture, {
      what: byRecoveryCode ? 'signed_in_by_recovery_code' : 'signed_in',
      login: login.id,
      user: seat.userId,
      session,
      device: deviceOf(request.headers['user-agent']),
    });
    return me;
  }

  /** The page says that somebody works on it; what it reads by itself does not keep it open. */
  @Asks()
  @Post('sessions/current/activity')
  @HttpCode(204)
  @ApiOperation({ operationId: 'noteActivity', summary: '操作中であることを知らせる' })
  noteActivity(): void {
    // The guard has written it down.
  }

  @WhileLocked()
  @Asks()
  @Post('sessions/current/unlocks')
  @HttpCode(200)
  @ApiOperation({ operationId: 'unlockSession', summary: '画面のロックを解く' })
  async unlock(
    @Body() { password }: UnlockBody,
    @CallerParam() caller: Caller,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { prefecture, session, actor } = caller;
    const login = session?.login ? await this.signIn.login(prefecture, session.login) : undefined;
    if (!session || !login) throw new NotFoundException();
    const refused = await this.signIn.knows(login, password, request.ip);
    if (refused?.is === 'too_soon') throw tooSoon(refused.seconds, reply);
    if (refused) throw notIn();
    await this.sessions.touch(tokenOf(request) ?? '', { unlocks: true });
    await this.notes.note(prefecture, { what: 'unlocked', login: login.id, user: actor.userId, session: session.id });
    return this.entering.me(caller);
  }

  @WhileLocked()
  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'closeSession', summary: 'サインアウトする' })
  async close(
    @CallerParam() { prefecture, actor, session }: Caller,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
    if (session?.login)
      await this.notes.note(prefecture, {
        what: 'signed_out',
        login: session.login,
        user: actor.userId,
        session: session.id,
      });
    void reply.header('set-cookie', noCookie());
  }

  @Get('me')
  @ApiOperation({ operationId: 'getMe', summary: '自分の所属と役割を見る' })
  me(@CallerParam() caller: Caller): Promise<Me> {
    return this.entering.me(caller);
  }
}

function onlyInDemo(): void {
  if (!settings().demoSignIn) throw new NotFoundException();
}

import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Asks } from '#platform';
import { mustBeStrong } from '../password-strength.js';
import { Accounts } from '../accounts.query.js';
import { Logins } from '../logins.js';
import { Passkeys } from '../passkeys.js';
import { Passwords } from '../passwords.js';
import { ProviderSignIn } from '../provider-sign-in.js';
import { Providers } from '../providers.js';
import { Sessions, type Caller } from '../sessions.js';
import { SignIn, type Login } from '../sign-in.js';
import { SignInLog, type SignInFact } from '../sign-in-log.js';
import { CallerParam, type Authenticated } from './auth.guard.js';
import { flowFor } from './cookie.js';
import { Entering } from './entering.js';
import { ProviderBegun } from './providers.dto.js';
import { notIn, onlyWayIn, postElsewhere, tooSoon } from './refusals.js';
import {
  ChangePasswordBody,
  ChangeSeatBody,
  ConfirmBody,
  EndSessionsBody,
  Me,
  OwnSignIn,
  RecoveryCodes,
} from './sessions.dto.js';

/** What a person sees and changes of his own way in. In the demo region nobody has one: 404. */
@ApiTags('Access')
@Controller('api/v1/own-sign-in')
export class OwnSignInController {
  constructor(
    @Inject(Logins) private readonly logins: Logins,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignInLog) private readonly notes: SignInLog,
    @Inject(Entering) private readonly entering: Entering,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'showOwnSignIn', summary: '自分のサインインを見る（端末・回復コードの残り・所属）' })
  async show(@CallerParam() caller: Caller): Promise<OwnSignIn> {
    const { prefecture, session } = caller;
    const login = await this.own(caller);
    const [devices, left, seats, [account], provider, { boundAt }, passkeys] = await Promise.all([
      this.sessions.of(prefecture, login.id),
      this.logins.codesLeft(prefecture, login.id),
      this.logins.seatsOf(prefecture, login.id, session?.byOrganization),
      this.accounts.of(prefecture, { ids: [caller.actor.userId] }),
      this.providers.of(prefecture, caller.actor.orgId),
      this.logins.proofsOf(prefecture, login.id, caller.actor.orgId),
      this.passkeys.of(prefecture, login.id),
    ]);
    return {
      name: login.name,
      provider: provider ? { organization: account?.organization.name ?? '', boundAt } : null,
      recoveryCodesLeft: left,
      passkeys,
      devices: devices.map((device) => ({ ...device, current: device.id === session?.id })),
      seats: seats as OwnSignIn['seats'],
    };
  }

  /** Whoever else is in with the password of before is out. */
  @Asks()
  @Post('passwords')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changePassword', summary: 'パスワードを変える' })
  async changePassword(
    @CallerParam() caller: Caller,
    @Body() { password, newPassword }: ChangePasswordBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const login = await this.confirmed(caller, password, request, reply);
    const [account] = await this.accounts.of(caller.prefecture, { ids: [caller.actor.userId] });
    mustBeStrong(newPassword, [login.name ?? '', account?.name ?? '', account?.organization.name ?? ''], 'newPassword');
    await this.logins.setPassword(login.prefecture, login.id, await this.passwords.hash(newPassword));
    await this.sessions.end(login.prefecture, login.id, { but: caller.session?.id });
    await this.note(caller, 'password_changed');
  }

  @Asks()
  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'makeRecoveryCodes', summary: '回復コードを作り直す' })
  async makeCodes(
    @CallerParam() caller: Caller,
    @Body() { password }: ConfirmBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    const login = await this.confirmed(caller, password, request, reply);
    const recoveryCodes = await this.logins.makeCodes(login.prefecture, login.id);
    await this.note(caller, 'recovery_codes_made');
    return { recoveryCodes };
  }

  /** 端末を失くした: out at once, wherever it is. */
  @Asks()
  @Post('session-endings')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSessions', summary: 'ほかの端末をサインアウトさせる' })
  async endSessions(@CallerParam() caller: Caller, @Body() { id }: EndSessionsBody): Promise<void> {
    const login = await this.own(caller);
    const ended = await this.sessions.end(login.prefecture, login.id, {
      but: caller.session?.id,
      ...(id !== undefined && { only: id }),
    });
    if (ended > 0) await this.note(caller, 'sessions_ended');
  }

  /** 所属を切り替える: what is done from then on is done in that post. */
  @Asks()
  @Post('seats')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeSeat', summary: '所属を切り替える' })
  async changeSeat(
    @CallerParam() caller: Caller,
    @Body() { userId }: ChangeSeatBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const login = await this.own(caller);
    const seats = await this.logins.seatsOf(login.prefecture, login.id);
    if (!seats.some((seat) => seat.userId === userId)) throw new NotFoundException();
    const { shared = false, byOrganization = null } = caller.session ?? {};
    if (byOrganization !== null) {
      const within = await this.logins.seatsOf(login.prefecture, login.id, byOrganization);
      if (!within.some((seat) => seat.userId === userId)) throw postElsewhere();
    }
    const opening = { login: login.id, shared, byOrganization };
    const { me } = await this.entering.enter(login.prefecture, userId, opening, request, reply);
    await this.logins.useSeat(login.prefecture, userId);
    await this.note(caller, 'seat_changed');
    return me;
  }

  /** 所属機関のアカウントを結び付ける: off to the provider of the institution of the post that is in use. */
  @Asks()
  @Post('provider-beginnings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginBinding', summary: '所属機関のアカウントを結び付け始める' })
  async bind(
    @CallerParam() caller: Caller,
    @Body() { password }: ConfirmBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderBegun> {
    const login = await this.confirmed(caller, password, request, reply);
    const provider = await this.providers.of(caller.prefecture, caller.actor.orgId);
    const errand = { purpose: 'bind', login: login.id, session: caller.session?.id ?? '' } as const;
    const { location, token } = await this.byProvider.begin(provider, errand);
    void reply.header('set-cookie', flowFor(token));
    return { location };
  }

  @Asks()
  @Post('provider-unbindings')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unbindProvider', summary: '所属機関のアカウントの結び付けを外す' })
  async unbind(
    @CallerParam() caller: Caller,
    @Body() { password }: ConfirmBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { prefecture, actor } = caller;
    const { name } = await this.own(caller);
    if (name === null) throw onlyWayIn();
    const login = await this.confirmed(caller, password, request, reply);
    await this.byProvider.unbind(prefecture, login.id, actor.userId);
    this.sessions.forget();
  }

  private async own({ prefecture, session }: Caller): Promise<Login> {
    const login = session?.login ? await this.signIn.login(prefecture, session.login) : undefined;
    if (!login) throw new NotFoundException();
    return login;
  }

  /** Somebody has left his screen for a moment: what changes the way in asks for the password once more (ASVS 7.5.1). */
  private async confirmed(
    caller: Caller,
    password: string,
    request: Authenticated,
    reply: FastifyReply,
  ): Promise<Login> {
    const login = await this.own(caller);
    const refused = await this.signIn.knows(login, password, request.ip);
    if (refused?.is === 'too_soon') throw tooSoon(refused.seconds, reply);
    if (refused) throw notIn();
    return login;
  }

  private note({ prefecture, actor, session }: Caller, what: SignInFact): Promise<void> {
    return this.notes.note(prefecture, {
      what,
      login: session?.login ?? null,
      user: actor.userId,
      ...(session && { session: session.id }),
    });
  }
}

import { Body, Controller, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asks, Databases, Public, refusal } from '#platform';
import { codeTyped } from '../domain/institution-code.js';
import { deviceOf } from '../domain/device.js';
import { Invitations } from '../invitations.js';
import { Logins } from '../logins.js';
import { notProven } from '../provider-client.js';
import { ProviderSignIn, type Arrived } from '../provider-sign-in.js';
import { Providers } from '../providers.js';
import { Sessions, type Caller } from '../sessions.js';
import { SignIn } from '../sign-in.js';
import { SignInLog } from '../sign-in-log.js';
import { CallerParam, tokenOf, WhileLocked } from './auth.guard.js';
import { flowFor, flowOf, noFlow } from './cookie.js';
import { Entering } from './entering.js';
import { BeginProviderSignInBody, ProviderBegun, ProviderReturned, ReturnBody } from './providers.dto.js';
import { notBound, tooSoon, withoutPost } from './refusals.js';

/** 所属機関のアカウントで入る (OpenID Connect): there and back. What comes back is brought by a page of ours, never by an address. */
@ApiTags('Access')
@Controller('api/v1')
export class ProviderSignInController {
  constructor(
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SignInLog) private readonly notes: SignInLog,
    @Inject(Entering) private readonly entering: Entering,
    @Inject(Databases) private readonly databases: Databases,
  ) {}

  /** Codes are typed, and never listed; who tries many of them waits as who tries many passwords. */
  @Public()
  @Asks()
  @Post('provider-sign-ins')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginProviderSignIn', summary: '所属機関のアカウントでサインインし始める' })
  async begin(
    @Body() { code, shared = false }: BeginProviderSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderBegun> {
    const looked = await this.signIn.guess(`institution:${codeTyped(code)}`, request.ip, () =>
      this.providers.called(code),
    );
    if (looked.is === 'too_soon') throw tooSoon(looked.seconds, reply);
    if (looked.is === 'wrong') throw noSuchInstitution();
    const { location, token } = await this.byProvider.begin(looked.found, { purpose: 'sign_in', shared });
    void reply.header('set-cookie', flowFor(token));
    return { location };
  }

  /** 画面のロックを解く at the provider, which asks anew who it is. */
  @WhileLocked()
  @Asks()
  @Post('sessions/current/provider-beginnings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginUnlocking', summary: '所属機関のアカウントで画面のロックを解き始める' })
  async unlock(
    @CallerParam() { prefecture, actor, session }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderBegun> {
    if (!session?.login) throw new NotFoundException();
    const provider = await this.providers.of(prefecture, actor.orgId);
    const errand = { purpose: 'unlock', login: session.login, session: session.id } as const;
    const { location, token } = await this.byProvider.begin(provider, errand);
    void reply.header('set-cookie', flowFor(token));
    return { location };
  }

  /** Brought by the page to which the provider sends people back. */
  @Public()
  @Asks()
  @Post('provider-sign-ins/returns')
  @HttpCode(200)
  @ApiOperation({ operationId: 'returnFromProvider', summary: '所属機関から戻る' })
  async back(
    @Body() { query }: ReturnBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderReturned> {
    void reply.header('set-cookie', noFlow());
    const arrived = await this.byProvider.arrive(flowOf(request), query);
    const done = {
      sign_in: () => this.enter(arrived, request, reply),
      join: () => this.join(arrived, request, reply),
      bind: () => this.bind(arrived),
      unlock: () => this.unlocked(arrived, request),
    };
    return done[arrived.purpose]();
  }

  private async enter(arrived: Arrived, request: FastifyRequest, reply: FastifyReply): Promise<ProviderReturned> {
    const { prefecture, organization, shared = false } = arrived;
    const login = await this.byProvider.loginOf(arrived);
    if (login === undefined) throw notBound();
    const [seat] = await this.logins.seatsOf(prefecture, login, organization);
    if (!seat) throw withoutPost();
    const opening = { login, shared, byOrganization: organization };
    const { me, session } = await this.entering.enter(prefecture, seat.userId, opening, request, reply);
    await this.logins.useSeat(prefecture, seat.userId);
    const device = deviceOf(request.headers['user-agent']);
    await this.notes.note(prefecture, { what: 'signed_in_by_provider', login, user: seat.userId, session, device });
    return { is: 'signed_in', me };
  }

  private async join(arrived: Arrived, request: FastifyRequest, reply: FastifyReply): Promise<ProviderReturned> {
    const { login, userId } = await this.invitations.acceptByProvider(arrived);
    const opening = { login: login.id, byOrganization: arrived.organization };
    const { me } = await this.entering.enter(arrived.prefecture, userId, opening, request, reply);
    return { is: 'joined', me };
  }

  private async bind(arrived: Arrived): Promise<ProviderReturned> {
    const { login = '' } = arrived;
    if (!(await this.byProvider.stands(arrived))) throw notProven();
    await this.databases.writing((tx) => this.byProvider.bind(arrived, login, undefined, tx));
    return { is: 'bound', me: null };
  }

  /** Only the session that was locked, by the account that is bound to its login. */
  private async unlocked(arrived: Arrived, request: FastifyRequest): Promise<ProviderReturned> {
    const { prefecture, login, session } = arrived;
    const token = tokenOf(request) ?? '';
    const known = await this.sessions.knownBy(token);
    if (known?.caller.session?.id !== session) throw notProven();
    if ((await this.byProvider.loginOf(arrived)) !== login) throw notBound();
    await this.sessions.touch(token, { unlocks: true });
    const { userId } = known?.caller.actor ?? { userId: '' };
    await this.notes.note(prefecture, {
      what: 'unlocked',
      login: login ?? null,
      user: userId,
      ...(session !== undefined && { session }),
    });
    return { is: 'unlocked', me: null };
  }
}

const noSuchInstitution = () =>
  refusal(
    404,
    'institution_unknown',
    'この機関コードでは入れません。勤め先のメールアドレスか、勤め先で知らされた機関コードを入れてください。分からないときは、サインイン名とパスワードで入るか、管理者に尋ねてください。',
    'Nobody signs in by this code. Type your e-mail address at work, or the code that your institution has told you. If in doubt use your name and password, or ask your administrator.',
  );

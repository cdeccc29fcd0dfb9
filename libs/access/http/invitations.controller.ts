import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { can, forbidden, isId, notFound } from '#kernel';
import { Asks, Outside, Public } from '#platform';
import { Accounts } from '../accounts.query.js';
import { enrolment } from '../one-time-code.js';
import { Invitations } from '../invitations.js';
import { Logins } from '../logins.js';
import { ProviderSignIn } from '../provider-sign-in.js';
import { Providers } from '../providers.js';
import type { Caller } from '../sessions.js';
import { SignIn } from '../sign-in.js';
import { CallerParam } from './auth.guard.js';
import { flowFor } from './cookie.js';
import { Entering } from './entering.js';
import { ProviderBegun } from './providers.dto.js';
import { notIn, tooSoon } from './refusals.js';
import {
  Accepted,
  AcceptInvitationBody,
  InvitationMade,
  InvitationOpened,
  JoinInvitationBody,
  LinkBody,
  Me,
  StandingListed,
} from './sessions.dto.js';

const OF_USER = { name: 'user', schema: { type: 'string', format: 'uuid' } } as const;

/** 招待: how people come to sign-ins of their own. */
@ApiTags('Access')
@Controller('api/v1')
export class InvitationsController {
  constructor(
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Entering) private readonly entering: Entering,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
    @Inject(Outside) private readonly outside: Outside,
  ) {}

  @Get('sign-in-standings')
  @ApiOperation({ operationId: 'listSignInStandings', summary: '職員のサインインの状態を一覧する' })
  standings(@CallerParam() caller: Caller): Promise<StandingListed[]> {
    onlyAdministrators(caller);
    return this.logins.standings(caller.prefecture);
  }

  @Asks()
  @Post('users/:user/invitations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'inviteUser', summary: '職員を招待する（サインイン済みなら再設定のリンクを出す）' })
  @ApiParam(OF_USER)
  async invite(@CallerParam() caller: Caller, @Param('user') user: string): Promise<InvitationMade> {
    const userId = await this.known(caller, user);
    const { token, expiresAt, purpose } = await this.invitations.invite(caller.prefecture, userId, caller.actor.userId);
    return { purpose, expiresAt, path: `/join#${token}`, origin: new URL(this.outside.publicUrl).origin };
  }

  @Delete('users/:user/invitations')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawInvitation', summary: '招待を取り消す' })
  @ApiParam(OF_USER)
  async withdraw(@CallerParam() caller: Caller, @Param('user') user: string): Promise<void> {
    const userId = await this.known(caller, user);
    await this.invitations.withdraw(caller.prefecture, userId, caller.actor.userId);
  }

  /** To look changes nothing. The link goes in the body, for addresses end up in logs. */
  @Public()
  @Asks()
  @Post('invitations/openings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'openInvitation', summary: '招待の中身を見る' })
  async open(@Body() { token }: LinkBody): Promise<InvitationOpened> {
    const { purpose, account, expiresAt, name, secret } = await this.invitations.open(token);
    const { uri, text } = enrolment(secret, name ?? account.organization.name);
    const provider =
      purpose === 'seat' ? await this.providers.of(token.slice(0, 2), account.organization.id) : undefined;
    return {
      purpose,
      person: account.name,
      organization: account.organization.name,
      role: account.role,
      expiresAt,
      name,
      uri,
      secret: text,
      provider: provider !== undefined,
    };
  }

  /** 所属機関のアカウントで招待を受ける: off to the provider of the institution that the post is at. */
  @Public()
  @Asks()
  @Post('invitations/provider-beginnings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginJoining', summary: '所属機関のアカウントで招待を受け始める' })
  async begin(@Body() { token }: LinkBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProviderBegun> {
    const { account, purpose } = await this.invitations.open(token);
    const provider =
      purpose === 'seat' ? await this.providers.of(token.slice(0, 2), account.organization.id) : undefined;
    const begun = await this.byProvider.begin(provider, { purpose: 'join', invitation: token });
    void reply.header('set-cookie', flowFor(begun.token));
    return { location: begun.location };
  }

  @Public()
  @Asks()
  @Post('invitations/acceptances')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptInvitation', summary: '招待を受け、サインインを設定する' })
  async accept(
    @Body() { token, name = '', password, code }: AcceptInvitationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Accepted> {
    const { login, userId, codes } = await this.invitations.accept(token, { name, password, code });
    const { me } = await this.entering.enter(login.prefecture, userId, { login: login.id }, request, reply);
    return { me, recoveryCodes: codes };
  }

  /** Who signs in already adds the post to that. */
  @Public()
  @Asks()
  @Post('invitations/joinings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'joinInvitation', summary: '今あるサインインで招待を受ける' })
  async join(
    @Body() { token, shared = false, ...proof }: JoinInvitationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    await this.invitations.open(token);
    const tried = await this.signIn.try(proof, request.ip);
    if (tried.is === 'too_soon') throw tooSoon(tried.seconds, reply);
    if (tried.is === 'wrong') throw notIn();
    const userId = await this.invitations.join(token, tried.login);
    const opening = { login: tried.login.id, shared };
    const { me } = await this.entering.enter(tried.login.prefecture, userId, opening, request, reply);
    return me;
  }

  private async known(caller: Caller, user: string): Promise<string> {
    onlyAdministrators(caller);
    if (!isId(user)) throw new NotFoundException();
    const [account] = await this.accounts.of(caller.prefecture, { ids: [user] });
    if (!account) throw notFound('user', '職員');
    return user;
  }
}

function onlyAdministrators({ actor }: Caller): void {
  if (!can(actor.role, 'administration'))
    throw forbidden('招待は管理者が行います。', 'Invitations are made by administrators.');
}

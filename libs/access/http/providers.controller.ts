import { Body, Controller, Delete, Get, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { can, forbidden, invalidInput, isId, notFound } from '#kernel';
import { Asks } from '#platform';
import { Accounts } from '../accounts.query.js';
import { Logins } from '../logins.js';
import { ProviderClient } from '../provider-client.js';
import { ProviderSignIn } from '../provider-sign-in.js';
import { Providers } from '../providers.js';
import { Sessions, type Caller } from '../sessions.js';
import { CallerParam } from './auth.guard.js';
import { KeepProviderBody, ProviderShown } from './providers.dto.js';

const OF_ORGANIZATION = { name: 'organization', schema: { type: 'string', format: 'uuid' } } as const;
const OF_USER = { name: 'user', schema: { type: 'string', format: 'uuid' } } as const;

/** 機関の認証基盤: entered by administrators, for institutions that have a provider of their own. */
@ApiTags('Access')
@Controller('api/v1')
export class ProvidersController {
  constructor(
    @Inject(Providers) private readonly providers: Providers,
    @Inject(ProviderClient) private readonly client: ProviderClient,
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Get('organizations/:organization/identity-provider')
  @ApiOperation({ operationId: 'showIdentityProvider', summary: '機関の認証基盤の設定を見る' })
  @ApiParam(OF_ORGANIZATION)
  async show(@CallerParam() caller: Caller, @Param('organization') organization: string): Promise<ProviderShown> {
    onlyAdministrators(caller);
    if (!isId(organization)) throw new NotFoundException();
    return this.shown(caller.prefecture, organization);
  }

  /** It is tried before it is kept. */
  @Asks()
  @Post('organizations/:organization/identity-provider')
  @HttpCode(200)
  @ApiOperation({ operationId: 'keepIdentityProvider', summary: '機関の認証基盤を設定する（確かめてから保存する）' })
  @ApiParam(OF_ORGANIZATION)
  async keep(
    @CallerParam() caller: Caller,
    @Param('organization') organization: string,
    @Body() { code, issuer, clientId, clientSecret, twoFactors }: KeepProviderBody,
  ): Promise<ProviderShown> {
    onlyAdministrators(caller);
    const { prefecture, actor } = caller;
    if (!isId(organization)) throw new NotFoundException();
    if (!twoFactors)
      throw invalidInput(
        'twoFactors',
        'つなぎには二要素が要ります。認証システムが職員に二要素を求めていることを確かめ、そう記してください。',
        'Tsunagi needs two factors. Make sure that the provider asks two of everybody, and say so.',
      );
    if (!(await this.accounts.hasInstitution(prefecture, organization))) throw notFound('organization', '機関');
    await this.providers.keep(prefecture, organization, { code, issuer, clientId, clientSecret }, actor.userId);
    return this.shown(prefecture, organization);
  }

  @Delete('organizations/:organization/identity-provider')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeIdentityProvider', summary: '機関の認証基盤の設定を取り消す' })
  @ApiParam(OF_ORGANIZATION)
  async remove(@CallerParam() caller: Caller, @Param('organization') organization: string): Promise<void> {
    onlyAdministrators(caller);
    if (!isId(organization)) throw new NotFoundException();
    await this.providers.remove(caller.prefecture, organization, caller.actor.userId);
    this.sessions.forget();
  }

  @Delete('users/:user/provider-binding')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unbindUser', summary: '職員の、所属機関のアカウントの結び付けを外す' })
  @ApiParam(OF_USER)
  async unbind(@CallerParam() caller: Caller, @Param('user') user: string): Promise<void> {
    onlyAdministrators(caller);
    if (!isId(user)) throw new NotFoundException();
    const { prefecture, actor } = caller;
    const login = await this.logins.loginOf(prefecture, user);
    if (login === undefined) throw notFound('sign-in', 'サインイン');
    await this.byProvider.unbind(prefecture, login, user, { by: actor.userId });
    this.sessions.forget();
  }

  private async shown(prefecture: string, organization: string): Promise<ProviderShown> {
    const [provider, bound] = await Promise.all([
      this.providers.of(prefecture, organization),
      this.providers.boundOf(prefecture, organization),
    ]);
    const named = await this.accounts.of(prefecture, { ids: bound.map(({ userId }) => userId) });
    const nameOf = new Map(named.map(({ userId, name }) => [userId, name]));
    return {
      provider: provider ? { code: provider.code, issuer: provider.issuer, clientId: provider.clientId } : null,
      returnTo: this.client.returnTo,
      people: bound.map(({ userId, boundAt }) => ({ userId, name: nameOf.get(userId) ?? '', boundAt })),
    };
  }
}

function onlyAdministrators({ actor }: Caller): void {
  if (!can(actor.role, 'administration'))
    throw forbidden('認証基盤の設定は管理者が行います。', 'Sign-in providers are set up by administrators.');
}

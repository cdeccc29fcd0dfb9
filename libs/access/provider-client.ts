import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { DomainError } from '#kernel';
import { askOutside, Outside } from '#platform';
import { CLOCK_TOLERANCE_S, faultOf } from './domain/provider-answer.js';

/** What an administrator has entered of a provider (認証基盤). */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What an answer of the provider must match. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The provider must have asked anew who it is. */
  readonly anew: boolean;
}

/** Who it is, as the provider says: its own name, and the one it has given to the person. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** [D] Somebody waits at a screen: a provider that has not answered by then is down. */
const TIMEOUT_S = 8;
/** [D] So long what a provider says of itself is believed; its keys are fetched again when an unknown one is used. */
const KNOWN_MS = 10 * 60_000;
const RETURN_PATH = '/from-provider';
const LONGEST_SHOWN = 200;
const NO_SUCH_CODE = 'tsunagi-tries-whether-it-is-known';

interface Known {
  readonly config: Promise<oidc.Configuration>;
  readonly until: number;
}

/** OpenID Connect as a client: authorization code, PKCE, state and nonce. Each address it asks is looked up and checked (W5). */
@Injectable()
export class ProviderClient {
  private readonly logger = new Logger('provider');
  private readonly known = new Map<string, Known>();

  constructor(private readonly outside: Outside) {}

  /** Where the provider sends people back to; it is registered there. */
  get returnTo(): string {
    return this.outside.publicUrl.replace(/\/+$/, '') + RETURN_PATH;
  }

  /**
   * Whether there is such a provider, which knows this client. Nobody signs in by it: a code that was never given is turned in,
   * and a provider that knows the client refuses the code. @throws with what to do
   */
  async try(settings: ProviderSettings): Promise<void> {
    const config = await this.discover(settings).catch((error: unknown) => {
      const named = issuerIn(error);
      throw named === undefined ? notThere(settings.issuer) : anotherIssuer(named);
    });
    const { issuer } = config.serverMetadata();
    if (issuer !== settings.issuer) throw anotherIssuer(issuer);
    const answer = new URL(`${this.returnTo}?code=${NO_SUCH_CODE}&iss=${encodeURIComponent(issuer)}`);
    try {
      await oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier: oidc.randomPKCECodeVerifier() });
    } catch (error) {
      if (isUnknownClient(error)) throw unknownClient();
      if (isUnreachable(error)) throw notThere(settings.issuer);
    }
  }

  /** The address at the provider to which the person goes. @throws unavailable */
  async begin(settings: ProviderSettings, { state, nonce, verifier, anew }: Expected): Promise<string> {
    const config = await this.configOf(settings);
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.returnTo,
      // Nothing else is asked for: neither name nor address is needed, and what is not told cannot leak.
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(anew && { prompt: 'login', max_age: '0' }),
    });
    return address.href;
  }

  /** `query`: what stood in the address to which the provider has sent the person back. @throws where it is not believed */
  async finish(settings: ProviderSettings, expected: Expected, query: string): Promise<Subject> {
    const config = await this.configOf(settings);
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(this.returnTo + query), {
        pkceCodeVerifier: expected.verifier,
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        idTokenExpected: true,
        ...(expected.anew && { maxAge: 0 }),
      });
      const claims = tokens.claims();
      if (!claims || claims.iss !== settings.issuer) throw notProven();
      const amr = Array.isArray(claims['amr']) ? claims['amr'].map(String) : [];
      const fault = faultOf({ iat: claims.iat, amr }, Date.now() / 1_000);
      if (fault === 'clock') throw clockOff();
      if (fault === 'one_factor') throw oneFactor();
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      const { code = '', message } = (error ?? {}) as { code?: string; message?: string };
      // What was wrong, for whoever keeps the system; never a token, nor of whom it speaks.
      this.logger.warn(`${settings.issuer} was not believed: ${code} ${message ?? ''}`);
      throw asProviderFault(error) ?? notProven();
    }
  }

  private configOf(settings: ProviderSettings): Promise<oidc.Configuration> {
    const key = JSON.stringify([settings.issuer, settings.clientId, settings.clientSecret]);
    const before = this.known.get(key);
    if (before && before.until > Date.now()) return before.config;
    if (this.known.size > 1_000) this.known.clear();
    const config = this.discover(settings).catch((error: unknown) => {
      this.known.delete(key);
      throw asProviderFault(error) ?? unreachable();
    });
    this.known.set(key, { config, until: Date.now() + KNOWN_MS });
    return config;
  }

  private async discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [oidc.clockTolerance]: CLOCK_TOLERANCE_S },
      // Decided by what the provider takes, which is known only then.
      (server, ...rest) => authOf(server.token_endpoint_auth_methods_supported, clientSecret)(server, ...rest),
      {
        timeout: TIMEOUT_S,
        [oidc.customFetch]: (url, options) => this.fetch(url, options),
        // The library believes whatever comes over TLS from the token endpoint; a signature by a foreign key is refused all the same.
        // Without TLS only targets are asked that the settings allow: askOutside refuses all others.
        execute: [oidc.enableNonRepudiationChecks, oidc.allowInsecureRequests],
      },
    );
    const { authorization_endpoint: page, token_endpoint, jwks_uri } = config.serverMetadata();
    // A browser is sent to it: it must be a page, and no program.
    if (page === undefined || !/^https?:\/\//.test(page) || !token_endpoint || !jwks_uri)
      throw new Error('what the provider says of itself is not enough');
    return config;
  }

  private async fetch(url: string, { method, headers, body, signal }: oidc.CustomFetchOptions): Promise<Response> {
    const answered = await askOutside(
      url,
      {
        method: method === 'POST' ? 'POST' : 'GET',
        headers,
        body: body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined,
      },
      this.outside.privateTargets,
      signal,
      TIMEOUT_S * 1_000,
    );
    const { status, body: read } = answered;
    const told = new Headers();
    for (const [name, value] of Object.entries(answered.headers))
      if (value !== undefined) told.set(name, [value].flat().join(', '));
    const empty = status === 204 || status === 304;
    return new Response(empty ? null : new Uint8Array(read), { status, headers: told });
  }
}

/** By the way that every provider must know (OpenID Connect Core 9), unless it says that it takes only the other. */
const authOf = (taken: readonly string[] | undefined, secret: string): oidc.ClientAuth =>
  taken !== undefined && !taken.includes('client_secret_basic') && taken.includes('client_secret_post')
    ? oidc.ClientSecretPost(secret)
    : oidc.ClientSecretBasic(secret);

/** What a provider that was found calls itself, where that is not what was entered. */
function issuerIn(error: unknown): string | undefined {
  const { cause } = (error ?? {}) as { cause?: { attribute?: unknown; body?: { issuer?: unknown } } };
  const issuer = cause?.attribute === 'issuer' ? cause.body?.issuer : undefined;
  return typeof issuer === 'string' ? issuer.slice(0, LONGEST_SHOWN) : undefined;
}

const isUnknownClient = (error: unknown): boolean =>
  (error instanceof oidc.ResponseBodyError && ['invalid_client', 'unauthorized_client'].includes(error.error)) ||
  error instanceof oidc.WWWAuthenticateChallengeError;

/** It was not reached, or what answered is no provider. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof oidc.ClientError &&
  (error.code === undefined || ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(error.code));

/** What a person can do something about; undefined: it is simply not believed. */
function asProviderFault(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof oidc.AuthorizationResponseError) return refusedThere();
  if (isUnknownClient(error)) return unknownClient();
  if (error instanceof oidc.ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return clockOff();
  return isUnreachable(error) ? unreachable() : undefined;
}

const unreachable = (): DomainError =>
  new DomainError(
    'unavailable',
    'provider_unreachable',
    '所属機関の認証システムが応えません。少し待って試してください。急ぐときは、つなぎのサインイン名・パスワード・6桁のコードで入れます（お持ちでなければ、管理者に再設定のリンクをもらえます）。',
    'The sign-in system of your institution does not answer. Wait a moment and try again. In a hurry, use your Tsunagi name, password and code (without them, an administrator can give you a link).',
  );

const refusedThere = (): DomainError =>
  new DomainError(
    'conflict',
    'provider_refused',
    '所属機関の側で、サインインが取り消されたか断られました。もう一度試すか、所属機関のシステム担当に尋ねてください。',
    'Your institution has refused the sign-in, or it was canceled there. Try again, or ask those who run its systems.',
  );

export const notProven = (): DomainError =>
  new DomainError(
    'conflict',
    'provider_not_proven',
    '所属機関からの応答を確かめられませんでした（時間が経ちすぎた、別の画面で始めた、一度使った、のどれかです）。サインインの画面から、もう一度始めてください。',
    'The answer of your institution could not be verified: it took too long, was begun in another browser, or has been used. Begin again from the sign-in page.',
  );

const clockOff = (): DomainError =>
  new DomainError(
    'conflict',
    'provider_clock',
    '所属機関の認証システムの時計が、3分より大きくずれています。所属機関のシステム担当に知らせてください。それまでは、つなぎのサインイン名とパスワードで入れます。',
    'The clock of the sign-in system of your institution is off by more than 3 minutes. Tell those who run it; until then use your Tsunagi name and password.',
  );

const oneFactor = (): DomainError =>
  new DomainError(
    'conflict',
    'provider_one_factor',
    '所属機関の側で、パスワードだけの確認でした。つなぎには二要素が要ります。所属機関のシステム担当に、二要素を求める設定にしてもらってください。',
    'Your institution has asked for a password only, and Tsunagi needs two factors. Ask those who run its systems to require two.',
  );

const unknownClient = (): DomainError =>
  new DomainError(
    'conflict',
    'provider_unknown_client',
    '所属機関の認証システムが、つなぎを受け付けません（クライアントIDかシークレットが違うか、期限が切れています）。管理者が、認証システムの設定を確かめて入れ直してください。',
    'The sign-in system does not accept Tsunagi: the client id or the secret is wrong or has run out. An administrator must enter them anew.',
    [
      {
        path: 'clientSecret',
        code: 'provider_unknown_client',
        ja: 'この認証システムは、このIDとシークレットを受け付けません。',
        en: 'The provider does not accept this id with this secret.',
      },
    ],
  );

const notThere = (issuer: string): DomainError =>
  new DomainError(
    'invalid',
    'provider_not_found',
    `${issuer} に OpenID Connect の認証システムが見つかりません。発行者（issuer）の URL を確かめてください。https:// で外から届くか、院内の場合はサーバーの設定で許可されている必要があります。`,
    `No OpenID Connect provider was found at ${issuer}. Check the URL of the issuer. It must be public and https://, or be allowed in the settings of the server.`,
    [
      {
        path: 'issuer',
        code: 'provider_not_found',
        ja: '認証システムが見つかりません。',
        en: 'There is no provider.',
      },
    ],
  );

const anotherIssuer = (issuer: string): DomainError =>
  new DomainError(
    'invalid',
    'provider_other_issuer',
    `この認証システムは、自分の発行者を ${issuer} と名乗っています。そのとおりに入力してください（末尾の / も区別します）。`,
    `This provider calls itself ${issuer}. Enter exactly that (a / at the end counts).`,
    [
      {
        path: 'issuer',
        code: 'provider_other_issuer',
        ja: `${issuer} と入力してください。`,
        en: `Enter ${issuer}.`,
      },
    ],
  );

import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '#kernel';
import { Databases, type Queryable } from '#platform';
import { AT_PROVIDER_MINUTES, mustAskAnew, type ProviderPurpose } from './domain/provider-answer.js';
import { notProven, ProviderClient, type Subject } from './provider-client.js';
import { Providers, type Provider } from './providers.js';
import { Sealing } from './sealing.js';
import { SignInLog } from './sign-in-log.js';

/** What somebody goes to his provider for, and who he is here as far as that is known. */
export interface Errand {
  readonly purpose: ProviderPurpose;
  /** Of whoever is signed in: which login, through which session. */
  readonly login?: string;
  readonly session?: string;
  /** The link that is taken up. */
  readonly invitation?: string;
  /** 共用PC. */
  readonly shared?: boolean;
}

export interface Begun {
  /** Where the browser goes. */
  readonly location: string;
  /** What it must hold when it comes back. */
  readonly token: string;
}

/** Somebody has come back, and the provider has said who it is. */
export interface Arrived extends Errand, Subject {
  readonly prefecture: string;
  readonly organization: string;
}

interface Row {
  readonly prefecture: string;
  readonly organization: string;
  readonly purpose: ProviderPurpose;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: Buffer;
  readonly login: string | null;
  readonly session: string | null;
  readonly invitation: Buffer | null;
  readonly shared: boolean;
  readonly in_time: boolean;
}

const VERIFIER = 'code-verifier';
const RANDOM_BYTES = 32;
const random = (): string => randomBytes(RANDOM_BYTES).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const noProvider = () =>
  new DomainError(
    'not_found',
    'provider_gone',
    '所属機関のアカウントでは入れません（この機関の設定がないか、取り消されました）。つなぎのサインイン名とパスワードで入るか、管理者に連絡してください。',
    'You cannot sign in by the account of your institution: it has not been set up, or no longer is. Use your Tsunagi name and password, or ask your administrator.',
  );

const ofSomebodyElse = () =>
  new DomainError(
    'conflict',
    'provider_account_taken',
    '所属機関のこのアカウントは、つなぎの別のサインインに結び付いています。所属機関の画面で別の人のまま入っていないか確かめてください。違っていれば、管理者に結び付けを外してもらってください。',
    'This account of your institution is bound to another sign-in here. See whether somebody else was still signed in there; if not, ask your administrator to unbind it.',
  );

/** サインイン by the account that a person has at his institution (OpenID Connect). */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly databases: Databases,
    private readonly providers: Providers,
    private readonly client: ProviderClient,
    private readonly sealing: Sealing,
    private readonly log: SignInLog,
  ) {}

  /** @throws provider_gone, unavailable */
  async begin(provider: Provider | undefined, errand: Errand): Promise<Begun> {
    if (!provider) throw noProvider();
    const { prefecture, organization } = provider;
    const { purpose, login, session, invitation, shared = false } = errand;
    const [state, nonce, verifier] = [random(), random(), random()];
    const location = await this.client.begin(provider, { state, nonce, verifier, anew: mustAskAnew(purpose, shared) });
    const token = `${prefecture}.${random()}`;
    await this.databases.writer.query(
      `WITH old AS (DELETE FROM provider_flow WHERE expires_at < now())
       INSERT INTO provider_flow (prefecture, token_hash, organization, purpose, state, nonce, verifier, login, session,
                                  invitation, shared, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(mins => ${AT_PROVIDER_MINUTES}))`,
      [
        prefecture,
        hashOf(token),
        organization,
        purpose,
        state,
        nonce,
        this.sealing.seal(Buffer.from(verifier), VERIFIER),
        login ?? null,
        session ?? null,
        invitation === undefined ? null : this.sealing.seal(Buffer.from(invitation), VERIFIER),
        shared,
      ],
    );
    return { location, token };
  }

  /** Takes what was begun with this browser, once: whatever comes of it, it is over. @throws where the answer is not believed */
  async arrive(token: string | undefined, query: string): Promise<Arrived> {
    const row = token === undefined ? undefined : await this.take(token);
    if (!row?.in_time) throw notProven();
    const provider = await this.providers.of(row.prefecture, row.organization);
    if (!provider) throw noProvider();
    const { prefecture, organization, purpose, state, nonce, shared } = row;
    const verifier = this.sealing.unseal(row.verifier, VERIFIER).toString('utf8');
    const subject = await this.client.finish(
      provider,
      { state, nonce, verifier, anew: mustAskAnew(purpose, shared) },
      query,
    );
    return {
      ...subject,
      prefecture,
      organization,
      purpose,
      shared,
      ...(row.login !== null && { login: row.login }),
      ...(row.session !== null && { session: row.session }),
      ...(row.invitation !== null && { invitation: this.sealing.unseal(row.invitation, VERIFIER).toString('utf8') }),
    };
  }

  /** The login to which the account is bound; nobody is found by an address or a name. */
  async loginOf({ prefecture, issuer, subject }: Arrived, tx: Queryable = this.databases.writer) {
    const { rows } = await tx.query<{ login: string }>(
      'SELECT login FROM provider_binding WHERE prefecture = $1 AND issuer = $2 AND subject = $3',
      [prefecture, issuer, subject],
    );
    return rows[0]?.login;
  }

  /** Whose session it was begun in is still signed in: who has been signed out meanwhile binds nothing. */
  async stands({ prefecture, login, session }: Arrived): Promise<boolean> {
    const { rowCount } = await this.databases.writer.query(
      'SELECT FROM session WHERE prefecture = $1 AND login = $2 AND id = $3 AND expires_at > now()',
      [prefecture, login ?? null, session ?? null],
    );
    return rowCount === 1;
  }

  /**
   * One account for one login; another account of the same person takes the place of the first. @throws provider_account_taken
   */
  async bind(arrived: Arrived, login: string, user: string | undefined, tx: Queryable): Promise<void> {
    const { prefecture, issuer, subject } = arrived;
    await tx.query('DELETE FROM provider_binding WHERE prefecture = $1 AND issuer = $2 AND login = $3', [
      prefecture,
      issuer,
      login,
    ]);
    const { rowCount } = await tx.query(
      `INSERT INTO provider_binding (prefecture, issuer, subject, login) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [prefecture, issuer, subject, login],
    );
    if (rowCount !== 1) throw ofSomebodyElse();
    await this.log.note(prefecture, { what: 'provider_bound', login, ...(user !== undefined && { user }) }, tx);
  }

  /** Whoever came in by the account is out. Nothing to unbind: nothing happens. */
  async unbind(prefecture: string, login: string, user: string, { by }: { by?: string } = {}): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { rowCount } = await tx.query('DELETE FROM provider_binding WHERE prefecture = $1 AND login = $2', [
        prefecture,
        login,
      ]);
      if (rowCount === 0) return;
      await tx.query('DELETE FROM session WHERE prefecture = $1 AND login = $2 AND by_organization IS NOT NULL', [
        prefecture,
        login,
      ]);
      await this.log.note(prefecture, { what: 'provider_unbound', login, user, ...(by !== undefined && { by }) }, tx);
    });
  }

  private async take(token: string): Promise<Row | undefined> {
    const { rows } = await this.databases.writer.query<Row>(
      `DELETE FROM provider_flow WHERE prefecture = $1 AND token_hash = $2
       RETURNING prefecture, organization, purpose, state, nonce, verifier, login, session, invitation, shared,
                 expires_at > now() AS in_time`,
      [token.slice(0, 2), hashOf(token)],
    );
    return rows[0];
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Databases } from '#platform';
import { codeTyped, institutionCode } from './domain/institution-code.js';
import { ProviderClient, type ProviderSettings } from './provider-client.js';
import { Sealing } from './sealing.js';
import { SignInLog } from './sign-in-log.js';

/** 機関の認証基盤: by which accounts the people of an institution may sign in. */
export interface Provider extends ProviderSettings {
  readonly prefecture: string;
  readonly organization: string;
  readonly code: string;
}

export interface ProviderEntered extends ProviderSettings {
  readonly code: string;
}

/** Somebody whose account at the provider is bound. */
export interface Bound {
  readonly userId: string;
  readonly boundAt: string;
}

interface Row {
  readonly prefecture: string;
  readonly organization: string;
  readonly code: string;
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret: Buffer;
}

const SECRET = 'client-secret';
const COLUMNS = 'prefecture, organization, code, issuer, client_id, client_secret';

const codeTaken = () =>
  new DomainError(
    'conflict',
    'code_taken',
    'この機関コードは使われています。別の語にしてください。',
    'This code is taken. Choose another.',
    [{ path: 'code', code: 'code_taken', ja: 'このコードは使われています。', en: 'This code is taken.' }],
  );

/** What administrators have entered of the providers of institutions. */
@Injectable()
export class Providers {
  constructor(
    private readonly databases: Databases,
    private readonly sealing: Sealing,
    private readonly client: ProviderClient,
    private readonly log: SignInLog,
  ) {}

  /** Whether any institution has one: whoever has nobody's account is offered no way in by it. */
  async any(): Promise<boolean> {
    const { rows } = await this.databases.writer.query<{ there: boolean }>({
      name: 'any-identity-provider',
      text: 'SELECT EXISTS (SELECT FROM identity_provider) AS there',
    });
    return rows[0]?.there === true;
  }

  async of(prefecture: string, organization: string): Promise<Provider | undefined> {
    const { rows } = await this.databases.writer.query<Row>(
      `SELECT ${COLUMNS} FROM identity_provider WHERE prefecture = $1 AND organization = $2`,
      [prefecture, organization],
    );
    return rows.map((row) => this.opened(row))[0];
  }

  /** `typed`: the code of an institution, or an address of its mail. */
  async called(typed: string): Promise<Provider | undefined> {
    const { rows } = await this.databases.writer.query<Row>(
      `SELECT ${COLUMNS} FROM identity_provider WHERE code = $1 ORDER BY kept_at LIMIT 1`,
      [codeTyped(typed)],
    );
    return rows.map((row) => this.opened(row))[0];
  }

  /** Keeps what has been tried and works. @throws invalid_input, code_taken, or why it does not work */
  async keep(prefecture: string, organization: string, entered: ProviderEntered, by: string): Promise<void> {
    const code = institutionCode(entered.code);
    await this.client.try(entered);
    const sealed = this.sealing.seal(Buffer.from(entered.clientSecret), SECRET);
    await this.databases.writing(async (tx) => {
      // Of two that take one code at the same moment, one comes too late: no key can say so across prefectures.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('code of a provider'))`);
      const { rowCount } = await tx.query(
        'SELECT FROM identity_provider WHERE code = $1 AND NOT (prefecture = $2 AND organization = $3)',
        [code, prefecture, organization],
      );
      if (rowCount !== 0) throw codeTaken();
      await tx.query(
        `INSERT INTO identity_provider (prefecture, organization, code, issuer, client_id, client_secret, kept_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (prefecture, organization) DO UPDATE
           SET code = $3, issuer = $4, client_id = $5, client_secret = $6, kept_by = $7, kept_at = now()`,
        [prefecture, organization, code, entered.issuer, entered.clientId, sealed, by],
      );
      await this.log.note(prefecture, { what: 'provider_kept', by }, tx);
    });
  }

  /** Nobody comes in by it any more; who is in by it is out. Bindings stay: with the same issuer they hold again. */
  async remove(prefecture: string, organization: string, by: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { rowCount } = await tx.query('DELETE FROM identity_provider WHERE prefecture = $1 AND organization = $2', [
        prefecture,
        organization,
      ]);
      if (rowCount === 0) return;
      await tx.query('DELETE FROM session WHERE prefecture = $1 AND by_organization = $2', [prefecture, organization]);
      await this.log.note(prefecture, { what: 'provider_removed', by }, tx);
    });
  }

  /** Who of an institution comes in by its provider. */
  async boundOf(prefecture: string, organization: string): Promise<Bound[]> {
    const { rows } = await this.databases.writer.query<Bound>(
      `SELECT a.user_id AS "userId", b.bound_at AS "boundAt"
         FROM identity_provider p
         JOIN provider_binding b ON b.prefecture = p.prefecture AND b.issuer = p.issuer
         JOIN login_seat s ON s.prefecture = b.prefecture AND s.login = b.login
         JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id AND a.organization_id = p.organization
        WHERE p.prefecture = $1 AND p.organization = $2 ORDER BY b.bound_at, a.user_id`,
      [prefecture, organization],
    );
    return rows;
  }

  private opened({ client_id, client_secret, ...row }: Row): Provider {
    return {
      ...row,
      clientId: client_id,
      clientSecret: this.sealing.unseal(client_secret, SECRET).toString('utf8'),
    };
  }
}

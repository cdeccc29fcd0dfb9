import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DomainError, idFrom } from '#kernel';
import { Databases, type Queryable } from '#platform';
import { Accounts, type Account } from './accounts.query.js';
import { SECRET_BYTES, stepOf } from './one-time-code.js';
import { mustBeStrong } from './password-strength.js';
import { INVITATION_HOURS, RESET_HOURS } from './domain/session-limits.js';
import { signInName } from './domain/sign-in-name.js';
import { Logins } from './logins.js';
import { Passwords } from './passwords.js';
import { ProviderSignIn, type Arrived } from './provider-sign-in.js';
import { Sealing } from './sealing.js';
import { TOTP, type Login } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';

/** What a link is for: a post to take up (招待), or the way in to be set up anew (サインインの再設定). */
export type Purpose = 'seat' | 'reset';

export interface Invited {
  readonly token: string;
  readonly expiresAt: string;
}

export interface Opened {
  readonly purpose: Purpose;
  readonly account: Account;
  readonly expiresAt: string;
  /** Of a reset: the name that one keeps; null where there was none, for the person came in by his institution only. */
  readonly name: string | null;
  readonly secret: Buffer;
}

/** Of the link of the first administrator: no prefecture has this number. */
const NOWHERE = '00';

interface Row {
  readonly prefecture: string;
  readonly purpose: Purpose;
  readonly user_id: string;
  readonly totp_secret: Buffer;
  readonly expires_at: string;
  readonly now: string;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** One answer for what was used, is too old, was withdrawn or never was: a link tells nothing of anybody. */
const notUsable = () =>
  new DomainError(
    'not_found',
    'invitation_not_usable',
    'このリンクは使えません（使用済み・期限切れ・取り消しのいずれか）。招待した方に、新しいリンクをもらってください。',
    'This link cannot be used: it has been used, is too old, or was withdrawn. Ask whoever invited you for a new one.',
  );

const wrongCode = () =>
  new DomainError(
    'invalid',
    'invalid_input',
    '6桁のコードが合いません。アプリに今表示されているコードを入力してください（端末の時計がずれていると合いません）。',
    'The six-digit code is not right. Type the one that the app shows now (a clock that is off makes it wrong).',
    [
      {
        path: 'code',
        code: 'wrong_code',
        ja: 'コードが合いません。今表示されている6桁を入力してください。',
        en: 'The code is not right. Type the six digits shown now.',
      },
    ],
  );

const nameTaken = () =>
  new DomainError(
    'conflict',
    'name_taken',
    'このサインイン名は使われています。別の名前にするか、すでにお持ちのサインインで引き受けてください。',
    'This sign-in name is taken. Choose another, or take the invitation with the sign-in that you have.',
    [{ path: 'name', code: 'name_taken', ja: 'この名前は使われています。', en: 'This name is taken.' }],
  );

/** 招待: how a person comes to a sign-in of his own. Whoever invites sees the link once, and never a password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly logins: Logins,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly log: SignInLog,
    private readonly byProvider: ProviderSignIn,
  ) {}

  /** A new link for a post; one of before is good no longer. For whoever signs in already it sets up the way in anew. */
  async invite(prefecture: string, userId: string, by: string | null): Promise<Invited & { purpose: Purpose }> {
    const purpose: Purpose = (await this.logins.loginOf(prefecture, userId)) === undefined ? 'seat' : 'reset';
    const token = `${prefecture}.${randomBytes(32).toString('base64url')}`;
    const expiresAt = await this.databases.writing(async (tx) => {
      await this.end(tx, prefecture, userId, 'withdrawn');
      const { rows } = await tx.query<{ expires_at: string }>(
        `INSERT INTO invitation (prefecture, token_hash, purpose, user_id, invited_by, totp_secret, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7)) RETURNING expires_at`,
        [
          prefecture,
          hashOf(token),
          purpose,
          userId,
          by,
          this.sealing.seal(randomBytes(SECRET_BYTES), TOTP),
          purpose === 'seat' ? INVITATION_HOURS : RESET_HOURS,
        ],
      );
      const what = purpose === 'seat' ? 'invited' : 'reset_offered';
      await this.log.note(prefecture, { what, user: userId, ...(by !== null && { by }) }, tx);
      return rows[0]?.expires_at ?? '';
    });
    return { token, expiresAt, purpose };
  }

  /**
   * The link with which the first administrator (最初の管理者) begins, where nobody can sign in yet. It names no person: there
   * is none. One of before is good no longer. Null where somebody can sign in already.
   */
  async offerFoundation(): Promise<string | null> {
    if (await this.logins.anybody()) return null;
    const token = `${NOWHERE}.${randomBytes(32).toString('base64url')}`;
    await this.databases.writing(async (tx) => {
      await tx.query(
        `UPDATE invitation SET over_at = now(), over = 'withdrawn' WHERE prefecture = $1 AND over_at IS NULL`,
        [NOWHERE],
      );
      await tx.query(
        `INSERT INTO invitation (prefecture, token_hash, purpose, totp_secret, expires_at)
         VALUES ($1, $2, 'foundation', ''::bytea, now() + make_interval(hours => ${RESET_HOURS}))`,
        [NOWHERE, hashOf(token)],
      );
    });
    return token;
  }

  /** @throws not_found for a link that is no such, or where somebody can sign in meanwhile */
  async mustBeFoundation(token: string): Promise<void> {
    const { rowCount } = await this.databases.writer.query(
      `SELECT FROM invitation WHERE prefecture = $1 AND token_hash = $2 AND purpose = 'foundation' AND over_at IS NULL
                                AND expires_at > now() AND NOT EXISTS (SELECT FROM login)`,
      [NOWHERE, hashOf(token)],
    );
    if (rowCount !== 1) throw notUsable();
  }

  async withdraw(prefecture: string, userId: string, by: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const ended = await this.end(tx, prefecture, userId, 'withdrawn');
      if (ended > 0) await this.log.note(prefecture, { what: 'invitation_withdrawn', user: userId, by }, tx);
    });
  }

  /** What a link is for. To look changes nothing: a scanner of mails may look as often as it likes. @throws not_found */
  async open(token: string): Promise<Opened> {
    const row = await this.find(this.databases.writer, token);
    const [account] = await this.accounts.of(row.prefecture, { ids: [row.user_id] });
    if (!account) throw notUsable();
    const login = row.purpose === 'reset' ? await this.loginOf(row) : undefined;
    return {
      purpose: row.purpose,
      account,
      expiresAt: row.expires_at,
      name: login?.name ?? null,
      secret: this.sealing.unseal(row.totp_secret, TOTP),
    };
  }

  /**
   * Takes a link up: a password and the app that shows the codes are set, and it is good no longer. Codes for a lost
   * telephone are given this once. @throws not_found, invalid_input, name_taken
   */
  async accept(
    token: string,
    said: { name: string; password: string; code: string },
  ): Promise<{ login: Login; userId: string; codes: string[] }> {
    const opened = await this.open(token);
    const name = opened.name ?? signInName(said.name);
    mustBeStrong(said.password, [name, opened.account.name, opened.account.organization.name]);
    const hash = await this.passwords.hash(said.password);
    try {
      return await this.databases.writing(async (tx) => {
        const row = await this.take(tx, token);
        const step = stepOf(opened.secret, said.code, Date.parse(row.now), 0);
        if (step === undefined) throw wrongCode();
        const login =
          row.purpose === 'reset'
            ? await this.renew(tx, row, name, hash, step)
            : await this.found(tx, row, name, hash, step);
        const codes = await this.logins.makeCodes(row.prefecture, login.id, tx);
        const what = row.purpose === 'reset' ? 'reset_done' : 'joined';
        await this.log.note(row.prefecture, { what, login: login.id, user: row.user_id }, tx);
        return { login, userId: row.user_id, codes };
      });
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'login_name') throw nameTaken();
      throw error;
    }
  }

  /** One person with two posts has one way in: the post is added to a login that has proven itself. @throws not_found */
  async join(token: string, login: Login): Promise<string> {
    return this.databases.writing(async (tx) => {
      const row = await this.take(tx, token);
      if (row.purpose !== 'seat' || row.prefecture !== login.prefecture) throw notUsable();
      await this.seat(tx, row, login.id);
      await this.log.note(row.prefecture, { what: 'seat_joined', login: login.id, user: row.user_id }, tx);
      return row.user_id;
    });
  }

  /**
   * Takes a link up with the account that the person has at his institution: it is bound, and no password is made. An account
   * that is bound already gets the post besides. @throws not_found
   */
  async acceptByProvider(arrived: Arrived): Promise<{ login: Login; userId: string }> {
    const { invitation = '', organization } = arrived;
    const { account } = await this.open(invitation);
    if (account.organization.id !== organization) throw notUsable();
    return this.databases.writing(async (tx) => {
      const row = await this.take(tx, invitation);
      const known = await this.byProvider.loginOf(arrived, tx);
      if (row.purpose !== 'seat' || row.prefecture !== arrived.prefecture) throw notUsable();
      const login = known === undefined ? await this.foundBare(tx, row) : await this.loginWith(tx, row, known);
      if (known === undefined) await this.byProvider.bind(arrived, login.id, row.user_id, tx);
      else await this.seat(tx, row, login.id);
      const what = known === undefined ? 'joined' : 'seat_joined';
      await this.log.note(row.prefecture, { what, login: login.id, user: row.user_id }, tx);
      return { login, userId: row.user_id };
    });
  }

  /** Without a name, a password and an app: its person proves himself elsewhere. */
  private async foundBare(tx: Queryable, { prefecture, ...row }: Row): Promise<Login> {
    const id = idFrom(row.now, `${prefecture}:${row.user_id}`, 'login');
    await tx.query('INSERT INTO login (prefecture, id) VALUES ($1, $2)', [prefecture, id]);
    await this.seat(tx, { prefecture, ...row }, id);
    return { prefecture, id, name: null };
  }

  private async loginWith(tx: Queryable, { prefecture }: Row, id: string): Promise<Login> {
    const { rows } = await tx.query<Login>('SELECT prefecture, id, name FROM login WHERE prefecture = $1 AND id = $2', [
      prefecture,
      id,
    ]);
    const [login] = rows;
    if (!login) throw notUsable();
    return login;
  }

  private async found(
    tx: Queryable,
    { prefecture, ...row }: Row,
    name: string,
    hash: string,
    step: number,
  ): Promise<Login> {
    const id = idFrom(row.now, `${prefecture}:${row.user_id}`, 'login');
    await tx.query(
      `INSERT INTO login (prefecture, id, name, password_hash, totp_secret, totp_step) VALUES ($1, $2, $3, $4, $5, $6)`,
      [prefecture, id, name, hash, row.totp_secret, step],
    );
    await this.seat(tx, { prefecture, ...row }, id);
    return { prefecture, id, name };
  }

  private async seat(tx: Queryable, { prefecture, user_id }: Row, login: string): Promise<void> {
    await tx.query('INSERT INTO login_seat (prefecture, user_id, login) VALUES ($1, $2, $3)', [
      prefecture,
      user_id,
      login,
    ]);
  }

  /** The way in of before is closed in the same moment: whoever had it is out. */
  private async renew(tx: Queryable, row: Row, name: string, hash: string, step: number): Promise<Login> {
    const { rows } = await tx.query<Login>(
      `UPDATE login l SET password_hash = $3, totp_secret = $4, totp_step = $5, name = $6, password_set_at = now()
         FROM login_seat s
        WHERE s.prefecture = $1 AND s.user_id = $2 AND l.prefecture = s.prefecture AND l.id = s.login
       RETURNING l.prefecture, l.id, l.name`,
      [row.prefecture, row.user_id, hash, row.totp_secret, step, name],
    );
    const [login] = rows;
    if (!login) throw notUsable();
    for (const table of ['session', 'provider_binding', 'passkey'])
      await tx.query(`DELETE FROM ${table} WHERE prefecture = $1 AND login = $2`, [row.prefecture, login.id]);
    return login;
  }

  private async loginOf({ prefecture, user_id }: Row): Promise<Login | undefined> {
    const { rows } = await this.databases.writer.query<Login>(
      `SELECT l.prefecture, l.id, l.name FROM login l JOIN login_seat s ON s.prefecture = l.prefecture AND s.login = l.id
        WHERE s.prefecture = $1 AND s.user_id = $2`,
      [prefecture, user_id],
    );
    return rows[0];
  }

  private async find(tx: Queryable, token: string): Promise<Row> {
    const { rows } = await tx.query<Row>(
      `SELECT prefecture, purpose, user_id, totp_secret, expires_at, now() AS now FROM invitation
        WHERE prefecture = $1 AND token_hash = $2 AND user_id IS NOT NULL AND over_at IS NULL AND expires_at > now()`,
      [token.slice(0, 2), hashOf(token)],
    );
    const [row] = rows;
    if (!row) throw notUsable();
    return row;
  }

  /** Of two that take one link up at the same moment, one comes too late. */
  private async take(tx: Queryable, token: string): Promise<Row> {
    const { rows } = await tx.query<Row>(
      `UPDATE invitation SET over_at = now(), over = 'used'
        WHERE prefecture = $1 AND token_hash = $2 AND user_id IS NOT NULL AND over_at IS NULL AND expires_at > now()
       RETURNING prefecture, purpose, user_id, totp_secret, expires_at, now() AS now`,
      [token.slice(0, 2), hashOf(token)],
    );
    const [row] = rows;
    if (!row) throw notUsable();
    return row;
  }

  private async end(tx: Queryable, prefecture: string, userId: string, over: 'withdrawn'): Promise<number> {
    const { rowCount } = await tx.query(
      `UPDATE invitation SET over_at = now(), over = $3 WHERE prefecture = $1 AND user_id = $2 AND over_at IS NULL`,
      [prefecture, userId, over],
    );
    return rowCount ?? 0;
  }
}

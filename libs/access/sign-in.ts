import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Databases } from '#platform';
import { secondsToWait, WINDOW_MIN, type Failures } from './domain/attempts.js';
import { stepOf } from './one-time-code.js';
import { recoveryText } from './domain/recovery-code.js';
import { folded } from './domain/sign-in-name.js';
import { Passwords } from './passwords.js';
import { Sealing } from './sealing.js';

/** Two factors (二要素): what one knows, and the telephone that one has, or a code from paper in its place. */
export interface Proof {
  readonly name: string;
  readonly password: string;
  readonly code: string;
}

export interface Login {
  readonly prefecture: string;
  readonly id: string;
  /** サインイン名; null where its person comes in by the account of an institution only. */
  readonly name: string | null;
}

export type Tried =
  | { readonly is: 'in'; readonly login: Login; readonly byRecoveryCode: boolean }
  | { readonly is: 'wrong' }
  | { readonly is: 'too_soon'; readonly seconds: number };

export type Guessed<T> = { readonly is: 'found'; readonly found: T } | Exclude<Tried, { is: 'in' }>;

interface Stored extends Login {
  readonly name: string;
  readonly password_hash: string;
  readonly totp_secret: Buffer;
  readonly totp_step: number;
  readonly now: string;
}

export const TOTP = 'totp';
/** Failures are counted before it is known in which prefecture somebody is. */
const ANYWHERE = '00';

const keyOf = (kind: 'name' | 'place', text: string): Buffer => createHash('sha256').update(`${kind}:${text}`).digest();

export const recoveryHash = (login: string, typed: string): Buffer =>
  createHash('sha256')
    .update(`${login}:${recoveryText(typed)}`)
    .digest();

/** サインイン: whether somebody is who he says. What was wrong is never told, nor whether there is such a name (A2). */
@Injectable()
export class SignIn {
  constructor(
    private readonly databases: Databases,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
  ) {}

  /** `place`: where it comes from, an address. */
  async try(proof: Proof, place: string): Promise<Tried> {
    const name = folded(proof.name);
    const keys = [keyOf('name', name), keyOf('place', place)] as const;
    const seconds = await this.begins(keys);
    if (seconds > 0) return { is: 'too_soon', seconds };
    const byRecoveryCode = recoveryText(proof.code).length > 8;
    for (const login of await this.named(name)) {
      if (!(await this.passwords.matches(login.password_hash, proof.password))) continue;
      if (!(await this.spends(login, proof.code))) continue;
      await this.forget(keys[0], keys[1]);
      return { is: 'in', login: { prefecture: login.prefecture, id: login.id, name: login.name }, byRecoveryCode };
    }
    return { is: 'wrong' };
  }

  /** Whether a password is that of a login; tries count as those of a sign-in. */
  async knows(
    { prefecture, id, name }: Login,
    password: string,
    place: string,
  ): Promise<Exclude<Tried, { is: 'in' }> | undefined> {
    const keys = [keyOf('name', name ?? `login:${id}`), keyOf('place', place)] as const;
    const seconds = await this.begins(keys);
    if (seconds > 0) return { is: 'too_soon', seconds };
    const stored = (await this.named(name ?? '')).find((one) => one.id === id && one.prefecture === prefecture);
    if (!(await this.passwords.matches(stored?.password_hash, password))) return { is: 'wrong' };
    await this.forget(keys[0], keys[1]);
    return undefined;
  }

  /**
   * What is guessed at beside a sign-in, as the code of an institution: tries from one place are counted as those of a sign-in.
   * @returns what was found, or seconds to wait
   */
  async guess<T>(what: string, place: string, look: () => Promise<T | undefined>): Promise<Guessed<T>> {
    const keys = [keyOf('name', `guess:${what}`), keyOf('place', place)] as const;
    const seconds = await this.begins(keys);
    if (seconds > 0) return { is: 'too_soon', seconds };
    const found = await look();
    if (found === undefined) return { is: 'wrong' };
    await this.forget(keys[0], keys[1]);
    return { is: 'found', found };
  }

  async login(prefecture: string, id: string): Promise<Login | undefined> {
    const { rows } = await this.databases.writer.query<Login>(
      'SELECT prefecture, id, name FROM login WHERE prefecture = $1 AND id = $2',
      [prefecture, id],
    );
    return rows[0];
  }

  /** The post in which somebody of this sign-in name worked last. */
  async seatNamed(name: string): Promise<{ prefecture: string; userId: string } | undefined> {
    const { rows } = await this.databases.writer.query<{ prefecture: string; userId: string }>(
      `SELECT s.prefecture, s.user_id AS "userId" FROM login l
         JOIN login_seat s ON s.prefecture = l.prefecture AND s.login = l.id
        WHERE l.name = $1 ORDER BY s.used_at DESC LIMIT 1`,
      [folded(name)],
    );
    return rows[0];
  }

  /** With nobody of that name the same is done once, for as long as it takes with somebody. */
  private async named(name: string): Promise<Stored[]> {
    const { rows } = await this.databases.writer.query<Stored>({
      name: 'login-named',
      text: `SELECT prefecture, id, name, password_hash, totp_secret, totp_step, now() AS now FROM login WHERE name = $1`,
      values: [name],
    });
    if (rows.length === 0) await this.passwords.matches(undefined, '');
    return rows;
  }

  /** Takes the code, so that nobody else can: that of the moment, or one from paper. */
  private async spends({ prefecture, id, totp_secret, totp_step, now }: Stored, code: string): Promise<boolean> {
    const step = stepOf(this.sealing.unseal(totp_secret, TOTP), code, Date.parse(now), totp_step);
    const { rowCount } =
      step === undefined
        ? await this.databases.writer.query(
            `UPDATE recovery_code SET used_at = now() WHERE prefecture = $1 AND login = $2 AND hash = $3 AND used_at IS NULL`,
            [prefecture, id, recoveryHash(id, code)],
          )
        : await this.databases.writer.query(
            'UPDATE login SET totp_step = $3 WHERE prefecture = $1 AND id = $2 AND totp_step < $3',
            [prefecture, id, step],
          );
    return rowCount === 1;
  }

  /**
   * Seconds that the try has to wait; none: it begins. It is counted before anything is looked at, so that a thousand tries
   * at one moment are a thousand; one that has to wait is not, or whoever guesses would keep the person out for good.
   */
  private async begins(keys: readonly Buffer[]): Promise<number> {
    const { rows: own } = await this.databases.writer.query<{ id: number }>({
      name: 'count-sign-in-failure',
      text: `WITH old AS (DELETE FROM sign_in_failure WHERE at < now() - make_interval(mins => ${2 * WINDOW_MIN}))
             INSERT INTO sign_in_failure (prefecture, key) SELECT '${ANYWHERE}', unnest($1::bytea[]) RETURNING id`,
      values: [keys],
    });
    const ids = own.map(({ id }) => id);
    const { rows } = await this.databases.writer.query<Failures>({
      name: 'sign-in-failures',
      text: `SELECT count(f.id)::int AS count, coalesce(extract(epoch FROM now() - max(f.at)), 0)::float8 AS "lastSecondsAgo"
               FROM unnest($1::bytea[]) WITH ORDINALITY AS k (key, n)
               LEFT JOIN sign_in_failure f ON f.key = k.key AND f.at > now() - make_interval(mins => ${WINDOW_MIN})
                                          AND NOT f.id = ANY ($2::bigint[])
              GROUP BY n ORDER BY n`,
      values: [keys, ids],
    });
    const [name, place] = rows;
    const seconds = name && place ? secondsToWait({ name, place }) : 0;
    if (seconds > 0)
      await this.databases.writer.query('DELETE FROM sign_in_failure WHERE id = ANY ($1::bigint[])', [ids]);
    return seconds;
  }

  /** Who is in has not failed. Of the place only this one try is forgotten: others are being tried from there. */
  private async forget(name: Buffer, place: Buffer): Promise<void> {
    await this.databases.writer.query({
      name: 'forget-sign-in-failures',
      text: `DELETE FROM sign_in_failure WHERE key = $1
                OR id = (SELECT max(id) FROM sign_in_failure WHERE key = $2)`,
      values: [name, place],
    });
  }
}

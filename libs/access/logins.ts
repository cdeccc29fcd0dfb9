import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Databases, type Queryable } from '#platform';
import { recoveryCode, RECOVERY_BYTES, RECOVERY_CODES } from './domain/recovery-code.js';
import { recoveryHash } from './sign-in.js';

/** A post (所属) that a login may work in: a role at an organization. */
export interface Seat {
  readonly userId: string;
  readonly role: string;
  readonly organization: string;
}

/** How somebody stands with the way in (サインインの状態). */
export interface Standing {
  readonly userId: string;
  readonly state: 'none' | 'invited' | 'expired' | 'active';
  /** Until when the link is good. */
  readonly until: string | null;
  readonly lastSignIn: string | null;
  /** The account of an institution is bound. */
  readonly byProvider: boolean;
}

/** By what somebody proves himself: a password, the account of his institution, or either. */
export interface Proofs {
  readonly password: boolean;
  /** Since when his account at the institution is bound; null: it is not. */
  readonly boundAt: string | null;
}

/** What is kept of logins beside their secrets. */
@Injectable()
export class Logins {
  constructor(private readonly databases: Databases) {}

  /** Of a login, that which was used last first. A post that has ended is none. `at`: those at one institution only. */
  async seatsOf(prefecture: string, login: string, at: string | null = null): Promise<Seat[]> {
    const { rows } = await this.databases.writer.query<Seat>({
      name: 'seats-of-login',
      text: `SELECT a.user_id AS "userId", a.role, a.organization_name AS organization
               FROM login_seat s JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id
              WHERE s.prefecture = $1 AND s.login = $2 AND ($3::uuid IS NULL OR a.organization_id = $3)
              ORDER BY s.used_at DESC, a.user_id`,
      values: [prefecture, login, at],
    });
    return rows;
  }

  /** `organization`: whose provider counts. */
  async proofsOf(prefecture: string, login: string, organization: string): Promise<Proofs> {
    const { rows } = await this.databases.writer.query<Proofs>({
      name: 'proofs-of-login',
      text: `SELECT l.password_hash IS NOT NULL AS password,
                    (SELECT b.bound_at FROM identity_provider p
                       JOIN provider_binding b ON b.prefecture = p.prefecture AND b.issuer = p.issuer AND b.login = l.id
                      WHERE p.prefecture = l.prefecture AND p.organization = $3) AS "boundAt"
               FROM login l WHERE l.prefecture = $1 AND l.id = $2`,
      values: [prefecture, login, organization],
    });
    return rows[0] ?? { password: false, boundAt: null };
  }

  async useSeat(prefecture: string, userId: string): Promise<void> {
    await this.databases.writer.query('UPDATE login_seat SET used_at = now() WHERE prefecture = $1 AND user_id = $2', [
      prefecture,
      userId,
    ]);
  }

  async loginOf(prefecture: string, userId: string): Promise<string | undefined> {
    const { rows } = await this.databases.writer.query<{ login: string }>(
      'SELECT login FROM login_seat WHERE prefecture = $1 AND user_id = $2',
      [prefecture, userId],
    );
    return rows[0]?.login;
  }

  /** Of everybody of a prefecture, or of one. */
  async standings(prefecture: string, userId?: string): Promise<Standing[]> {
    const { rows } = await this.databases.writer.query<Standing>(
      `SELECT a.user_id AS "userId",
              CASE WHEN s.user_id IS NOT NULL THEN 'active'
                   WHEN i.expires_at > now() THEN 'invited'
                   WHEN i.expires_at IS NOT NULL THEN 'expired' ELSE 'none' END AS state,
              i.expires_at AS until, l.at AS "lastSignIn",
              EXISTS (SELECT FROM provider_binding b WHERE b.prefecture = s.prefecture AND b.login = s.login) AS "byProvider"
         FROM account a
         LEFT JOIN login_seat s ON s.prefecture = a.prefecture AND s.user_id = a.user_id
         LEFT JOIN LATERAL (SELECT max(expires_at) AS expires_at FROM invitation i
                             WHERE i.prefecture = a.prefecture AND i.user_id = a.user_id AND i.over_at IS NULL) i ON true
         LEFT JOIN LATERAL (SELECT max(at) AS at FROM sign_in_log l
                             WHERE l.prefecture = a.prefecture AND l.user_id = a.user_id AND l.what LIKE 'signed_in%') l ON true
        WHERE a.prefecture = $1 AND ($2::uuid IS NULL OR a.user_id = $2)`,
      [prefecture, userId ?? null],
    );
    return rows;
  }

  /** Whether anybody can sign in at all. */
  async anybody(): Promise<boolean> {
    const { rows } = await this.databases.writer.query<{ there: boolean }>(
      'SELECT EXISTS (SELECT FROM login) AS there',
    );
    return rows[0]?.there === true;
  }

  async codesLeft(prefecture: string, login: string): Promise<number> {
    const { rows } = await this.databases.writer.query<{ left: number }>(
      'SELECT count(*)::int AS left FROM recovery_code WHERE prefecture = $1 AND login = $2 AND used_at IS NULL',
      [prefecture, login],
    );
    return rows[0]?.left ?? 0;
  }

  /** New ones; those of before are good for nothing any more. They are shown this once. */
  async makeCodes(prefecture: string, login: string, tx: Queryable = this.databases.writer): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_BYTES)));
    await tx.query(
      `WITH old AS (DELETE FROM recovery_code WHERE prefecture = $1 AND login = $2)
       INSERT INTO recovery_code (prefecture, login, hash) SELECT $1, $2, unnest($3::bytea[])`,
      [prefecture, login, codes.map((code) => recoveryHash(login, code))],
    );
    return codes;
  }

  async setPassword(prefecture: string, login: string, hash: string): Promise<void> {
    await this.databases.writer.query(
      'UPDATE login SET password_hash = $3, password_set_at = now() WHERE prefecture = $1 AND id = $2',
      [prefecture, login, hash],
    );
  }
}

import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { createHash } from 'node:crypto';
import { DomainError } from '#kernel';
import { Databases, Outside } from '#platform';
import type { Login } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';

/** A passkey as its owner sees it. */
export interface PasskeyListed {
  readonly id: string;
  readonly name: string;
  readonly addedAt: string;
  readonly usedAt: string | null;
}

interface Stored {
  readonly prefecture: string;
  readonly login: string;
  readonly name: string | null;
  readonly credential: string;
  readonly public_key: Buffer;
  readonly counter: string;
}

/** [D] Nobody has more devices than that. */
const MOST = 10;
/** [D] So long a device may ask for a finger before what it is to sign is over. */
const CHALLENGE_MINUTES = 5;
/** It is not known yet where somebody is. */
const ANYWHERE = '00';

const notAdded = () =>
  new DomainError(
    'conflict',
    'passkey_not_added',
    'パスキーを登録できませんでした。もう一度、最初から試してください（時間が経ちすぎたか、別の画面で始めたものです）。',
    'The passkey could not be added: it took too long, or was begun elsewhere. Begin again.',
  );

const tooMany = () =>
  new DomainError(
    'conflict',
    'too_many_passkeys',
    `パスキーは${MOST}個までです。使っていないものを外してから登録してください。`,
    `There can be ${MOST} passkeys. Remove one that you no longer use.`,
  );

/** パスキー (WebAuthn): a device that has its person's finger, face or PIN is two factors by itself. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly databases: Databases,
    private readonly outside: Outside,
    private readonly log: SignInLog,
  ) {}

  async of(prefecture: string, login: string): Promise<PasskeyListed[]> {
    const { rows } = await this.databases.writer.query<PasskeyListed>(
      `SELECT id, name, added_at AS "addedAt", used_at AS "usedAt" FROM passkey
        WHERE prefecture = $1 AND login = $2 ORDER BY added_at`,
      [prefecture, login],
    );
    return rows;
  }

  /** What the device of somebody who is signed in is asked to make. @throws too_many_passkeys */
  async beginAdding({ prefecture, id, name }: Login): Promise<object> {
    const { rows } = await this.databases.writer.query<{ credential: string }>(
      'SELECT credential FROM passkey WHERE prefecture = $1 AND login = $2',
      [prefecture, id],
    );
    if (rows.length >= MOST) throw tooMany();
    const options = await generateRegistrationOptions({
      rpName: 'つなぎ',
      rpID: this.site.hostname,
      userName: name ?? '',
      userID: new Uint8Array(createHash('sha256').update(`${prefecture}:${id}`).digest()),
      attestationType: 'none',
      excludeCredentials: rows.map(({ credential }) => ({ id: credential })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.keep(prefecture, options.challenge, id);
    return options;
  }

  /** @throws passkey_not_added */
  async add({ prefecture, id }: Login, name: string, response: unknown, user: string): Promise<void> {
    const verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.take(prefecture, challenge, id),
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) throw notAdded();
    const { credential } = verified.registrationInfo;
    await this.databases.writing(async (tx) => {
      const { rowCount } = await tx.query(
        `INSERT INTO passkey (prefecture, credential, login, public_key, counter, transports, name)
         SELECT $1, $2, $3, $4, $5, $6, $7
          WHERE NOT EXISTS (SELECT FROM passkey WHERE credential = $2)
            AND (SELECT count(*) FROM passkey WHERE prefecture = $1 AND login = $3) < ${MOST}`,
        [
          prefecture,
          credential.id,
          id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          name,
        ],
      );
      if (rowCount !== 1) throw notAdded();
      await this.log.note(prefecture, { what: 'passkey_added', login: id, user }, tx);
    });
  }

  async rename(prefecture: string, login: string, id: string, name: string): Promise<void> {
    await this.databases.writer.query('UPDATE passkey SET name = $4 WHERE prefecture = $1 AND login = $2 AND id = $3', [
      prefecture,
      login,
      id,
      name,
    ]);
  }

  async remove(prefecture: string, login: string, id: string, user: string): Promise<void> {
    await this.databases.writing(async (tx) => {
      const { rowCount } = await tx.query('DELETE FROM passkey WHERE prefecture = $1 AND login = $2 AND id = $3', [
        prefecture,
        login,
        id,
      ]);
      if (rowCount === 1) await this.log.note(prefecture, { what: 'passkey_removed', login, user }, tx);
    });
  }

  /** What a device is asked to sign: whose it is, it says itself. */
  async beginSignIn(): Promise<object> {
    const options = await generateAuthenticationOptions({ rpID: this.site.hostname, userVerification: 'required' });
    await this.keep(ANYWHERE, options.challenge, null);
    return options;
  }

  /** Who has signed; undefined: nobody who is known, or not as it should be. What was asked is spent whatever comes of it. */
  async signedBy(response: unknown): Promise<Login | undefined> {
    const { id } = response as { id?: unknown };
    const stored = typeof id === 'string' ? await this.find(id) : undefined;
    if (!stored) return undefined;
    const verified = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => this.take(ANYWHERE, challenge, null),
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
      credential: {
        id: stored.credential,
        publicKey: new Uint8Array(stored.public_key),
        counter: Number(stored.counter),
      },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { newCounter } = verified.authenticationInfo;
    // Two at one moment: the one whose device has counted less comes too late.
    const { rowCount } = await this.databases.writer.query(
      `UPDATE passkey SET counter = $3, used_at = now()
        WHERE prefecture = $1 AND credential = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0))`,
      [stored.prefecture, stored.credential, newCounter],
    );
    if (rowCount !== 1) return undefined;
    return { prefecture: stored.prefecture, id: stored.login, name: stored.name };
  }

  private get site(): URL {
    return new URL(this.outside.publicUrl);
  }

  private async find(credential: string): Promise<Stored | undefined> {
    const { rows } = await this.databases.writer.query<Stored>(
      `SELECT p.prefecture, p.login, l.name, p.credential, p.public_key, p.counter
         FROM passkey p JOIN login l ON l.prefecture = p.prefecture AND l.id = p.login WHERE p.credential = $1 LIMIT 1`,
      [credential],
    );
    return rows[0];
  }

  private async keep(prefecture: string, challenge: string, login: string | null): Promise<void> {
    await this.databases.writer.query(
      `WITH old AS (DELETE FROM passkey_challenge WHERE expires_at < now())
       INSERT INTO passkey_challenge (prefecture, challenge, login, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(mins => ${CHALLENGE_MINUTES}))`,
      [prefecture, challenge, login],
    );
  }

  /** Spends what was asked: it is signed once. */
  private async take(prefecture: string, challenge: string, login: string | null): Promise<boolean> {
    const { rows } = await this.databases.writer.query<{ good: boolean }>(
      `DELETE FROM passkey_challenge WHERE prefecture = $1 AND challenge = $2 AND login IS NOT DISTINCT FROM $3::uuid
       RETURNING expires_at > now() AS good`,
      [prefecture, challenge, login],
    );
    return rows[0]?.good === true;
  }
}

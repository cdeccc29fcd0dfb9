import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor, AreaRef, Role } from '#kernel';
import { Databases } from '#platform';

/** Who asks: a person in a role, within one prefecture. */
export interface Caller {
  readonly prefecture: string;
  readonly actor: Extract<Actor, { userId: string }>;
  readonly area: AreaRef;
}

/** A revoked session or role ends within this. */
const REMEMBERED_MS = 1_000;
const HOURS = 12;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions (design decision 11; the demo's way in until the identity issue). Tokens are stored as hashes only. */
@Injectable()
export class Sessions {
  private readonly seen = new Map<string, { caller: Caller | undefined; until: number }>();

  constructor(private readonly databases: Databases) {}

  async open(prefecture: string, userId: string): Promise<string> {
    const token = `${prefecture}.${randomBytes(32).toString('base64url')}`;
    await this.databases.writer.query({
      name: 'open-session',
      text: `INSERT INTO session (prefecture, token_hash, user_id, expires_at)
             VALUES ($1, $2, $3, now() + make_interval(hours => ${HOURS}))`,
      values: [prefecture, hashOf(token), userId],
    });
    return token;
  }

  async close(token: string): Promise<void> {
    this.seen.delete(token);
    await this.databases.writer.query('DELETE FROM session WHERE prefecture = $1 AND token_hash = $2', [
      token.slice(0, 2),
      hashOf(token),
    ]);
  }

  async callerOf(token: string): Promise<Caller | undefined> {
    const known = this.seen.get(token);
    if (known && known.until > Date.now()) return known.caller;
    const caller = await this.look(token);
    if (this.seen.size > 10_000) this.seen.clear();
    this.seen.set(token, { caller, until: Date.now() + REMEMBERED_MS });
    return caller;
  }

  private async look(token: string): Promise<Caller | undefined> {
    const prefecture = token.slice(0, 2);
    const { rows } = await this.databases.writer.query<{ id: string; role: Role; organization: string; area: AreaRef }>(
      {
        name: 'session-caller',
        text: `SELECT a.user_id AS id, a.role, a.organization_id AS organization, a.area
               FROM session s JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id
              WHERE s.prefecture = $1 AND s.token_hash = $2 AND s.expires_at > now()`,
        values: [prefecture, hashOf(token)],
      },
    );
    const [user] = rows;
    if (!user) return undefined;
    const { id, role, organization, area } = user;
    return { prefecture, actor: { userId: id, role, orgId: organization }, area };
  }
}

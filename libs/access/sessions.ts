import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor, AreaRef, Role } from '#kernel';
import { Databases } from '#platform';
import { ABSOLUTE_HOURS, IDLE_MINUTES, IDLE_MINUTES_SHARED } from './domain/session-limits.js';

/** Who asks: a person in a role, within one prefecture. */
export interface Caller {
  readonly prefecture: string;
  readonly actor: Extract<Actor, { userId: string }>;
  readonly area: AreaRef;
  /** Through which session; left out where the program itself asks for somebody. */
  readonly session?: OwnSession;
}

export interface OwnSession {
  readonly id: string;
  /** The login (サインイン) that it was opened with; null in the demo region, where accounts are chosen. */
  readonly login: string | null;
  /** 共用PC. */
  readonly shared: boolean;
  /** The institution whose provider said who it is: it works in posts of that one only. Null: by a password. */
  readonly byOrganization: string | null;
}

export interface Opening {
  readonly login?: string;
  /** By the provider of which institution. */
  readonly byOrganization?: string | null;
  /** 共用PC: locked sooner, and over with the browser. */
  readonly shared?: boolean;
  readonly device?: string;
}

/** A session as its owner sees it among his devices. */
export interface SessionListed {
  readonly id: string;
  readonly device: string;
  readonly shared: boolean;
  readonly createdAt: string;
  readonly activeAt: string;
}

interface Known {
  readonly caller: Caller;
  /** Nobody has touched it for a while: the screen is locked until its person proves that it is him (シ14). */
  readonly locked: boolean;
}

/** A revoked session or role ends within a second: what was looked up is believed for half of one. */
const REMEMBERED_MS = 500;
/** That somebody works is written down once in so long. */
const ACTIVE_MS = 30_000;

/** 離席: nobody has touched it for too long. */
const LOCKED = `s.login IS NOT NULL AND s.active_at < now() - make_interval(mins => CASE WHEN s.shared THEN ${IDLE_MINUTES_SHARED} ELSE ${IDLE_MINUTES} END)`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions (design decision 11): opaque tokens, stored as hashes only, each looked up in the database. */
@Injectable()
export class Sessions {
  private readonly seen = new Map<string, { known: Known | undefined; until: number }>();
  private readonly touched = new Map<string, number>();

  constructor(private readonly databases: Databases) {}

  async open(
    prefecture: string,
    userId: string,
    { login, shared = false, device = '', byOrganization = null }: Opening = {},
  ): Promise<string> {
    const token = `${prefecture}.${randomBytes(32).toString('base64url')}`;
    await this.databases.writer.query({
      name: 'open-session',
      text: `INSERT INTO session (prefecture, token_hash, user_id, expires_at, login, shared, device, by_organization)
             VALUES ($1, $2, $3, now() + make_interval(hours => ${ABSOLUTE_HOURS}), $4, $5, $6, $7)`,
      values: [prefecture, hashOf(token), userId, login ?? null, shared, device, byOrganization],
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

  /** Ends sessions of a login, all or one; never the one that is kept. Whoever uses them is out at his next request. */
  async end(
    prefecture: string,
    login: string,
    { only, but }: { only?: string; but?: string | undefined } = {},
  ): Promise<number> {
    const { rowCount } = await this.databases.writer.query(
      `DELETE FROM session WHERE prefecture = $1 AND login = $2 AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4)`,
      [prefecture, login, only ?? null, but ?? null],
    );
    this.seen.clear();
    return rowCount ?? 0;
  }

  /** Ends whatever is open in a post (所属): a session without its post is nobody's. */
  async endOf(prefecture: string, userId: string): Promise<void> {
    await this.databases.writer.query('DELETE FROM session WHERE prefecture = $1 AND user_id = $2', [
      prefecture,
      userId,
    ]);
    this.seen.clear();
  }

  /** What was believed for a moment is looked up again: sessions were ended elsewhere. */
  forget(): void {
    this.seen.clear();
  }

  async of(prefecture: string, login: string): Promise<SessionListed[]> {
    const { rows } = await this.databases.writer.query<SessionListed>(
      `SELECT id, device, shared, created_at AS "createdAt", active_at AS "activeAt" FROM session
        WHERE prefecture = $1 AND login = $2 AND expires_at > now() ORDER BY active_at DESC`,
      [prefecture, login],
    );
    return rows;
  }

  /** Who it is, while the screen is not locked. */
  async callerOf(token: string): Promise<Caller | undefined> {
    const known = await this.knownBy(token);
    return known && !known.locked ? known.caller : undefined;
  }

  /** Who it is, locked or not. */
  async knownBy(token: string): Promise<Known | undefined> {
    const before = this.seen.get(token);
    if (before && before.until > Date.now()) return before.known;
    // It is believed from before the look: what ends while it is looked up has ended.
    const from = Date.now();
    const known = await this.look(token);
    if (this.seen.size > 10_000) this.seen.clear();
    this.seen.set(token, { known, until: from + REMEMBERED_MS });
    return known;
  }

  /** Somebody's hand is on it: what a page asks for by itself is no sign of that. */
  async touch(token: string, { unlocks = false } = {}): Promise<void> {
    const last = this.touched.get(token) ?? 0;
    if (!unlocks && Date.now() - last < ACTIVE_MS) return;
    if (this.touched.size > 10_000) this.touched.clear();
    this.touched.set(token, Date.now());
    await this.databases.writer.query({
      name: 'touch-session',
      text: 'UPDATE session SET active_at = now() WHERE prefecture = $1 AND token_hash = $2',
      values: [token.slice(0, 2), hashOf(token)],
    });
    if (unlocks) this.seen.delete(token);
  }

  /** Of sessions that stand and are not locked, the post that each works in: person, role and institution in one text. */
  async standingOf(tokens: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.databases.writer.query<{ hash: string; post: string }>({
      name: 'sessions-standing',
      text: `SELECT encode(s.token_hash, 'hex') AS hash, concat_ws(' ', a.user_id, a.role, a.organization_id) AS post
               FROM unnest($1::text[], $2::bytea[]) AS t(prefecture, token_hash)
               JOIN session s ON s.prefecture = t.prefecture AND s.token_hash = t.token_hash
               JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id
              WHERE s.expires_at > now() AND NOT (${LOCKED})`,
      values: [tokens.map((token) => token.slice(0, 2)), tokens.map(hashOf)],
    });
    const byHash = new Map(rows.map(({ hash, post }) => [hash, post]));
    return new Map(
      tokens.flatMap((token) => {
        const post = byHash.get(hashOf(token).toString('hex'));
        return post === undefined ? [] : [[token, post]];
      }),
    );
  }

  private async look(token: string): Promise<Known | undefined> {
    const prefecture = token.slice(0, 2);
    const { rows } = await this.databases.writer.query<{
      id: string;
      role: Role;
      organization: string;
      area: AreaRef;
      session: string;
      login: string | null;
      shared: boolean;
      by_organization: string | null;
      locked: boolean;
    }>({
      name: 'session-caller',
      text: `SELECT a.user_id AS id, a.role, a.organization_id AS organization, a.area, s.id AS session, s.login, s.shared,
                    s.by_organization, ${LOCKED} AS locked
               FROM session s JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id
              WHERE s.prefecture = $1 AND s.token_hash = $2 AND s.expires_at > now()`,
      values: [prefecture, hashOf(token)],
    });
    const [user] = rows;
    if (!user) return undefined;
    const { id, role, organization, area, session, login, shared, by_organization: byOrganization, locked } = user;
    const actor = { userId: id, role, orgId: organization };
    return { caller: { prefecture, actor, area, session: { id: session, login, shared, byOrganization } }, locked };
  }
}

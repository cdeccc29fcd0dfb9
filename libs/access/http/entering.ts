import { Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { settings } from '#platform';
import { Accounts } from '../accounts.query.js';
import { idleMinutes } from '../domain/session-limits.js';
import { deviceOf } from '../domain/device.js';
import { Logins } from '../logins.js';
import { DeclaredPages, pagesFor } from '../pages.js';
import { Sessions, type Caller, type Opening } from '../sessions.js';
import { WhatMayBegin } from '../what-may-begin.js';
import { cookieFor, cookieOf } from './cookie.js';
import type { Me } from './sessions.dto.js';

/** What every way in has in common: a session, its cookie, and who it is then. */
@Injectable()
export class Entering {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly logins: Logins,
    private readonly mayBegin: WhatMayBegin,
    private readonly declared: DeclaredPages,
  ) {}

  /** A new session each time (A5); whoever was signed in with this browser is so no longer, and his pages end their streams. */
  async enter(
    prefecture: string,
    userId: string,
    opening: Opening,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ me: Me; session: string }> {
    const token = await this.sessions.open(prefecture, userId, {
      ...opening,
      device: deviceOf(request.headers['user-agent']),
    });
    const before = cookieOf(request);
    if (before) await this.sessions.close(before);
    const caller = await this.sessions.callerOf(token);
    if (!caller) throw new NotFoundException();
    void reply.header('set-cookie', cookieFor(token, opening));
    return { me: await this.me(caller), session: caller.session?.id ?? '' };
  }

  async me(caller: Caller): Promise<Me> {
    const { prefecture, actor, session } = caller;
    const [[account], commands, seats, proofs] = await Promise.all([
      this.accounts.of(prefecture, { ids: [actor.userId] }),
      this.mayBegin.of(caller),
      session?.login ? this.logins.seatsOf(prefecture, session.login, session.byOrganization) : [],
      session?.login ? this.logins.proofsOf(prefecture, session.login, actor.orgId) : undefined,
    ]);
    if (!account) throw new NotFoundException();
    return Object.assign(
      {
        prefecture,
        commands: [...commands],
        pages: pagesFor(this.declared, caller),
        demo: settings().demoSignIn,
        seats: seats.length > 1 ? (seats as Me['seats']) : [],
        locksAfter: session?.login ? idleMinutes(session) : null,
        unlocksBy: [
          ...(proofs?.password ? (['password'] as const) : []),
          ...(proofs && proofs.boundAt !== null ? (['provider'] as const) : []),
        ],
      },
      account,
    );
  }
}

import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { IS_PUBLIC, refusal, refuse, RequestLimits } from '#platform';
import { Sessions, type Caller } from '../sessions.js';
import { cookieOf } from './cookie.js';

/**
 * Names whom a page takes itself to be of: in another of its tabs somebody else may have signed in since. A header; for a
 * stream, which a browser opens without any, a part of the query.
 */
export const MEANT_BY = 'tsunagi-user';

export type Authenticated = FastifyRequest & { caller: Caller };

export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? cookieOf(request);
}

const meantBy = ({ headers, query }: FastifyRequest): unknown =>
  headers[MEANT_BY] ?? (query as Readonly<Record<string, unknown>>)[MEANT_BY];

const WHILE_LOCKED = 'tsunagi:while-locked';
/** A route that answers while the screen is locked: to unlock it, and to leave. */
export const WhileLocked = (): MethodDecorator => SetMetadata(WHILE_LOCKED, true);

/** Nobody passes without a session; what a role may do is decided by each command's policy. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = (mark: string) =>
      this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]);
    if (says(IS_PUBLIC)) return true;
    const request = context.switchToHttp().getRequest<Authenticated>();
    const token = tokenOf(request);
    const known = token === undefined ? undefined : await this.sessions.knownBy(token);
    if (token === undefined || !known) throw new UnauthorizedException();
    const { caller, locked } = known;
    if (this.limits.take('account', caller.actor.userId) > 0) throw refuse(429);
    const meant = meantBy(request);
    if (meant !== undefined && meant !== caller.actor.userId) throw signedInAsAnother();
    if (locked && !says(WHILE_LOCKED)) throw screenLocked();
    request.caller = caller;
    // What is sent comes from a hand; what a page reads, it may read by itself.
    if (!locked && request.method !== 'GET' && request.method !== 'HEAD') await this.sessions.touch(token);
    return true;
  }
}

export const CallerParam = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<Authenticated>().caller,
);

const screenLocked = () =>
  refusal(
    401,
    'session_locked',
    'しばらく操作がなかったため、画面をロックしました。パスワードを入れると、書きかけのまま続けられます。',
    'The screen was locked, for nothing has been done for a while. Type your password and go on where you were.',
  );

const signedInAsAnother = () =>
  refusal(
    409,
    'signed_in_as_another',
    'このブラウザーでは、別の人がサインインしています。その人のものはここに表示せず、ここに書いたものはその人の名前では保存も送信もしません。元の人でサインインし直すと続けられます。',
    'Somebody else has signed in with this browser. Nothing of theirs is shown here, and what stands here is neither saved nor sent in their name. Sign in again as before to go on.',
  );

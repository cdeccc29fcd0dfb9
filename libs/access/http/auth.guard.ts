import {
  createParamDecorator,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { IS_PUBLIC, refusal } from '#platform';
import { Sessions, type Caller } from '../sessions.js';

export const COOKIE = 'tsunagi_session';

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

/** The session of a browser: all of its tabs have one. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const cookie = (request.headers.cookie ?? '').split(/; */).find((pair) => pair.startsWith(`${COOKIE}=`));
  return cookie?.slice(COOKIE.length + 1);
}

const meantBy = ({ headers, query }: FastifyRequest): unknown =>
  headers[MEANT_BY] ?? (query as Readonly<Record<string, unknown>>)[MEANT_BY];

/** Nobody passes without a session; what a role may do is decided by each command's policy. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<Authenticated>();
    const token = tokenOf(request);
    const caller = token && (await this.sessions.callerOf(token));
    if (!caller) throw new UnauthorizedException();
    const meant = meantBy(request);
    if (meant !== undefined && meant !== caller.actor.userId) throw signedInAsAnother();
    request.caller = caller;
    return true;
  }
}

export const CallerParam = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<Authenticated>().caller,
);

const signedInAsAnother = () =>
  refusal(
    409,
    'signed_in_as_another',
    'このブラウザーでは、別の人がサインインしています。その人のものはここに表示せず、ここに書いたものはその人の名前では保存も送信もしません。元の人でサインインし直すと続けられます。',
    'Somebody else has signed in with this browser. Nothing of theirs is shown here, and what stands here is neither saved nor sent in their name. Sign in again as before to go on.',
  );

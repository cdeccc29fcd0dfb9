import {
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { catchError, from, mergeMap, Observable, of, throwError } from 'rxjs';
import { DomainError, isId } from '#kernel';
import { ReadLog, inSession, type Look } from '../read-log.js';
import { tokenOf, type Authenticated } from './auth.guard.js';

/** So much of a session's hash tells it from others, and gives nobody the session. */
const SESSION_DIGITS = 16;

const sessionOf = (request: Authenticated): string =>
  createHash('sha256')
    .update(tokenOf(request) ?? '')
    .digest('hex')
    .slice(0, SESSION_DIGITS);

/**
 * What no read of the personal-data store tells: from which session somebody looks, what is taken away as a file, and what
 * is refused (G13). A refusal of what may be a person's is recorded before it is answered; where that fails, so does the answer.
 */
@Injectable()
export class LooksOnRecord implements NestInterceptor {
  constructor(private readonly log: ReadLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Authenticated>();
    // Nobody has signed in: the page is everybody's.
    if ((request as Partial<Authenticated>).caller === undefined) return next.handle();
    const purpose = purposeOf(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const note = (look: Pick<Look, 'outcome' | 'about' | 'records'>) =>
      this.log.note(request.caller, [{ purpose, ...look }]);
    const session = sessionOf(request);
    // Nest binds what it runs to where it was asked for it.
    const whole = inSession(session, () => next.handle()).pipe(
      mergeMap((answer: unknown) =>
        isFile(reply)
          ? from(note({ outcome: 'exported', about: aboutOf(request), records: 1 })).pipe(mergeMap(() => of(answer)))
          : of(answer),
      ),
      catchError((error: unknown) => {
        const about = aboutOf(request);
        const refused = isRefusal(error) && about !== null;
        return refused
          ? from(note({ outcome: 'refused', about, records: 0 })).pipe(mergeMap(() => throwError(() => error)))
          : throwError(() => error);
      }),
    );
    // Whatever is done for this request, also later by a stream, is of its session.
    return new Observable((subscriber) => inSession(session, () => whole.subscribe(subscriber)));
  }
}

/** The operation's name in the OpenAPI document. */
function purposeOf(context: ExecutionContext): string {
  const described = Reflect.getMetadata('swagger/apiOperation', context.getHandler()) as
    { operationId?: string } | undefined;
  return described?.operationId ?? context.getHandler().name;
}

const isFile = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-disposition') ?? '').startsWith('attachment');

const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError
    ? error.kind === 'not_found' || error.kind === 'forbidden'
    : error instanceof HttpException && [403, 404].includes(error.getStatus());

/** What was asked for: the case or the person in the address, or whom a case was to begin about. */
function aboutOf({ params, body }: Authenticated): string | null {
  const named = [
    ...Object.values((params ?? {}) as Readonly<Record<string, unknown>>),
    (body as { readonly patient?: unknown } | null | undefined)?.patient,
  ];
  return named.find((value): value is string => typeof value === 'string' && isId(value)) ?? null;
}

import {
  Catch,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type RefusalKind } from '#kernel';
import type { KnownPaths } from './known-paths.js';
import type { Problem } from './problem.dto.js';
import { plainProblem, problem, refuse } from './problem.js';

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  unavailable: 503,
};

const UNREADY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08006',
  '25006',
  '55P03',
]);

/** Said by pg's pool, without a code: every connection is at work. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

/** PostgreSQL's words for a value it cannot hold. The edge should have refused it: the last net, and in the log. */
const UNHOLDABLE = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly paths: KnownPaths) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const noRoute = request.is404 && error instanceof NotFoundException;
    const allowed = noRoute ? this.paths.methodsOf(request.url) : [];
    const found = this.problemOf(allowed.length > 0 ? refuse(405) : error, request);
    if (reply.sent || reply.raw.headersSent) return;
    void reply
      .status(found.status)
      .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
      .headers(found.status === 503 ? { 'retry-after': '2' } : {})
      .headers(allowed.length > 0 ? { allow: allowed.join(', ') } : {})
      .send(JSON.stringify(found));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof DomainError) return problem(STATUS[error.kind], error.code, error.ja, error.en, error.errors);
    const response = error instanceof HttpException ? error.getResponse() : undefined;
    if (typeof response === 'object' && 'code' in response && 'ja' in response) return response as Problem;
    const { statusCode, code, message } = (error ?? {}) as { statusCode?: number; code?: string; message?: string };
    const status = error instanceof HttpException ? error.getStatus() : (statusCode ?? 500);
    const isUnready = (code && UNREADY.has(code)) || message === NO_CONNECTION;
    const plain = plainProblem(isUnready ? 503 : status);
    if (plain) return plain;
    // The route and the stack, never the body: it may hold what a person said.
    this.logger.error(`${request.method} ${request.routeOptions.url ?? '?'} failed`, error);
    if (code && UNHOLDABLE.has(code))
      return problem(
        422,
        'invalid_input',
        '記録できない値が含まれています。文字・数・日付を確かめて送り直してください。',
        'A value cannot be stored. Check texts, numbers and dates, and send again.',
      );
    return problem(
      500,
      'internal',
      'システムの不具合です。入力した内容を残したまま、もう一度試してください。続くときは管理者に知らせてください。',
      'Something is broken on our side. Keep what you typed and try again; tell the administrator if it goes on.',
    );
  }
}

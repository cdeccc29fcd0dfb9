import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { plainProblem } from './problem.js';
import { settings } from '../settings.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** Largest body that any command needs, with room: a handover document in full is below 100 kB. */
export const BODY_LIMIT = 1_048_576;

const HEADERS = {
  ...SECURITY_HEADERS,
  'cache-control': 'no-store',
  'content-type': 'application/problem+json; charset=utf-8',
  connection: 'close',
};

/** Fastify as this edge wants it. What it refuses before Nest sees the request is a problem as well. */
export const httpAdapter = ({ trustedProxies } = settings()): FastifyAdapter =>
  new FastifyAdapter({
    // Whoever else says where he comes from may say anything.
    trustProxy: trustedProxies?.split(',').map((address) => address.trim()) ?? false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    // Node's own answer to a missing Host is no problem; the request guard refuses it.
    // Node looks for those that are over time each half minute, unless it is told to look more often.
    http: { headersTimeout: 10_000, requireHostHeader: false, connectionsCheckingInterval: 2_000 },
    frameworkErrors: ({ statusCode = 400 }: FastifyError, _request: unknown, { raw }: FastifyReply) =>
      answer(raw, statusCode),
    clientErrorHandler: (error, socket) => answerOn(socket, CLIENT_ERRORS[error.code] ?? 400),
  });

const CLIENT_ERRORS: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS).end(JSON.stringify(plainProblem(status)));
}

/** Bytes that are no HTTP have no response object: the answer is written by hand. */
function answerOn(socket: Socket, status: number): void {
  if (socket.destroyed || !socket.writable) return;
  const body = JSON.stringify(plainProblem(status));
  const headers = Object.entries({ ...HEADERS, 'content-length': Buffer.byteLength(body) });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

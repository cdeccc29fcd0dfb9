import type { HttpException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { refusal, refuse } from './problem.js';

/** A file is sent as it is, byte by byte: its form is found out from what it holds, never from what it is called. */
export const FILE_TYPE = 'application/octet-stream';
/** Largest file that a route takes: a list of 20,000 rows is below 5 MB. */
export const FILE_LIMIT = 10_485_760;

/** The route takes a file; every other one refuses it before a byte of it is read. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

const takesFile = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { readonly takesFile?: boolean } | undefined)?.takesFile === true;

const isFile = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === FILE_TYPE;

/** Whether a file comes where none is taken, or none where one is, or one that is too large or packed. */
export function refusalOfFile(request: FastifyRequest): HttpException | undefined {
  if (isFile(request) !== takesFile(request)) return refuse(415);
  if (!isFile(request)) return undefined;
  const { 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return refuse(415);
  return Number(length) > FILE_LIMIT ? tooLarge() : undefined;
}

const tooLarge = () =>
  refusal(
    413,
    'too_large',
    'ファイルが大きすぎます（10MBまで）。行を分けるか、不要な列を消してください。',
    'The file is too large (10 MB at most). Divide its rows, or take out columns that are not needed.',
  );

/**
 * The header of a file to keep (RFC 6266). Where a computer has no letters for its name, as in a session without a locale, the
 * second one still says by its ending what it is.
 */
export const attachmentNamed = (name: string): string => {
  const ending = /\.[a-z0-9]+$/.exec(name)?.[0] ?? '';
  return `attachment; filename="tsunagi${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`;
};

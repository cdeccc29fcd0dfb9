import type { FastifyRequest } from 'fastify';
import { settings } from '#platform';
import { ABSOLUTE_HOURS } from '../domain/session-limits.js';

/** Over TLS no other site of the same domain, and nothing without TLS, can set a cookie of this name (ASVS 3.3.1). */
export const cookieName = (): string => (settings().tls ? '__Host-tsunagi_session' : 'tsunagi_session');

const attributes = (): string => `Path=/; HttpOnly; SameSite=Strict${settings().tls ? '; Secure' : ''}`;

/** The session of a browser: all of its tabs have one. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const begin = `${cookieName()}=`;
  const cookie = (request.headers.cookie ?? '').split(/; */).find((pair) => pair.startsWith(begin));
  return cookie?.slice(begin.length);
}

/** On a computer that several people use it ends with the browser. */
export const cookieFor = (token: string, { shared = false } = {}): string =>
  `${cookieName()}=${token}; ${attributes()}${shared ? '' : `; Max-Age=${ABSOLUTE_HOURS * 3_600}`}`;

export const noCookie = (): string => `${cookieName()}=; ${attributes()}; Max-Age=0`;

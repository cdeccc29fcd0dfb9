import type { FastifyRequest } from 'fastify';
import { settings } from '#platform';
import { AT_PROVIDER_MINUTES } from '../domain/provider-answer.js';
import { ABSOLUTE_HOURS } from '../domain/session-limits.js';

/** Over TLS no other site of the same domain, and nothing without TLS, can set a cookie of this name (ASVS 3.3.1). */
export const cookieName = (): string => nameOf('session');
/** What a browser holds while its person is at his provider: nobody else can bring the answer (login CSRF). */
const flowName = (): string => nameOf('provider');
const nameOf = (what: string): string => `${settings().tls ? '__Host-' : ''}tsunagi_${what}`;

const attributes = (): string => `Path=/; HttpOnly; SameSite=Strict${settings().tls ? '; Secure' : ''}`;

/** The session of a browser: all of its tabs have one. */
export const cookieOf = (request: FastifyRequest): string | undefined => valueOf(request, cookieName());
export const flowOf = (request: FastifyRequest): string | undefined => valueOf(request, flowName());

function valueOf(request: FastifyRequest, name: string): string | undefined {
  const begin = `${name}=`;
  const cookie = (request.headers.cookie ?? '').split(/; */).find((pair) => pair.startsWith(begin));
  return cookie?.slice(begin.length);
}

/** On a computer that several people use it ends with the browser. */
export const cookieFor = (token: string, { shared = false } = {}): string =>
  `${cookieName()}=${token}; ${attributes()}${shared ? '' : `; Max-Age=${ABSOLUTE_HOURS * 3_600}`}`;

export const noCookie = (): string => `${cookieName()}=; ${attributes()}; Max-Age=0`;

export const flowFor = (token: string): string =>
  `${flowName()}=${token}; ${attributes()}; Max-Age=${AT_PROVIDER_MINUTES * 60}`;
export const noFlow = (): string => `${flowName()}=; ${attributes()}; Max-Age=0`;

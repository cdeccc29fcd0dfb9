import type { HttpException } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { faultOfText, isReserved } from './json-faults.js';
import { refusal, refuse } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** 口座のない側: pages for whoever has no account lie under this. */
export const NO_ACCOUNT = '/reply/';

/** What is wrong with a request before its body is looked at: its address, or the site it comes from. */
export function refusalOf({
  method = '',
  url = '',
  headers,
  rawHeaders,
  httpVersion,
}: IncomingMessage): HttpException | undefined {
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  // What names another server by the address itself is for a proxy, which this is not.
  if (!url.startsWith('/') || !isReadable(url) || (host === '' && httpVersion === '1.1') || hostsIn(rawHeaders) > 1)
    return refuse(400);
  // No cookie speaks there: what opens the page is a secret of its own, that no other site's page has. And a browser that is
  // told to name no referrer names no origin either, where the network has no TLS.
  if (SAFE.has(method) || url.startsWith(NO_ACCOUNT)) return undefined;
  return isForeign(origin, host, site) ? crossOrigin() : undefined;
}

/** Two hosts are one to us and the other to a proxy; Node keeps the first without a word. */
const hostsIn = (rawHeaders: readonly string[]): number =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;

const PLAIN = /^[\w/.~-]*$/;

/** Each half of the address is UTF-8 under its percent signs, without control characters. */
function isReadable(url: string): boolean {
  if (PLAIN.test(url)) return true;
  try {
    if (faultOfText(decodeURIComponent(url))) return false;
  } catch {
    return false;
  }
  const query = url.indexOf('?');
  return (
    query < 0 ||
    [...new URLSearchParams(url.slice(query)).keys()].every((name) =>
      name.split(/[[\].]/).every((part) => !isReserved(part)),
    )
  );
}

/**
 * True if another site's page sent it with this person's cookie. A browser's own word (Sec-Fetch-Site, which no page
 * can forge) counts before the comparison of Origin and Host, because a proxy may have changed the Host.
 */
function isForeign(origin: string | undefined, host: string, site: string | string[] | undefined): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin === undefined) return false;
  try {
    const { protocol, host: from } = new URL(origin);
    return from === '' || from !== new URL(`${protocol}//${host}`).host;
  } catch {
    return true;
  }
}

const crossOrigin = () =>
  refusal(
    403,
    'cross_origin',
    'ほかのサイトの画面から送られたため、受け付けません。このシステムの画面を開いて操作してください。',
    'This was sent from the page of another site and is refused. Open the page of this system and do it there.',
  );

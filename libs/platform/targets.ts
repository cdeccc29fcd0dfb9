import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '#kernel';

/** [D] A target has so long to answer, and says no more than so much. */
const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;
const LOOK_UP_MS = 1_500;
const PORTS: ReadonlySet<string> = new Set(['', '443', '8443']);

const OWN_V4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  OWN_V4.addSubnet(net, bits, 'ipv4');

/** All that is public in IPv6 lies in here, but for what carries IPv4 or stands in books. */
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
const OWN_V6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  OWN_V6.addSubnet(net, bits, 'ipv6');

/** Whether an address is of the open Internet: not of this machine, the own network, or a cloud's service for its guests. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !OWN_V4.check(address, 'ipv4');
  return family === 6 && PUBLIC_V6.check(address, 'ipv6') && !OWN_V6.check(address, 'ipv6');
}

const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa)\.?$/;
const bare = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const isAllowed = (url: URL, allowed: readonly string[]): boolean =>
  allowed.includes(url.host) || allowed.includes(url.hostname);

/** A target that nothing may be sent to. */
export class RefusedTarget extends Error {
  readonly code = 'REFUSED_TARGET';
}

interface Found {
  readonly address: string;
  readonly family: number;
}

/** Where a URL leads, looked up once: whoever connects, connects there (a name may lead elsewhere a moment later). */
async function placeOf(url: URL, allowed: readonly string[]): Promise<Found> {
  const host = bare(url);
  const isOwn = isAllowed(url, allowed);
  if (!isOwn) {
    if (url.protocol !== 'https:') throw new RefusedTarget('only https leaves this network');
    if (!PORTS.has(url.port)) throw new RefusedTarget('only the usual ports of https');
    if (isIP(host) === 0 && (!host.includes('.') || INNER_NAME.test(host)))
      throw new RefusedTarget('a name of the own network');
  }
  const family = isIP(host);
  const found: readonly Found[] = family === 0 ? await lookup(host, { all: true }) : [{ address: host, family }];
  const [first] = found;
  if (!first) throw new RefusedTarget('it leads nowhere');
  // One address of several is enough to lead inside.
  if (!isOwn && !found.every(({ address }) => isPublic(address)))
    throw new RefusedTarget('it leads into a network of its own');
  return first;
}

/** @throws invalid_input for a URL that leads inside, or nowhere. */
export async function mustLeadOutside(address: string, allowed: readonly string[]): Promise<void> {
  try {
    // Somebody waits at a screen: a name that is not known by then leads nowhere.
    await Promise.race([
      placeOf(new URL(address), allowed),
      pause(LOOK_UP_MS, undefined, { ref: false }).then(() => Promise.reject(new RefusedTarget('no answer in time'))),
    ]);
  } catch {
    throw new DomainError(
      'invalid',
      'target_refused',
      'この URL へは送れません。公開されたサーバーの https:// の URL を入力してください。院内の送信先は、管理者が許可すると使えます。',
      'Nothing is sent to this URL. Give an https:// URL of a public server; targets inside your network must be allowed by an administrator.',
      [{ path: 'address', code: 'target_refused', ja: '送れない URL です。', en: 'Nothing is sent to this URL.' }],
    );
  }
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string | Buffer | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As much of it as is read of an answer. */
  readonly body: Buffer;
}

/** Posts once; only the status of the answer counts. */
export const postOutside = (
  address: string,
  { headers, body }: { headers: Readonly<Record<string, string | number>>; body: string | Buffer },
  allowed: readonly string[],
  signal: AbortSignal,
): Promise<Answered> => askOutside(address, { method: 'POST', headers, body }, allowed, signal, TIMEOUT_MS);

/**
 * Asks once, at the address that was looked up and checked, and follows nothing. What comes back is read up to a limit.
 * @throws RefusedTarget where it leads inside
 */
export async function askOutside(
  address: string,
  { method, headers, body }: Asked,
  allowed: readonly string[],
  signal: AbortSignal | undefined,
  timeoutMs: number,
): Promise<Answered> {
  const url = new URL(address);
  const { address: pinned, family } = await placeOf(url, allowed);
  const look: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [{ address: pinned, family }]);
    else done(null, pinned, family);
  };
  const inTime = AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(timeoutMs)]);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((answered, failed) => {
    const asked = request(
      url,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
        lookup: look,
        signal: inTime,
        agent: false,
        maxHeaderSize: MOST_BYTES / 4,
      },
      (response) => {
        const parts: Buffer[] = [];
        let read = 0;
        const enough = () => {
          answered({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
          response.destroy();
        };
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > MOST_BYTES) enough();
          else parts.push(chunk);
        });
        response.on('end', enough);
        response.on('error', failed);
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
}

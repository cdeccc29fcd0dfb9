import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Databases } from '../database/databases.js';
import { Loop } from '../loop.js';
import { isOwnComputer } from './own-network.js';
import { RequestCounts, type Counted } from './request-counts.js';

/** How many requests one account may send in a minute; 0: any number. */
export abstract class MostRequests {
  abstract readonly perMinute: number;
}

/** [D] A hospital of many people has one address. */
const PER_ADDRESS = 10;
/** How soon the other processes hear of what one has counted. */
const TELL_MS = 1_000;
/** They belong to no prefecture: nobody has said yet who he is. */
const ANYWHERE = '00';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Limits of requests by account and by address, shared by all processes. Each counts in its memory, so that a request costs
 * nothing, and tells the others through the database once a second: together they let in a second's worth too many, never more.
 */
@Injectable()
export class RequestLimits implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RequestLimits.name);
  private readonly counts = new RequestCounts();
  private readonly loop = new Loop(
    () => this.tell(),
    TELL_MS,
    // Each process goes on counting for itself.
    (error) => this.logger.warn(`the counts of requests are not shared just now: ${(error as Error).message}`),
  );

  constructor(
    private readonly most: MostRequests,
    private readonly databases: Databases,
  ) {}

  onApplicationBootstrap(): void {
    if (this.most.perMinute > 0) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** @returns seconds to wait; 0: go on */
  take(who: Counted, name: string, now = Date.now()): number {
    const { perMinute } = this.most;
    if (perMinute === 0) return 0;
    if (who === 'account') return this.counts.take(`account:${name}`, perMinute, now);
    // This computer's own address is that of a proxy which says nothing of who asks: all would be one.
    if (isOwnComputer(name)) return 0;
    return this.counts.take(`address:${placeOf(name)}`, perMinute * PER_ADDRESS, now);
  }

  /** What was counted here is told, and heard what the others have counted. */
  async tell(now = Date.now()): Promise<void> {
    const untold = this.counts.untold(now).map(([key, count]) => ({ key, count, hash: hashOf(key) }));
    if (untold.length === 0) return;
    // In one order everywhere: two processes that tell of the same ones wait for each other and do not hold each other up.
    untold.sort((a, b) => a.hash.compare(b.hash));
    const { rows } = await this.databases.writer.query<{ key: Buffer; count: number }>({
      name: 'tell-request-counts',
      text: `WITH old AS (DELETE FROM request_count WHERE minute < date_trunc('minute', now()) - interval '2 minutes')
             INSERT INTO request_count AS r (prefecture, key, minute, count)
             SELECT '${ANYWHERE}', key, to_timestamp($3), count FROM unnest($1::bytea[], $2::int[]) AS t (key, count)
             ON CONFLICT (prefecture, key, minute) DO UPDATE SET count = r.count + excluded.count
             RETURNING key, count`,
      values: [untold.map(({ hash }) => hash), untold.map(({ count }) => count), Math.floor(now / 60_000) * 60],
    });
    const all = new Map(rows.map(({ key, count }) => [key.toString('hex'), count]));
    for (const { key, count, hash } of untold)
      this.counts.heard(count, key, all.get(hash.toString('hex')) ?? count, now);
  }
}

/** Of IPv6 a household or an office has a whole network: its first 64 bits. */
function placeOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/project-root.js';

interface Redis {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** On the Redis of REDIS_URL, or one of its own where the computer has the program; else not at all. */
export async function withRedis<T>(use: (url: string) => Promise<T>): Promise<T | undefined> {
  const given = process.env['REDIS_URL'];
  if (given !== undefined) return use(given);
  const { startTestRedis } = (await import(pathToFileURL(join(PROJECT_ROOT, 'scripts/lib/test-servers.mjs')).href)) as {
    startTestRedis: () => Promise<Redis | undefined>;
  };
  const redis = await startTestRedis();
  if (!redis) return undefined;
  try {
    return await use(redis.url);
  } finally {
    await redis.stop();
  }
}

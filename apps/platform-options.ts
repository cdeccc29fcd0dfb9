import { resolve } from 'node:path';
import { connectionOf, settings, type PlatformOptions, type QueueBackend, type Settings } from '#platform';

export const queueOf = ({ redisUrl }: Settings): QueueBackend =>
  redisUrl === undefined ? { kind: 'postgres' } : { kind: 'redis', url: redisUrl };

/** Outside the database, beside the embedded one's data. */
export const anchorFileOf = ({ dataDir }: Settings): string => resolve(dataDir, 'anchors.jsonl');

/** For api and worker on a PostgreSQL of your own. */
export function scaledOut(): { options: PlatformOptions; read: Settings } {
  const read = settings();
  if (read.databaseUrl === undefined)
    throw new Error('set DATABASE_URL: api and worker run apart only on a PostgreSQL of your own');
  return {
    read,
    options: {
      connection: connectionOf(read.databaseUrl),
      queue: queueOf(read),
      queuePrefix: read.queuePrefix,
      anchorFile: anchorFileOf(read),
    },
  };
}

import { existsSync } from 'node:fs';
import { url as inspector } from 'node:inspector';
import { resolve } from 'node:path';
import {
  bootFaults,
  connectionOf,
  masterKeyFile,
  sealingKeyFile,
  settings,
  type Outside,
  type PlatformOptions,
  type QueueBackend,
  type Settings,
} from '#platform';
import { CannotRun } from './cannot-run.js';

export const queueOf = ({ redisUrl }: Settings): QueueBackend =>
  redisUrl === undefined ? { kind: 'postgres' } : { kind: 'redis', url: redisUrl };

/** Outside the database, beside the embedded one's data. */
export const anchorFileOf = ({ dataDir }: Settings): string => resolve(dataDir, 'anchors.jsonl');

/** Simulated channels reach nobody: they are there where the people are invented too. */
export const outsideOf = (read: Settings, simulated: boolean): Outside => ({
  publicUrl: read.publicUrl ?? `http://${read.host === '0.0.0.0' ? 'localhost' : read.host}:${read.port}`,
  smtpUrl: read.smtpUrl ?? null,
  mailFrom: read.mailFrom ?? 'tsunagi@localhost',
  privateTargets: read.webhookPrivateTargets,
  simulated,
});

/** @throws CannotRun saying what keeps it from working on real data */
export function refuseUnsafe(read: Settings, demo: boolean): void {
  const faults = bootFaults({
    settings: read,
    keyFile: existsSync(sealingKeyFile(read)),
    masterKeyFile: existsSync(masterKeyFile(read)),
    demo,
    inspected: inspector() !== undefined,
  });
  if (faults.length > 0) throw new CannotRun(faults.join('  '));
}

/** For api and worker on a PostgreSQL of your own. */
export function scaledOut(): { options: PlatformOptions; read: Settings } {
  const read = settings();
  if (read.databaseUrl === undefined)
    throw new Error('set DATABASE_URL: api and worker run apart only on a PostgreSQL of your own');
  refuseUnsafe(read, false);
  return {
    read,
    options: {
      connection: connectionOf(read.databaseUrl),
      queue: queueOf(read),
      queuePrefix: read.queuePrefix,
      anchorFile: anchorFileOf(read),
      requestsPerMinute: read.requestsPerMinute,
      outside: outsideOf(read, false),
    },
  };
}

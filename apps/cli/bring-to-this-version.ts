import pg from 'pg';
import type { Connection } from '#platform';
import { migrate } from '../../migrations/run.js';
import { refold } from '../refold.js';
import { Progress } from './progress.js';

const LOOK_MS = 1_000;

/** The schema and the heads as this version has them; what takes long is said on stderr. */
export async function bringToThisVersion(connection: Connection, progress = new Progress()): Promise<void> {
  let step = '';
  let began = 0;
  // A statement that writes a table anew says nothing of how far it is; that the database grows can be seen.
  const size = await watchSize(connection);
  const looking = setInterval(() => {
    if (step === '') return;
    progress.tell(() => `${step}: ${Math.round((performance.now() - began) / 1_000)} s, ${size.said()}`);
  }, LOOK_MS);
  try {
    await migrate(connection, undefined, (name, at, of) => {
      step = `step ${at} of ${of}, ${name}`;
      began = performance.now();
    });
  } finally {
    clearInterval(looking);
    await size.end();
  }
  await refold(connection, progress.stages('heads'));
  progress.clear();
}

/** On a connection of its own: the other one is busy. */
async function watchSize(connection: Connection): Promise<{ said: () => string; end: () => Promise<void> }> {
  const client = new pg.Client(connection);
  await client.connect();
  const megabytes = async () => {
    const { rows } = await client.query<{ size: number }>(
      'SELECT (pg_database_size(current_database()) / 1000000)::int AS size',
    );
    return rows[0]?.size ?? 0;
  };
  const first = await megabytes();
  let last = first;
  let asked: Promise<unknown> = Promise.resolve();
  const asking = setInterval(() => {
    asked = megabytes().then(
      (size) => (last = size),
      () => undefined,
    );
  }, LOOK_MS);
  return {
    said: () => `the database has ${last.toLocaleString('en')} MB (before: ${first.toLocaleString('en')})`,
    end: async () => {
      clearInterval(asking);
      await asked;
      await client.end();
    },
  };
}

import pg from 'pg';
import { Databases, masterKeysOf, sealPlainRecords, settings, Vault, type Connection } from '#platform';
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
  await sealWhatIsPlain(connection, progress);
  progress.clear();
}

/** Personal records that an earlier version has left plain. What was plain stays on the pages of the table until it is written anew. */
async function sealWhatIsPlain(connection: Connection, progress: Progress): Promise<void> {
  const databases = new Databases(connection);
  let sealed: number;
  try {
    const vault = new Vault(databases, (first) => masterKeysOf(settings(), first));
    sealed = await sealPlainRecords(databases, vault, (done) =>
      progress.tell(() => `personal records: ${done.toLocaleString('en')} sealed`),
    );
  } finally {
    await databases.onApplicationShutdown();
  }
  if (sealed === 0) return;
  const { appUser: _app, ...owner } = connection;
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('VACUUM FULL personal_record');
  } finally {
    await client.end();
  }
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

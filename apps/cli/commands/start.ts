import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoGuide, Invitations } from '#access';
import {
  connectionOf,
  EmbeddedPostgresError,
  settings,
  startEmbeddedPostgres,
  type Connection,
  type EmbeddedPostgres,
  type Settings,
} from '#platform';
import { CannotRun } from '../../cannot-run.js';
import { makeHttpApp } from '../../serve.js';
import { mustBeAsReviewed } from '../../policy.js';
import { anchorFileOf, outsideOf, queueOf, refuseUnsafe } from '../../platform-options.js';
import { AllInOneModule } from '../all-in-one.module.js';
import { DEMO_ACCOUNTS } from '../demo/load-demo.js';
import { DemoLife } from '../demo/life.js';
import { prepareDatabase, type Filling } from '../prepare-database.js';

/** API, workers and web in one process: on the embedded PostgreSQL, or on your own. */
export async function start(args: readonly string[]): Promise<number> {
  let postgres: EmbeddedPostgres | undefined;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { empty: { type: 'boolean' }, demo: { type: 'boolean' } },
    });
    mustBeAsReviewed();
    const read = settings();
    const demo = values.demo ?? (read.databaseUrl === undefined && !values.empty);
    refuseUnsafe(read, demo);
    await portIsFree(read);
    const began = performance.now();
    if (read.databaseUrl === undefined) postgres = await embedded(read);
    const connection: Connection = postgres
      ? { ...postgres.connection, database: 'tsunagi' }
      : connectionOf(read.databaseUrl ?? '');
    const filling: Filling = await prepareDatabase(connection, demo, (line) => say(line));
    refuseUnsafe(read, filling === 'demo');
    if (filling === 'demo') process.env['DEMO_SIGN_IN'] = 'true';
    const app = await makeHttpApp(
      AllInOneModule.of({
        connection,
        queue: queueOf(read),
        queuePrefix: read.queuePrefix,
        anchorFile: anchorFileOf(read),
        requestsPerMinute: read.requestsPerMinute,
        outside: outsideOf(read, filling === 'demo'),
      }),
      read.logLevel === 'info' ? 'warn' : read.logLevel,
    );
    if (filling === 'demo') guide(app);
    await app.listen(read.port, read.host);
    announce(read, filling, performance.now() - began);
    if (filling !== 'demo') await inviteTheFirst(app, read);
    await untilStopped();
    await stop(app, postgres);
    return 0;
  } catch (error) {
    await postgres?.stop().catch(() => undefined);
    if (!(error instanceof CannotRun || error instanceof EmbeddedPostgresError)) {
      const { code, message } = error as { code?: string; message: string };
      process.stderr.write(`Tsunagi cannot start: ${message}${code ? ` (${code})` : ''}\n`);
      if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
    } else process.stderr.write(`Tsunagi cannot start: ${error.message}\n`);
    return 1;
  }
}

function guide(app: NestFastifyApplication): void {
  const life = new DemoLife(app);
  Object.assign(app.get(DemoGuide), { accounts: DEMO_ACCOUNTS, prepare: (userId: string) => life.prepare(userId) });
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const embedded = ({ dataDir }: Settings): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir: resolve(dataDir, 'postgres') });

/** Looked at before anything else is begun. */
function portIsFree({ port, host }: Settings): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      taken(
        new CannotRun(
          error.code === 'EADDRINUSE'
            ? `port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`
            : `cannot listen on ${host}:${port}: ${error.message}`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

/** The process may be asked twice (Ctrl-C goes to the whole group); it stops once. */
function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped());
  });
}

async function stop(app: NestFastifyApplication, postgres: EmbeddedPostgres | undefined): Promise<void> {
  say('\nstopping …');
  await app.close();
  await postgres?.stop();
}

const addressOf = ({ host, port }: Settings): string => `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;

const ONLY_HERE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whoever reads this installation's terminal is its first administrator. What follows # is sent to no server and no log. */
async function inviteTheFirst(app: NestFastifyApplication, read: Settings): Promise<void> {
  const token = await app.get(Invitations).offerFoundation();
  if (token === null) return;
  say('\nNobody can sign in yet. Open this once, within 24 hours, to become the first administrator:');
  say(`  ${read.publicUrl ?? addressOf(read)}/found#${token}`);
  say('（まだ誰もサインインできません。上のリンクを24時間以内に開き、最初の管理者になってください）');
  if (read.publicUrl !== undefined || !ONLY_HERE.has(read.host)) return;
  say(
    '\nOnly this computer can open it. For other computers and telephones start it with an address of this one in your',
  );
  say('network: HOST=0.0.0.0 PUBLIC_URL=http://192.0.2.10:3000 npm start');
  say(
    '（このままでは、このパソコンでしか開けません。ほかの端末でも使うときは、上のように公開する住所を付けて起動してください）',
  );
}

function announce(read: Settings, filling: Filling, ms: number): void {
  const address = read.publicUrl ?? addressOf(read);
  say(`\nTsunagi（つなぎ） is ready in ${(ms / 1000).toFixed(1)} s:  ${address}`);
  if (filling === 'demo') {
    say('\nDemo region 上川中部・富良野 (everything in it is fictional). Sign in without a password as:');
    for (const { role, hint } of DEMO_ACCOUNTS) say(`  ${role.padEnd(20)} ${hint}`);
  }
  say(`\nAPI: ${address}/api/openapi.json   Stop with Ctrl-C; the data stays in .data/.`);
}

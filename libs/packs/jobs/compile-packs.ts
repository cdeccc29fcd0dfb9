import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Databases, Drive, Follows, Loop, Queues, type Follower } from '#platform';
import { Compiler, type Wanted } from '../compile/compiler.js';
import type { EvidencePackRequested } from '../domain/evidence-pack.js';

const QUEUE = 'agenda-compile';
const LOOK_MS = 2_000;
/** What no worker has made after this long is made from here. */
const PATIENCE_SECONDS = 4;

/**
 * Has packs compiled (根拠資料の作成) by a worker of the queue `agenda-compile`. What is due are the heads that wait: a queue
 * that forgets loses nothing, and without one the packs are made all the same.
 */
@Follows('packs.compile')
@Injectable()
export class CompilePacks
  implements Follower<EvidencePackRequested>, OnApplicationBootstrap, BeforeApplicationShutdown
{
  private readonly logger = new Logger(CompilePacks.name);
  private readonly loop = new Loop(
    () => this.look(),
    LOOK_MS,
    (error) => this.logger.error('could not look for packs to compile; trying again', error),
  );

  constructor(
    private readonly databases: Databases,
    private readonly queues: Queues,
    private readonly compiler: Compiler,
    private readonly drive: Drive,
  ) {}

  readonly on: Follower<EvidencePackRequested>['on'] = {
    EvidencePackRequested: async ({ prefecture, aggregate: { id: pack }, payload: { version } }) => {
      const wanted: Wanted = { prefecture, pack, version };
      if (!this.queues.isThere) await this.compiler.compile(wanted);
      else
        await this.queues
          .add(QUEUE, 'compile-pack', wanted, `${prefecture}_${pack}_${version}`)
          .catch((error: Error) => this.logger.warn(`no job for a pack: ${error.message}`));
    },
  };

  onApplicationBootstrap(): void {
    this.queues.work<Wanted>(QUEUE, (wanted) => this.compiler.compile(wanted), 1);
    if (!this.drive.driven) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Makes what has waited longer than a worker needs. Says how many. */
  async look(): Promise<number> {
    const { rows } = await this.databases.writer.query<Wanted>({
      name: 'packs-waiting',
      text: `SELECT prefecture, stream AS pack, (state #>> '{asked,version}')::int AS version FROM stream_head
              WHERE kind = 'evidence_pack' AND status = 'COMPILING'
                AND (state #>> '{asked,at}')::timestamptz < app.now() - make_interval(secs => ${PATIENCE_SECONDS})`,
    });
    for (const wanted of rows)
      // What stops one pack stops no other.
      await this.compiler
        .compile(wanted)
        .catch((error: unknown) => this.logger.error(`could not compile the pack ${wanted.pack}; trying again`, error));
    return rows.length;
  }
}

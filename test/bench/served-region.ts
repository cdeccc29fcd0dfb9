import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Connection, QueueBackend } from '#platform';
import { ApiModule } from '../../apps/api/api.module.js';
import { AllInOneModule } from '../../apps/cli/all-in-one.module.js';
import { makeHttpApp } from '../../apps/serve.js';
import { Region } from './region.js';

/** A region whose application listens: what comes over HTTP is measured too. */
export class ServedRegion extends Region {
  private constructor(override readonly app: NestFastifyApplication) {
    super(app);
  }

  /** `api` is the edge and the commands alone; `all` has the loops of the workers too, which run by themselves. */
  static async open(
    connection: Connection,
    what: 'api' | 'all' | 'driven',
    queue: QueueBackend = { kind: 'none' },
  ): Promise<ServedRegion> {
    const options = { connection, queue, queuePrefix: connection.database, driven: what === 'driven' };
    const app = await makeHttpApp(what === 'api' ? ApiModule.of(options) : AllInOneModule.of(options), 'warn');
    await app.listen(0, '127.0.0.1');
    return new ServedRegion(app);
  }
}

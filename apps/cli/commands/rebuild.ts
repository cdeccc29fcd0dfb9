import { NestFactory } from '@nestjs/core';
import { PinoLogger } from '#platform';
import { AllInOneModule } from '../all-in-one.module.js';
import { withOwnDatabase } from '../own-server.js';
import { Progress } from '../progress.js';
import { rebuild as rebuildAll } from '../rebuild.js';

/** Rebuilds everything derived from the log. 0: all rows came back identical; 1: some did not (they are right now). */
export async function rebuild(): Promise<number> {
  return withOwnDatabase(async (connection) => {
    const app = await NestFactory.createApplicationContext(
      AllInOneModule.of({ connection, queue: { kind: 'none' }, queuePrefix: 'rebuild', driven: true }),
      { logger: new PinoLogger('error'), abortOnError: false },
    );
    try {
      const began = performance.now();
      const progress = new Progress();
      const tables = await rebuildAll(app, undefined, progress.stages('events'));
      progress.clear();
      for (const { table, rows, same } of tables)
        process.stdout.write(
          `${table.padEnd(24)} ${String(rows).padStart(8)} rows  ${same ? 'identical' : 'DIFFERENT'}\n`,
        );
      process.stdout.write(`rebuilt in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
      return tables.every(({ same }) => same) ? 0 : 1;
    } finally {
      await app.close();
    }
  });
}

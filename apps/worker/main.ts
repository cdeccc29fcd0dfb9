import { NestFactory } from '@nestjs/core';
import { PinoLogger } from '#platform';
import { orOneLine } from '../one-line.js';
import { mustBeAsReviewed } from '../policy.js';
import { scaledOut } from '../platform-options.js';
import { WorkerModule } from './worker.module.js';

await orOneLine(async () => {
  mustBeAsReviewed();
  const { options, read } = scaledOut();
  const worker = await NestFactory.createApplicationContext(WorkerModule.of(options), {
    logger: new PinoLogger(read.logLevel),
    abortOnError: false,
  });
  worker.enableShutdownHooks();
});

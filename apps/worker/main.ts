import { NestFactory } from '@nestjs/core';
import { PinoLogger } from '#platform';
import { orOneLine } from '../one-line.js';
import { scaledOut } from '../platform-options.js';
import { WorkerModule } from './worker.module.js';

await orOneLine(async () => {
  const { options, read } = scaledOut();
  const worker = await NestFactory.createApplicationContext(WorkerModule.of(options), {
    logger: new PinoLogger(read.logLevel),
    abortOnError: false,
  });
  worker.enableShutdownHooks();
});

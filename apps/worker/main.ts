import { NestFactory } from '@nestjs/core';
import { PinoLogger } from '#platform';
import { scaledOut } from '../platform-options.js';
import { WorkerModule } from './worker.module.js';

const { options, read } = scaledOut();
const worker = await NestFactory.createApplicationContext(WorkerModule.of(options), {
  logger: new PinoLogger(read.logLevel),
});
worker.enableShutdownHooks();

import { NestFactory } from '@nestjs/core';
import { PinoLogger } from '#platform';
import { mustBeAsReviewed } from '../policy.js';
import { scaledOut } from '../platform-options.js';
import { WorkerModule } from './worker.module.js';

mustBeAsReviewed();
const { options, read } = scaledOut();
const worker = await NestFactory.createApplicationContext(WorkerModule.of(options), {
  logger: new PinoLogger(read.logLevel),
});
worker.enableShutdownHooks();

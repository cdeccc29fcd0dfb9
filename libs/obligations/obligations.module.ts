import { Global, Module } from '@nestjs/common';
import { AlarmClock } from './alarm-clock.js';
import { Cases } from './cases.js';
import { Chaser } from './chaser.js';
import { PromiseObligationHandler } from './promise.js';

/** Commands with all that they owe. `People` comes from the directory. */
@Global()
@Module({ providers: [Cases, Chaser, PromiseObligationHandler], exports: [Cases, Chaser] })
export class ObligationsModule {}

/** What the worker app runs: the alarm clock over the due rows. */
@Module({ providers: [AlarmClock], exports: [AlarmClock] })
export class ObligationsWorkerModule {}

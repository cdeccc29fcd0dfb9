import { Global, Module } from '@nestjs/common';
import { AlarmClock } from './alarm-clock.js';
import { Cases } from './cases.js';
import { Chaser } from './chaser.js';
import { Deciders } from './deciders.js';
import { PromiseObligationHandler } from './promise.js';

/** Commands with all that they owe. `People` comes from the directory. */
@Global()
@Module({ providers: [Cases, Chaser, Deciders, PromiseObligationHandler], exports: [Cases, Chaser, Deciders] })
export class ObligationsModule {}

/** What the worker app runs: the alarm clock over the due rows. */
@Module({ providers: [AlarmClock], exports: [AlarmClock] })
export class ObligationsWorkerModule {}

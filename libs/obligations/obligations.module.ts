import { Global, Module } from '@nestjs/common';
import { AlarmClock } from './alarm-clock.js';
import { Chaser } from './chaser.js';

/** Chasing what is owed. `People` comes from the directory, `WhenDue` from the cases. */
@Global()
@Module({ providers: [Chaser], exports: [Chaser] })
export class ObligationsModule {}

/** What the worker app runs: the alarm clock over the due rows. */
@Module({ providers: [AlarmClock], exports: [AlarmClock] })
export class ObligationsWorkerModule {}

import { Module } from '@nestjs/common';
import { handles } from '#obligations';
import { AskDischargeCase, HandoverAggregate } from './commands/handover.aggregate.js';
import { HandoversController } from './http/handovers.controller.js';
import { ConsentWithdrawal } from './jobs/consent-withdrawal.reaction.js';
import { NextHospital } from './jobs/next-hospital.reaction.js';
import { RecoveryWindow } from './jobs/recovery-window.due.js';
import { DischargeOutcomes } from './views/discharge-outcomes.projection.js';
import { DischargeRatesHandler } from './views/rates.query.js';

@Module({ providers: [HandoverAggregate, handles(AskDischargeCase, HandoverAggregate), DischargeRatesHandler] })
export class HandoversModule {}

/** What the api app runs. */
@Module({ imports: [HandoversModule], controllers: [HandoversController] })
export class HandoversHttpModule {}

/** What the worker app runs. */
@Module({ imports: [HandoversModule], providers: [RecoveryWindow, NextHospital, ConsentWithdrawal, DischargeOutcomes] })
export class HandoversWorkerModule {}

import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { HandoverLookUps } from './commands/handover.look-ups.js';
import { dischargeCaseKind } from './discharge-case.case.js';
import { RatesController } from './http/rates.controller.js';
import { CareManagerChange } from './jobs/care-manager-change.reaction.js';
import { FollowConsent } from './jobs/consent-change.reaction.js';
import { NextHospital } from './jobs/next-hospital.reaction.js';
import { DischargeOutcomes } from './views/discharge-outcomes.projection.js';
import { DischargeRatesHandler } from './views/rates.query.js';

@Module({ providers: [HandoverLookUps, DischargeRatesHandler] })
class HandoversModule {}

/** What the api app runs. */
@Module({ controllers: [RatesController] })
class HandoversHttpModule {}

/** What the worker app runs. */
@Module({ providers: [NextHospital, FollowConsent, CareManagerChange, DischargeOutcomes] })
class HandoversWorkerModule {}

export const handovers: Context = {
  kinds: declared(dischargeCaseKind),
  module: HandoversModule,
  http: HandoversHttpModule,
  worker: HandoversWorkerModule,
};

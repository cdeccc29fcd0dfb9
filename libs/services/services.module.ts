import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { ServiceLookUps } from './commands/service.look-ups.js';
import { ConsentWithdrawal } from './jobs/consent-withdrawal.reaction.js';
import { serviceRequestKind } from './service-request.case.js';

@Module({ providers: [ServiceLookUps] })
class ServicesModule {}

/** What the worker app runs. */
@Module({ providers: [ConsentWithdrawal] })
class ServicesWorkerModule {}

export const services: Context = {
  kinds: declared(serviceRequestKind),
  module: ServicesModule,
  worker: ServicesWorkerModule,
};

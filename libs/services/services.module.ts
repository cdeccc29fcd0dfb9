import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { ServiceLookUps } from './commands/service.look-ups.js';
import { FollowConsent } from './jobs/consent-change.reaction.js';
import { serviceRequestKind } from './service-request.case.js';

@Module({ providers: [ServiceLookUps] })
class ServicesModule {}

/** What the worker app runs. */
@Module({ providers: [FollowConsent] })
class ServicesWorkerModule {}

export const services: Context = {
  kinds: declared(serviceRequestKind),
  module: ServicesModule,
  worker: ServicesWorkerModule,
};

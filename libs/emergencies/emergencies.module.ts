import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { EmergencyLookUps } from './commands/emergency.look-ups.js';
import { emergencyLookKind } from './emergency-look.case.js';
import { EmergenciesController } from './http/emergencies.controller.js';
import { EmergencyLooks } from './views/emergency-looks.query.js';
import { EmergencyRecords } from './views/emergency-record.query.js';

@Module({ providers: [EmergencyLookUps] })
class EmergenciesModule {}

/** What the api app runs. */
@Module({ providers: [EmergencyRecords, EmergencyLooks], controllers: [EmergenciesController] })
class EmergenciesHttpModule {}

export const emergencies: Context = {
  kinds: declared(emergencyLookKind),
  pages: { emergency_record: 'emergency_looking', emergency_reviews: 'read_auditing' },
  module: EmergenciesModule,
  http: EmergenciesHttpModule,
};

import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { ConsultationLookUps } from './commands/consultation.look-ups.js';
import { LinkedCases } from './commands/linked-cases.js';
import { ConsultationNumbers } from './commands/numbers.js';
import { consultationKind } from './consultation.case.js';
import { EscalatedHandover } from './jobs/escalated-handover.reaction.js';

@Module({ providers: [LinkedCases, ConsultationNumbers, ConsultationLookUps] })
class ConsultationsModule {}

/** What the worker app runs. */
@Module({ providers: [EscalatedHandover] })
class ConsultationsWorkerModule {}

export const consultations: Context = {
  kinds: declared(consultationKind),
  module: ConsultationsModule,
  worker: ConsultationsWorkerModule,
};

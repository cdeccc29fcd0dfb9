import { Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { ConsultationLookUps } from './commands/consultation.look-ups.js';
import { LinkedCases } from './commands/linked-cases.js';
import { ConsultationNumbers } from './commands/numbers.js';
import { consultationKind } from './consultation.case.js';
import { ConsultationsController } from './http/consultations.controller.js';
import { SplitOff } from './jobs/split-consultation.reaction.js';
import { AnswersOfMerged } from './jobs/answers-of-merged.reaction.js';
import { EscalatedHandover } from './jobs/escalated-handover.reaction.js';
import { ConsultationForms } from './views/consultation-form.query.js';
import { ReferralTargetsOf } from './views/referral-targets.query.js';
import { RelatedCases } from './views/related.query.js';

@Module({
  providers: [LinkedCases, ConsultationNumbers, ConsultationLookUps],
  exports: [LinkedCases],
})
class ConsultationsModule {}

/** What the api app runs beside the routes of its kinds. */
@Module({
  imports: [ConsultationsModule],
  providers: [RelatedCases, ConsultationForms, ReferralTargetsOf],
  controllers: [ConsultationsController],
})
class ConsultationsHttpModule {}

/** What the worker app runs. */
@Module({ providers: [EscalatedHandover, SplitOff, AnswersOfMerged] })
class ConsultationsWorkerModule {}

export const consultations: Context = {
  kinds: declared(consultationKind),
  module: ConsultationsModule,
  http: ConsultationsHttpModule,
  worker: ConsultationsWorkerModule,
};

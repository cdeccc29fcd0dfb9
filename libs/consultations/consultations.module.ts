import { Module } from '@nestjs/common';
import { handles } from '#obligations';
import { AskConsultation, ConsultationAggregate } from './commands/consultation.aggregate.js';
import { LinkedCases } from './commands/linked-cases.js';
import { ConsultationsController } from './http/consultations.controller.js';
import { EscalatedHandover } from './jobs/escalated-handover.reaction.js';

@Module({ providers: [LinkedCases, ConsultationAggregate, handles(AskConsultation, ConsultationAggregate)] })
export class ConsultationsModule {}

/** What the api app runs. */
@Module({ imports: [ConsultationsModule], controllers: [ConsultationsController] })
export class ConsultationsHttpModule {}

/** What the worker app runs. */
@Module({ imports: [ConsultationsModule], providers: [EscalatedHandover] })
export class ConsultationsWorkerModule {}

export { AskConsultation } from './commands/consultation.aggregate.js';
export { ConsultationsHttpModule, ConsultationsModule, ConsultationsWorkerModule } from './consultations.module.js';
export type * from './domain/consultation.commands.js';
export type * from './domain/consultation.events.js';
export type { Consultation, ConsultationStatus } from './domain/consultation.js';
export type { ProgramItem, ProgramItemKey } from './domain/program-item.js';

export { consultations } from './consultations.module.js';
export { consultationKind, type ConsultationCommand } from './consultation.case.js';
export type * from './domain/consultation.commands.js';
export type * from './domain/consultation.events.js';
export { hearsByMessage, type Consultation, type ConsultationStatus } from './domain/consultation.js';
export type { ProgramItem, ProgramItemKey } from './domain/program-item.js';

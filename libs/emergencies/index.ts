export { emergencies } from './emergencies.module.js';
export { emergencyLookKind } from './emergency-look.case.js';
export type * from './domain/emergency-look.js';

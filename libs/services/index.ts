export type * from './domain/request.commands.js';
export type * from './domain/request.events.js';
export type { ServiceRequest, ServiceStatus } from './domain/request.js';
export { serviceRequestKind, type ServiceCommand } from './service-request.case.js';
export { services } from './services.module.js';

import type { Facts } from '../../feature.ts';

export const service = { codes: 'service' } as const;

export const rows: Facts = { service_request: { service, doneBy: 'day' } };

import type { Facts } from '../../feature.ts';

export const rows: Facts = { activity_report: { period: { unit: 'period' } } };

import type { Facts, Feature } from '../../feature.ts';

export const version = { unit: 'version' } as const;

export const rows: Facts = {
  discharge_case: { plannedDischargeOn: 'day', careLevel: { codes: 'careLevel' }, version },
};

export const loud: Feature['loud'] = ['DischargeHandoverMissed', 'DischargeLeakConfirmed'];

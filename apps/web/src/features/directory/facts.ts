import type { Facts } from '../../feature.ts';

export const facts: Facts = {
  CoordinatorAppointed: {
    organization: 'organization',
    kind: { codes: 'kind' },
    fields: { codes: 'fields' },
    level: { codes: 'level' },
    since: 'day',
    trainedOn: 'day',
    overlaps: { unit: 'overlaps', of: 'length' },
  },
  CoordinatorPostEnded: { on: 'day' },
  PatientErased: { reason: { codes: 'erasure' }, records: { unit: 'records' } },
  PatientCareManagerChanged: { openCases: { unit: 'openCases', of: 'length' } },
  DeskCoverArranged: { desk: 'organization', deputy: 'organization', from: 'day', until: 'day' },
  DeskCoverEnded: { on: 'day' },
};

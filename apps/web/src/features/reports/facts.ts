import type { Facts } from '../../feature.ts';

const body = { codes: 'body' } as const;
const edition = { unit: 'edition' } as const;

export const facts: Facts = {
  ActivityReportSubmitted: { edition, total: { unit: 'total' } },
  ActivityReportApproved: { body, edition },
  ActivityReportReturned: { body, edition },
  ActivityReportDeadlocked: { lacking: body },
};

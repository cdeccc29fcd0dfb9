import type { Facts } from '../../feature.ts';

export const facts: Facts = {
  EmergencyLookOpened: { reason: { codes: 'reason' }, sections: { codes: 'sections' }, until: 'moment' },
  EmergencyLookReviewed: { verdict: { codes: 'verdict' } },
};

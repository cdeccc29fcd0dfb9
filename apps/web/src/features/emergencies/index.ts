import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { words } from './words.ts';

/** 緊急閲覧: a record opened without a relation, and the review of it. */
export const emergencies: Feature = {
  words,
  kinds: { emergency_look: 'emergency-looks' },
  pages: {
    emergency_record: {
      path: '/emergencies/$id',
      page: async () => (await import('./pages/record.tsx')).EmergencyRecordPage,
      hidden: true,
    },
    emergency_reviews: {
      path: '/emergency-reviews',
      page: async () => (await import('./pages/reviews.tsx')).EmergencyReviewsPage,
    },
  },
  around: { emergency_look: (id) => [{ name: 'emergency_record', to: `/emergencies/${id}` }] },
  commands: {
    OpenInEmergency: {
      begins: '/emergency-looks/new',
      page: async () => (await import('./pages/open.tsx')).OpenInEmergencyPage,
    },
    CloseEmergencyLook: { form: true },
    ReviewEmergencyLook: { form: true },
  },
  steps: { emergency_review: ['ReviewEmergencyLook'] },
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows: {},
  loud: ['EmergencyLookOpened'],
};

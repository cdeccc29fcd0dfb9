import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import { words, type Words } from './words.ts';

const form = formsIn<Words>();

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
    CloseEmergencyLook: { form: form('CloseEmergencyLook', {}, false) },
    ReviewEmergencyLook: {
      form: form(
        'ReviewEmergencyLook',
        { verdict: { as: 'choice', codes: 'verdict', required: true }, note: { as: 'long' } },
        false,
      ),
    },
  },
  steps: { emergency_review: ['ReviewEmergencyLook'] },
  facts: {
    EmergencyLookOpened: {
      reason: { codes: 'reason' },
      sections: { codes: 'sections' },
      until: 'moment',
    },
    EmergencyLookReviewed: { verdict: { codes: 'verdict' } },
  },
  rows: {},
  loud: ['EmergencyLookOpened'],
};

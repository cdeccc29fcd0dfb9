import type { Words } from './words.ts';

export const en: Words = {
  nav: {
    OpenInEmergency: 'Emergency look',
    emergency_reviews: 'Review of emergency looks',
    emergency_record: 'See what was opened',
  },
  command: {
    OpenInEmergency: 'Open in an emergency',
    ReviewEmergencyLook: 'Review',
    CloseEmergencyLook: 'End the emergency look',
  },
  short: { ReviewEmergencyLook: 'Review' },
  kind: { emergency_look: 'Emergency look' },
  level: {},
  step: { emergency_review: 'Review of an emergency look' },
  state: { emergency_look: { OPENED: 'To be reviewed', CLOSED: 'To be reviewed (ended)', REVIEWED: 'Reviewed' } },
  unit: {},
  event: {
    EmergencyLookOpened: 'Opened in an emergency',
    EmergencyLookClosed: 'Ended the emergency look',
    EmergencyLookReviewed: 'Reviewed the emergency look',
  },
  template: {
    'emergency_look.opened': 'A record was opened in an emergency',
    'emergency_look.many': 'Records are opened in emergencies one after another',
    'emergency_look.reviewed': 'An emergency look was reviewed',
    'emergency_look.chase': 'An emergency look has not been reviewed',
  },
  record: { emergency_reason: 'Reason of an emergency look', emergency_review_note: 'Note of the review' },
  detail: { reason: 'Reason', sections: 'Sections', until: 'Until', verdict: 'Verdict' },
  field: {
    patient: 'Patient',
    reason: 'Reason',
    text: 'What is happening',
    sections: 'What to see',
    verdict: 'Verdict',
    note: 'Note',
  },
  hint: {
    text: 'Name nobody. Whoever reviews it reads this.',
    patient: 'Look by birth date and reading. That you looked is recorded, too.',
    told: 'The care manager, the primary physician, the base and the administrators are told at once.',
  },
  codes: {
    reason: {
      sudden_change: 'Sudden change',
      cannot_be_asked: 'The person cannot be asked',
      disaster: 'Disaster',
      nobody_reached: 'Nobody in charge can be reached',
      other: 'Other',
    },
    sections: {
      contacts: 'Who is in charge, and telephones',
      handover: 'The last handover',
      backup: 'Summary of the last call for help',
    },
    verdict: { justified: 'Justified', unjustified: 'Not justified' },
  },
};

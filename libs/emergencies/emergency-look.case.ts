import { defineCase, entriesOf } from '#cases';
import { EmergencyLookUps } from './commands/emergency.look-ups.js';
import {
  CHASE,
  close,
  emergencyLook,
  MANY,
  open,
  OPENED,
  OPENING,
  review,
  REVIEWED,
  type EmergencyEvent,
  type EmergencyLook,
  type OpenInEmergency,
} from './domain/emergency-look.js';
import * as dto from './http/emergencies.dto.js';

const { begins, asked } = entriesOf<EmergencyLook | null, EmergencyEvent, EmergencyLookUps>();

/** 緊急閲覧 (break-glass, G11): somebody who stands in no relation to a person opens part of the record. */
export const emergencyLookKind = defineCase({
  ...emergencyLook,
  tag: 'Emergencies',
  states: ['OPENED', 'CLOSED', 'REVIEWED'],
  commands: {
    OpenInEmergency: begins({
      route: {
        path: 'emergency-looks',
        body: dto.OpenInEmergencyBody,
        summary: '緊急閲覧を始める（理由と範囲を決め、担当と管理者に知らせる）',
        personal: { emergency_reason: ['text'] },
      },
      may: { anyone: 'emergency_looking' },
      find: (look, said: OpenInEmergency, _none, ask, now) => look.opening(said, ask, now),
      decide: open,
    }),
    CloseEmergencyLook: asked({
      route: {
        path: 'emergency-looks/:emergencyLook/closings',
        body: dto.CloseEmergencyLookBody,
        summary: '緊急閲覧を終える',
      },
      may: { holder: 'emergency_looking' },
      from: ({ status }) => status === 'OPENED',
      after: [OPENING],
      decide: close,
    }),
    ReviewEmergencyLook: asked({
      route: {
        path: 'emergency-looks/:emergencyLook/reviews',
        body: dto.ReviewEmergencyLookBody,
        summary: '緊急閲覧を点検する（正当・不当）',
        personal: { emergency_review_note: ['note'] },
      },
      may: { area: 'read_auditing', everyone: 'administration' },
      from: ({ status }) => status !== 'REVIEWED',
      after: [OPENING],
      decide: review,
    }),
  },
  events: {
    EmergencyLookOpened: { version: 1 },
    EmergencyLookClosed: { version: 1 },
    EmergencyLookReviewed: { version: 1 },
  },
  // Whoever answers for the person sees that somebody looked, and why. Whoever looked hears what the review says of it: the
  // person, he sees while it is open.
  sees: {
    holder: 'emergency_looking',
    looked: 'emergency_looking',
    told: 'membership',
    area: ['read_auditing', 'base_work'],
    everyone: 'administration',
  },
  withheld: { looked: ['patient_identity'] },
  board: { reviewer: 'administration' },
  isOver: ({ status }) => status === 'REVIEWED',
  contact: ({ organization }) => organization,
  card: ({ reason, sections, until }) => ({ reason, sections, until }),
  steps: { emergency_review: { by: ['ReviewEmergencyLook'] } },
  texts: {
    templates: [OPENED, MANY, REVIEWED, CHASE],
    records: ['emergency_reason', 'emergency_review_note'],
    // About an act of staff; the form says that nobody is named in it.
    open: ['emergency_reason', 'emergency_review_note'],
  },
  lookUps: EmergencyLookUps,
});

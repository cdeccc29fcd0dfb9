import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { OpenInEmergency: '緊急閲覧', emergency_reviews: '緊急閲覧の点検' },
  command: { OpenInEmergency: '緊急閲覧を始める', ReviewEmergencyLook: '点検する' },
  short: { ReviewEmergencyLook: '点検' },
  kind: { emergency_look: '緊急閲覧' },
  level: {},
  step: { emergency_review: '緊急閲覧の点検' },
  state: { emergency_look: { OPENED: '点検待ち', CLOSED: '点検待ち（終了）', REVIEWED: '点検済み' } },
  detail: {},
  unit: {},
  codes: {},
} satisfies ContextFace;

import { whole, type Bounds } from '#kernel';

/** Rules of emergency looks (緊急閲覧). G11 has the hours; the others no source has, they are our own defaults [D]. */
export const EMERGENCY_RULES = {
  /** So many hours the sections can be read (G11: "ends at 4 h"). */
  hours: 4,
  /** From so many openings of one person within an hour on, each is told of apart [D]. */
  manyAnHour: 5,
  /** Until this day of the next month it is reviewed [D]. */
  reviewDay: 10,
};
export type EmergencyRules = typeof EMERGENCY_RULES;
export const EMERGENCY_BOUNDS: Bounds<EmergencyRules> = {
  hours: whole(1, 24),
  manyAnHour: whole(2, 100),
  reviewDay: whole(1, 28),
};
export const EMERGENCY_CONTEXT = 'emergencies';

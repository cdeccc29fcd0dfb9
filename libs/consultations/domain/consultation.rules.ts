import { levels, whole, type Bounds } from '#kernel';

/**
 * Rule set "JP-default" of consultations (model.md 2.3 and 2.16). Every number is data: an area overrides it from a day
 * on, and a consultation keeps what held when it was received. All of them are our own defaults [D]; no source has any.
 */
export const CONSULTATION_RULES = {
  /** First action on an immediate consultation: clock hours, for the night does not wait for the desk to open [D]. */
  firstActionImmediateHours: 2,
  /** First action on a normal one, and on one that nobody has triaged yet [D]. */
  firstActionNormalBusinessDays: 3,
  /** A reply that the desk waits for, where it names no day; also the answer of a desk referred to [D]. */
  replyBusinessDays: 5,
  /** Open for so many days: the base secretariat hears of it [D]. */
  longOpenDays: 30,
  /** Ladder: business days from T by level, the first being level 1; there is no reminder (scenarios/README.md) [D]. */
  chaseOffsets: [0, 1] as readonly number[],
};

/** What an area may set [D]. */
export const CONSULTATION_BOUNDS: Bounds<typeof CONSULTATION_RULES> = {
  firstActionImmediateHours: whole(0, 72),
  firstActionNormalBusinessDays: whole(0, 60),
  replyBusinessDays: whole(0, 60),
  longOpenDays: whole(1, 366),
  chaseOffsets: levels(2, 0, 60),
};

export type ConsultationRules = typeof CONSULTATION_RULES;
export const CONSULTATION_CONTEXT = 'consultations';

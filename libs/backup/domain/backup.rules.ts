import { anyOf, levels, whole, type Bounds, type Urgency as Alarm } from '#kernel';
import { BACKUP_URGENCIES, type BackupUrgency } from './request.commands.js';

/**
 * Rule set "JP-default" of emergency backup (model.md 2.5 and 2.16). Every number is data: an area overrides it from a
 * day on, and a request keeps what held when it was made. [D] marks what is our own default.
 */
export const BACKUP_RULES = {
  /** How long an offer (打診) stands, by urgency [D]. */
  immediateOfferMinutes: 5,
  urgentOfferMinutes: 15,
  plannedOfferMinutes: 24 * 60,
  /** Urgencies that ask a whole tier at once, the first to accept winning; the others ask one candidate after another [D]. */
  broadcast: ['immediate'] as readonly string[],
  /** Whoever has taken the fewest requests in so many days is asked first (公平) [D]. */
  fairnessDays: 30,
  /** Whoever has taken a request says how it ended within so many minutes, by urgency [D]; the base hears so much later. */
  immediateCompletionMinutes: 120,
  urgentCompletionMinutes: 6 * 60,
  plannedCompletionMinutes: 24 * 60,
  completionBaseMinutes: 60,
  /** When nobody is left to ask, the base finds somebody within so many minutes [D]; the coordinator hears so much later. */
  assignmentMinutes: 5,
  assignmentCoordinatorMinutes: 10,
  /** Hand-back (申し送り) so many business days after the day of completion, at this minute of the day: 09:00 [D]. */
  handBackBusinessDays: 1,
  handBackMinute: 9 * 60,
  /** Its acknowledgement at this minute of the day, 12:00, that day or the next business day [D]. */
  acknowledgementMinute: 12 * 60,
  /** Ladder of these two: business days from T of level 1 (the owner) and level 2 (the base) (scenarios/README.md) [D]. */
  chaseOffsets: [0, 1] as readonly number[],
};

const A_WEEK = 7 * 24 * 60;
const LAST_MINUTE = 24 * 60 - 1;

/** What an area may set [D]. An offer that stands for no time at all could never be taken. */
export const BACKUP_BOUNDS: Bounds<typeof BACKUP_RULES> = {
  immediateOfferMinutes: whole(1, A_WEEK),
  urgentOfferMinutes: whole(1, A_WEEK),
  plannedOfferMinutes: whole(1, A_WEEK),
  broadcast: anyOf(BACKUP_URGENCIES),
  fairnessDays: whole(1, 366),
  immediateCompletionMinutes: whole(1, A_WEEK),
  urgentCompletionMinutes: whole(1, A_WEEK),
  plannedCompletionMinutes: whole(1, A_WEEK),
  completionBaseMinutes: whole(0, A_WEEK),
  assignmentMinutes: whole(0, A_WEEK),
  assignmentCoordinatorMinutes: whole(0, A_WEEK),
  handBackBusinessDays: whole(0, 60),
  handBackMinute: whole(0, LAST_MINUTE),
  acknowledgementMinute: whole(0, LAST_MINUTE),
  chaseOffsets: levels(2, 0, 60),
};

export type BackupRules = typeof BACKUP_RULES;
export const BACKUP_CONTEXT = 'backup';

export const offerMinutes = (rules: BackupRules, urgency: BackupUrgency): number =>
  ({
    immediate: rules.immediateOfferMinutes,
    urgent: rules.urgentOfferMinutes,
    planned: rules.plannedOfferMinutes,
  })[urgency];

export const completionMinutes = (rules: BackupRules, urgency: BackupUrgency): number =>
  ({
    immediate: rules.immediateCompletionMinutes,
    urgent: rules.urgentCompletionMinutes,
    planned: rules.plannedCompletionMinutes,
  })[urgency];

/** In which class its alarms are taken. */
export const alarmOf = (urgency: BackupUrgency): Alarm => (urgency === 'immediate' ? 'emergency' : 'urgent');

import {
  chaseLadder,
  closingOn,
  dateIn,
  isLocalDate,
  isOpenOn,
  openOnOrAfter,
  plusDays,
  plusHours,
  plusOpenDays,
  toInstant,
  unreachable,
  type AreaRef,
  type Duty,
  type Instant,
  type Opening,
  type Plan,
} from '#kernel';
import type { ConsultationUrgency } from './consultation.commands.js';
import type { ConsultationRules } from './consultation.rules.js';

export const CHASE_TEMPLATE = 'consultation.chase';

/** 相談窓口: who owes, by its own calendar. */
export interface Desk {
  readonly organization: string;
  readonly opening: Opening;
  readonly area: AreaRef;
}

export interface Setting {
  readonly now: Instant;
  readonly rules: ConsultationRules;
  readonly area: AreaRef;
  readonly urgency: ConsultationUrgency | undefined;
}

type Step = 'first_action' | 'reply' | 'long_open';

const chased = (
  { now, rules, area, urgency }: Setting,
  step: Step,
  dueAt: Instant,
  { organization, opening }: Desk,
): Plan => {
  const offsets = rules.chaseOffsets.map((businessDays, i) => ({ level: i + 1, businessDays }));
  return {
    step,
    owedBy: organization,
    dueAt,
    urgency: urgency === 'immediate' ? 'urgent' : 'routine',
    template: CHASE_TEMPLATE,
    rungs: chaseLadder(
      { dueAt, now, opening, offsets },
      {
        1: [{ role: 'coordinator', organization }],
        2: [{ role: 'base_secretariat', kind: 'cooperation_base', area }],
      },
    ),
  };
};

/** 初回対応の期限. One that nobody has triaged is as a normal one: it must not rest until somebody looks at it [D]. */
export function firstActionDue(
  urgency: ConsultationUrgency | undefined,
  from: Instant,
  opening: Opening,
  rules: ConsultationRules,
): Instant {
  const on = dateIn(from);
  switch (urgency) {
    case 'immediate':
      return plusHours(from, rules.firstActionImmediateHours);
    case 'today': {
      const closing = closingOn(on, opening);
      return isOpenOn(on, opening) && from < closing ? closing : closingOn(plusOpenDays(on, 1, opening), opening);
    }
    case 'normal':
    case undefined:
      return closingOn(plusOpenDays(on, rules.firstActionNormalBusinessDays, opening), opening);
    default:
      return unreachable(urgency);
  }
}

/** 初回対応. */
export const firstAction = (setting: Setting, from: Instant, desk: Desk): Plan =>
  chased(setting, 'first_action', firstActionDue(setting.urgency, from, desk.opening, setting.rules), desk);

/** 返答待ちの期限: the moment or day that was named, else so many business days of the desk. */
export function replyDue(
  until: string | undefined,
  from: Instant,
  opening: Opening,
  rules: ConsultationRules,
): Instant {
  if (until === undefined) return closingOn(plusOpenDays(dateIn(from), rules.replyBusinessDays, opening), opening);
  return isLocalDate(until) ? closingOn(openOnOrAfter(until, opening), opening) : toInstant(until);
}

/** 返答. */
export const reply = (setting: Setting, dueAt: Instant, desk: Desk): Plan => chased(setting, 'reply', dueAt, desk);

/** Set apart from the reply that the case itself waits for, which goes on if the referral is declined. */
export const REFERRAL = 'referral';

/** The answer of the desk referred to: else a referral could lie there unseen until the case is long open [D]. */
export const referralReply = (setting: Setting, from: Instant, to: Desk): Plan => ({
  ...chased(setting, 'reply', replyDue(undefined, from, to.opening, setting.rules), to),
  instance: REFERRAL,
});

/** What was owed before, by the same moment: who hears of it is counted from now. */
export const owedAgain = (setting: Setting, { step, instance, dueAt }: Duty, desk: Desk): Plan => ({
  ...chased(setting, step as Step, dueAt, desk),
  ...(instance !== undefined && { instance }),
});

/** 長期未終結. */
export const longOpen = (setting: Setting, from: Instant, desk: Desk): Plan => {
  const on = openOnOrAfter(plusDays(dateIn(from), setting.rules.longOpenDays), desk.opening);
  return chased(setting, 'long_open', closingOn(on, desk.opening), desk);
};

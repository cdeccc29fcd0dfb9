import type { Duty, Instant, Opening, Plan } from '#kernel';
import {
  firstAction,
  longOpen,
  REFERRAL,
  referralReply,
  reply,
  replyDue,
  type Setting,
} from './consultation.obligations.js';
import type { ConsultationRules } from './consultation.rules.js';
import type { Consultation } from './consultation.state.js';

interface Dating {
  readonly rules: ConsultationRules;
  readonly now: Instant;
  readonly opening: (organization: string) => Opening;
}

/** When what a consultation owes would be due under these rules; from each moment from which it may count. */
export function replans(state: Consultation, duty: Duty, { rules, now, opening }: Dating): readonly Plan[] {
  const { area, urgency, receivedAt, openSince, heldSince, workedAt } = state;
  const desk = { organization: duty.owedBy, opening: opening(duty.owedBy), area };
  const setting: Setting = { now, rules, area, urgency };
  const since = [openSince, receivedAt, heldSince, workedAt];
  switch (duty.step) {
    case 'first_action':
      return since.map((from) => firstAction(setting, from, desk));
    case 'reply':
      return since.map((from) =>
        duty.instance === REFERRAL
          ? referralReply(setting, from, desk)
          : reply(setting, replyDue(undefined, from, desk.opening, rules), desk),
      );
    case 'long_open':
      return since.map((from) => longOpen(setting, from, desk));
    default:
      return [];
  }
}

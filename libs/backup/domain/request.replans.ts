import type { Duty, Instant, Opening, Plan } from '#kernel';
import type { BackupRules } from './backup.rules.js';
import {
  COMPLETION,
  completion,
  HAND_BACK,
  HAND_BACK_ACKNOWLEDGEMENT,
  handBack,
  handBackAcknowledgement,
  OFFER,
  offered,
} from './request.obligations.js';
import { isOpen, type BackupRequest } from './request.state.js';

interface Dating {
  readonly rules: BackupRules;
  readonly now: Instant;
  readonly opening: (organization: string) => Opening;
}

/** When what a request owes would be due under these rules. */
export function replans(state: BackupRequest, duty: Duty, { rules, now, opening }: Dating): readonly Plan[] {
  const { area, urgency, offers, acceptedAt, completedAt, handedBackAt } = state;
  const { step, instance, owedBy } = duty;
  const at = (moment: Instant) => ({ now: moment, rules, area });
  const party = { organization: owedBy, opening: opening(owedBy), owner: [] };
  switch (step) {
    case OFFER: {
      const offer = offers.find((one) => isOpen(one) && String(one.offer) === instance);
      return offer ? [offered(at(offer.offeredAt), urgency, owedBy, offer.offer).plan] : [];
    }
    case COMPLETION:
      return acceptedAt === undefined ? [] : [completion(at(acceptedAt), urgency, { organization: owedBy, to: [] })];
    case HAND_BACK:
      return completedAt === undefined ? [] : [handBack(at(now), completedAt, party)];
    case HAND_BACK_ACKNOWLEDGEMENT:
      return handedBackAt === undefined ? [] : [handBackAcknowledgement(at(now), handedBackAt, party)];
    default:
      return [];
  }
}

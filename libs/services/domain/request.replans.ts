import type { Duty, Instant, Opening, Plan } from '#kernel';
import { answer, completion } from './request.obligations.js';
import type { ServiceRequest } from './request.state.js';
import type { ServiceRules } from './services.rules.js';

interface Dating {
  readonly rules: ServiceRules;
  readonly now: Instant;
  readonly opening: (organization: string) => Opening;
}

/** When what a request owes would be due under these rules. */
export function replans(
  state: ServiceRequest,
  { step, owedBy }: Duty,
  { rules, now, opening }: Dating,
): readonly Plan[] {
  const { area, requester, requestedAt, doneBy } = state;
  const setting = { now, rules, area, requester: requester.user };
  const provider = { organization: owedBy, opening: opening(owedBy) };
  if (step === 'service_answer') return [answer(setting, requestedAt, provider)];
  return step === 'service_completion' && doneBy !== undefined ? [completion(setting, doneBy, provider)] : [];
}

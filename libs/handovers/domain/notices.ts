import type { Addressee, Notice } from '#kernel';
import type { HandoverEvent, NamedCareManager } from './handover.events.js';
import type { DischargeCase, State } from './handover.state.js';

export function notices(events: readonly HandoverEvent[], state: State): Notice[] {
  return state ? events.flatMap((event) => noticesOf(event, state)) : [];
}

const received = ({ user }: NamedCareManager): Notice[] => [
  { template: 'handover.received', to: [{ user }], step: 'acknowledgement' },
];

/** Whoever is to act next hears of it at once, before any chase. */
export function noticesOf(event: HandoverEvent, { hospital }: DischargeCase): Notice[] {
  if (event.type === 'DischargeHandoverSubmitted' || event.type === 'DischargeHandoverSupplemented')
    return received(event.payload.careManager);
  if (event.type === 'CareManagerReassigned' && event.payload.plans.some(({ step }) => step === 'acknowledgement'))
    return received(event.payload.careManager);
  const nurses: Addressee[] = [{ role: 'discharge_nurse', organization: hospital }];
  if (event.type === 'HandoverClarificationRequested')
    return [{ template: 'handover.clarification', to: nurses, step: 'handover_document' }];
  if (event.type === 'HandoverReturned')
    return [{ template: 'handover.returned', to: nurses, step: 'handover_document' }];
  return [];
}

import type { Addressee, Notice } from '#kernel';
import type { HandoverEvent, NamedCareManager } from './handover.events.js';
import type { DischargeCase, State } from './handover.state.js';

export function notices(events: readonly HandoverEvent[], state: State): Notice[] {
  return state ? events.flatMap((event) => noticesOf(event, state)) : [];
}

const received = ({ user }: NamedCareManager): Notice[] => [
  { template: 'handover.received', to: [{ user }], step: 'acknowledgement' },
];

/** 担当が変わった: of the stay, because it changed of the person. */
const CHANGED = 'handover.care_manager_changed';
/** 担当が違っている: of the stay another one than of the person. */
const DIFFERS = 'handover.care_manager_differs';

/** Whoever is to act next hears of it at once, before any chase. */
export function noticesOf(event: HandoverEvent, { hospital, area }: DischargeCase): Notice[] {
  if (event.type === 'DischargeHandoverSubmitted' || event.type === 'DischargeHandoverSupplemented')
    return received(event.payload.careManager);
  const nurses: Addressee[] = [{ role: 'discharge_nurse', organization: hospital }];
  if (event.type === 'CareManagerReassigned') {
    const { careManager, plans, follows } = event.payload;
    return [
      ...(plans.some(({ step }) => step === 'acknowledgement') ? received(careManager) : []),
      ...(follows ? [{ template: CHANGED, to: [...nurses, { user: careManager.user }] }] : []),
    ];
  }
  if (event.type === 'CareManagerChangeNoted')
    return [{ template: DIFFERS, to: [...nurses, { role: 'coordinator', kind: 'help_desk', area }] }];
  if (event.type === 'HandoverClarificationRequested')
    return [{ template: 'handover.clarification', to: nurses, step: 'handover_document' }];
  if (event.type === 'DischargeCaseResumed') return [{ template: 'handover.resumed', to: nurses }];
  if (event.type === 'HandoverReturned')
    return [{ template: 'handover.returned', to: nurses, step: 'handover_document' }];
  return [];
}

import type { Addressee, Bearings, Notice } from '#kernel';
import type { ConsultationEvent } from './consultation.events.js';
import type { State } from './consultation.state.js';
import { evolve } from './evolve.js';

export { CONSULTATION_STATUSES } from './consultation.state.js';
export type { Consultation, ConsultationStatus } from './consultation.state.js';

/** A desk hears at once of what it is now to answer, or has back. */
function notices(events: readonly ConsultationEvent[]): Notice[] {
  const desk = (organization: string): Addressee[] => [{ role: 'coordinator', organization }];
  return events.flatMap(({ type, payload }): Notice[] => {
    if (type === 'ConsultationReferred')
      return [{ template: 'consultation.referred', to: desk(payload.to), step: 'reply' }];
    if (type === 'ReferralDeclined') return [{ template: 'consultation.referral_declined', to: desk(payload.from) }];
    return [];
  });
}

/** The desk that has it, the desk that is asked to take it, and who asked: the asker reads the own consultation. */
const relationsOf = ({ desk, referral, organization }: NonNullable<State>) => ({
  desk: [desk],
  referred_to: referral ? [referral.to] : [],
  asker: organization === undefined ? [] : [organization],
});

/** What a consultation is in pure values; what can be said of it stands in its table of commands. */
export const consultation = {
  kind: 'consultation',
  stateVersion: 3,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          ruleSet: state.ruleSet,
          relations: relationsOf(state),
          ...(state.patient !== undefined && { patientRef: state.patient }),
        }
      : {},
  notices,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

import { ROLES, type Addressee, type Bearings, type Notice } from '#kernel';
import type { ConsultationEvent } from './consultation.events.js';
import type { Consultation, State } from './consultation.state.js';
import { evolve } from './evolve.js';

export { CONSULTATION_STATUSES, isOver } from './consultation.state.js';
export type { Consultation, ConsultationStatus } from './consultation.state.js';

/** Who has asked, else everybody where the asker works; a desk that asks itself is told nothing. */
function askerOf(state: State): Addressee[] {
  if (!state || state.organization === undefined || state.organization === state.desk) return [];
  const { organization, askedBy } = state;
  return askedBy === undefined ? ROLES.map((role) => ({ role, organization })) : [{ user: askedBy }];
}

/** Whoever asked; where that is nobody who works with the system, the desk, which can telephone. */
function whoHears(state: State): Addressee[] {
  const asker = askerOf(state);
  return asker.length > 0 || !state ? asker : [{ role: 'coordinator', organization: state.desk }];
}

/** Whether the asker hears of the consultation by a message, and not only by the desk's telephone. */
export const hearsByMessage = (state: Consultation): boolean => askerOf(state).length > 0;

/** A desk hears at once of what it is now to answer, or has back; the asker of the answer, and of who has it now. */
function notices(events: readonly ConsultationEvent[], state: State): Notice[] {
  const desk = (organization: string): Addressee[] => [{ role: 'coordinator', organization }];
  const asker = (template: string): Notice[] => {
    const to = askerOf(state);
    return to.length > 0 ? [{ template, to }] : [];
  };
  const over = (): Notice[] =>
    state?.unanswered === undefined ? [] : [{ template: 'consultation.referral_over', to: desk(state.unanswered) }];
  return events.flatMap(({ type, payload }): Notice[] => {
    if (type === 'ConsultationLogged' && payload.satellite !== undefined)
      return [{ template: 'consultation.from_satellite', to: desk(payload.desk) }];
    if (type === 'ConsultationReferred')
      return [
        { template: 'consultation.referred', to: desk(payload.to), step: 'reply' },
        ...asker('consultation.passed_on'),
      ];
    if (type === 'ReferralDeclined') return [{ template: 'consultation.referral_declined', to: desk(payload.from) }];
    if (type === 'ConsultationAnswered' || type === 'ConsultationAnsweredElsewhere')
      return asker('consultation.answered');
    if (type === 'ConsultationMerged') return asker('consultation.merged');
    if (type === 'ConsultationReportedBack') return [{ template: 'consultation.reported_back', to: whoHears(state) }];
    if (type === 'ConsultationWithdrawn') return [...asker('consultation.withdrawn'), ...over()];
    return type === 'ConsultationClosed' ? over() : [];
  });
}

/**
 * The desk that has it, the desk that is asked to take it, those that had it, and who asked: the asker reads the own
 * consultation.
 */
const relationsOf = ({ desk, satellite, formerDesks, referral, unanswered, organization }: NonNullable<State>) => ({
  desk: [desk],
  former_desk: formerDesks,
  satellite: satellite === undefined ? [] : [satellite],
  referred_to: [referral?.to ?? unanswered ?? []].flat(),
  asker: organization === undefined ? [] : [organization],
});

/** Of two that are merged into each other at one moment, one wins: otherwise neither would go on. */
function claims(events: readonly ConsultationEvent[]): { take: string[]; release: string[] } {
  const pair = (one: string, other: string) => ['consultation-merge', ...[one, other].toSorted()].join(':');
  return {
    take: events.flatMap(({ type, payload }) =>
      type === 'ConsultationMerged' ? [pair(payload.duplicate, payload.into)] : [],
    ),
    release: events.flatMap(({ type, payload }) =>
      type === 'ConsultationMergeUndone' ? [pair(payload.duplicate, payload.from)] : [],
    ),
  };
}

/** What a consultation is in pure values; what can be said of it stands in its table of commands. */
export const consultation = {
  kind: 'consultation',
  stateVersion: 5,
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
  claims,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

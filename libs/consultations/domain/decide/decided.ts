import { overDefaults, type Circumstances } from '#kernel';
import type { ConsultationEvent } from '../consultation.events.js';
import type { Setting } from '../consultation.obligations.js';
import { CONSULTATION_RULES } from '../consultation.rules.js';
import type { Consultation } from '../consultation.state.js';

/** A consultation that is there, with all that a decision about it looks at. */
export interface Work<Found = unknown> {
  readonly state: Consultation;
  readonly given: Circumstances<Found>;
  readonly setting: Setting;
}

export type Decide<C, Found> = (work: Work<Found>, command: C) => readonly ConsultationEvent[];

/** A decision about a consultation that is there, by today's rules where it has none of its own. */
export const decided =
  <C extends { readonly type: string }, Found>(decide: Decide<C, Found>) =>
  (command: C, stored: Consultation, given: Circumstances<Found>): readonly ConsultationEvent[] => {
    const state = { ...stored, rules: overDefaults(CONSULTATION_RULES, stored.rules) };
    const { rules, area, urgency } = state;
    return decide({ state, given, setting: { now: given.now, rules, area, urgency } }, command);
  };

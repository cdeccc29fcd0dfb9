import { OFFICE_HOURS, plusHours, type Actor, type AreaRef } from '#kernel';
import { livesByDefaults, type Kept } from '#test/pinned-rules.js';
import { consultationKind, type ConsultationCommand } from '../consultation.case.js';
import type { ConsultationEvent } from './consultation.events.js';
import type { Consultation } from './consultation.js';
import { CONSULTATION_BOUNDS, CONSULTATION_RULES, type ConsultationRules } from './consultation.rules.js';
import { DESK_RULES } from './desk.rules.js';

const { decider: consultation } = consultationKind;
const START = '2025-06-02T01:00:00.000Z';
const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const desk = { organization: 'desk', opening: OFFICE_HOURS, area };
const coordinator: Actor = { userId: 'coordinator', role: 'coordinator', orgId: 'desk' };
const to = { organization: 'other-desk', opening: OFFICE_HOURS, area };

const LIFE: readonly ConsultationCommand[] = [
  { type: 'LogConsultation', channel: 'phone', consulter: { side: 'care' }, scene: 'daily_care', topics: ['other'] },
  { type: 'TriageConsultation', urgency: 'immediate' },
  { type: 'TriageConsultation', urgency: 'normal' },
  { type: 'RecordConsultationAction', kind: 'advice', minutes: 5 },
  { type: 'AwaitReply' },
  { type: 'ReferConsultation', to: 'other-desk' },
  { type: 'AcceptReferral' },
  { type: 'RecordConsultationAction', kind: 'advice', minutes: 5 },
  { type: 'CloseConsultation', outcome: 'solved', issueAssessment: { raises: false } },
  { type: 'ReopenConsultation' },
];

function played(kept: Kept<ConsultationRules>): ConsultationEvent[] {
  const facts: ConsultationEvent[] = [];
  let state: Consultation | null = null;
  const stripped = (whole: Consultation | null): Consultation | null =>
    whole && { ...whole, rules: kept(whole.rules) as ConsultationRules };
  for (const [i, command] of LIFE.entries()) {
    const now = plusHours(START, i);
    const stored = stripped(state);
    const rules = { ref: { id: 'rules', version: 1 }, values: CONSULTATION_RULES };
    const next = consultation.decide(command, stored, {
      now,
      occurredAt: now,
      actor: coordinator,
      found: { desk, to, area, rules, form: DESK_RULES },
      id: 'consultation',
      records: {},
      newId: String,
    });
    facts.push(...next);
    state = next.reduce<Consultation | null>((s, fact) => consultation.evolve(s, fact, now), stored);
  }
  return facts;
}

describe('a consultation that was received before a rule was added', () => {
  livesByDefaults<ConsultationRules>({
    defaults: CONSULTATION_RULES,
    bounds: CONSULTATION_BOUNDS,
    lives: { 'referred and reopened': played },
  });
});

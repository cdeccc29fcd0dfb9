import { OFFICE_HOURS, plusHours, type Actor, type AreaRef } from '#kernel';
import { livesByDefaults, type Kept } from '#test/pinned-rules.js';
import { dischargeCaseKind, type HandoverCommand } from '../discharge-case.case.js';
import type { HandoverEvent } from './handover.events.js';
import { HANDOVER_BOUNDS, HANDOVER_RULES, type HandoverRules } from './handover.rules.js';
import type { DischargeCase } from './handover.js';

const { decide, evolve } = dischargeCaseKind.decider;
const START = '2025-06-02T01:00:00.000Z';
const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const nurse: Actor = { userId: 'nurse', role: 'discharge_nurse', orgId: 'hospital' };
const named = { user: 'manager', organization: 'office', opening: OFFICE_HOURS };

const LIFE: readonly HandoverCommand[] = [
  { type: 'RegisterAdmission', patient: 'p', hospital: 'hospital', admissionKind: 'planned', careManager: 'manager' },
  { type: 'ProvideAdmissionInformation', channel: 'fax' },
  { type: 'ScreenForDischargeSupport', criteria: {} },
  { type: 'PlanDischarge', plannedDischargeOn: '2025-06-20', destination: 'home' },
  { type: 'PlanDischarge', plannedDischargeOn: '2025-06-04', destination: 'home' },
  { type: 'SubmitHandover' },
  { type: 'RequestHandoverClarification' },
  { type: 'SupplementHandover' },
  { type: 'ReturnHandover' },
  { type: 'ReassignCareManager', careManager: 'manager' },
  { type: 'AcknowledgeHandover' },
  { type: 'RecordDischarge', destination: 'home' },
];
/** … and one whose handover is missed. */
const MISSED: readonly HandoverCommand[] = [...LIFE.slice(0, 4), { type: 'RecordDischarge', destination: 'home' }];

/** … one whose document is read long before the discharge, and one whose care manager changes at once. */
const EARLY: readonly HandoverCommand[] = [
  ...LIFE.slice(0, 4),
  { type: 'SubmitHandover' },
  { type: 'AcknowledgeHandover' },
  { type: 'RecordDischarge', destination: 'home' },
];
const REASSIGNED: readonly HandoverCommand[] = [
  ...LIFE.slice(0, 1),
  { type: 'ReassignCareManager', careManager: 'manager' },
  { type: 'ProvideAdmissionInformation', channel: 'fax' },
];
const SUNDAY = '2025-06-01T01:00:00.000Z';

/** Plays a case; before each command but the first its state has kept only some of the rules it was admitted under. */
function played(commands: readonly HandoverCommand[], kept: Kept<HandoverRules>, start = START) {
  const facts: HandoverEvent[] = [];
  let state: DischargeCase | null = null;
  const stripped = (whole: DischargeCase | null): DischargeCase | null =>
    whole && { ...whole, rules: kept(whole.rules) as HandoverRules };
  for (const [i, command] of commands.entries()) {
    const now = plusHours(start, i);
    const found = {
      area,
      consent: true,
      hospital: { organization: 'hospital', opening: OFFICE_HOURS },
      strongHospital: false,
      careOffice: { organization: named.organization, opening: OFFICE_HOURS },
      rules: { ref: { id: 'JP-default', version: 1 }, values: HANDOVER_RULES },
      named,
      stays: [],
    };
    const stored = stripped(state);
    const next = decide(command, stored, {
      now,
      occurredAt: now,
      actor: nurse,
      found,
      id: 'case',
      records: { handover_document: 'd', clarification: 'c', return_reason: 'r' },
      newId: String,
    });
    facts.push(...next);
    state = next.reduce<DischargeCase | null>((s, fact) => evolve(s, fact, now), stored);
  }
  return facts;
}

describe('a case that was admitted before a rule was added', () => {
  livesByDefaults<HandoverRules>({
    defaults: HANDOVER_RULES,
    bounds: HANDOVER_BOUNDS,
    lives: {
      acknowledged: (kept) => played(LIFE, kept),
      missed: (kept) => played(MISSED, kept),
      'read early': (kept) => played(EARLY, kept),
      'admitted on a Sunday': (kept) => played(REASSIGNED, kept, SUNDAY),
    },
    notReadLater: {
      screeningDays: 'the screening is planned with the admission and not again',
      screeningDaysStrong: 'likewise, where the hospital has declared the stronger staffing',
    },
  });

  it('keeps those that it was admitted under', () => {
    const [discharge] = played(MISSED, (rules) => ({ ...rules, recoveryDays: 30 })).slice(-1);
    expect(discharge).toMatchObject({ type: 'DischargeHandoverMissed' });
    expect(discharge).not.toEqual(played(MISSED, (rules) => rules).at(-1));
  });
});

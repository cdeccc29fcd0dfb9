import type { Circumstances, DomainError, Instant } from '#kernel';
import {
  close,
  dayOfNextMonth,
  emergencyLook,
  MANY,
  open,
  OPENED,
  readableUntil,
  review,
  REVIEWED,
  type EmergencyEvent,
  type EmergencyLook,
  type Opening,
} from './emergency-look.js';

const AREA = { municipalityId: 'town', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const AT = '2026-12-05T13:00:00.000Z';
const UNTIL = '2026-12-05T17:00:00.000Z';
const FOUND: Opening = {
  area: AREA,
  careManager: 'manager',
  primaryPhysician: 'clinic',
  reviewer: 'office',
  until: UNTIL,
  reviewBy: '2027-01-10',
  many: false,
};
const by = <Found>(userId: string, found: Found, records: Record<string, string> = {}): Circumstances<Found> => ({
  now: AT,
  occurredAt: AT,
  actor: { userId, role: 'primary_physician', orgId: 'other-clinic' },
  found,
  id: 'look',
  records,
  newId: String,
});
const opened = (found: Opening = FOUND) =>
  open(
    { type: 'OpenInEmergency', patient: 'person', reason: 'sudden_change', sections: ['contacts'] },
    null,
    by('doctor', found, { emergency_reason: 'text' }),
  );
const play = (events: readonly EmergencyEvent[], at: Instant = AT) =>
  events.reduce<EmergencyLook | null>((state, event) => emergencyLook.evolve(state, event, at), null) as EmergencyLook;

describe('an emergency look', () => {
  it('is its opener’s until its end, told at once, and to be reviewed', () => {
    const events = opened();
    const state = play(events);
    expect(emergencyLook.bearings(state)).toMatchObject({
      patientRef: 'person',
      relations: {
        holder: ['doctor'],
        looked: ['doctor'],
        'holder.until': [UNTIL],
        told: ['manager', 'clinic'],
        reviewer: ['office'],
      },
    });
    expect(emergencyLook.notices(events, state)).toMatchObject([
      { template: OPENED, urgency: 'urgent', to: expect.arrayContaining([{ user: 'manager' }]) as unknown },
    ]);
    expect(Object.values(state.duties)).toMatchObject([{ step: 'emergency_review', state: 'open', owedBy: 'office' }]);
  });

  it('holds no text: the fact refers to it', () => {
    expect(JSON.stringify(opened())).toContain('"reasonRef":"text"');
    expect(JSON.stringify(play(opened()))).not.toContain('"text"');
  });

  it('that is one of many is told of apart', () => {
    const events = opened({ ...FOUND, many: true });
    expect(emergencyLook.notices(events, play(events)).map(({ template }) => template)).toEqual([OPENED, MANY]);
  });

  it('ends when it is closed, and never later than it was to', () => {
    const early = '2026-12-05T14:00:00.000Z';
    const state = emergencyLook.evolve(play(opened()), close()[0] as EmergencyEvent, early) as EmergencyLook;
    expect(readableUntil(state)).toBe(early);
    expect(readableUntil({ ...state, closedAt: '2026-12-06T00:00:00.000Z' })).toBe(UNTIL);
  });

  it('is reviewed by somebody else, which ends it and what is owed', () => {
    const state = play(opened());
    const said = { type: 'ReviewEmergencyLook', verdict: 'justified' } as const;
    let refused = '';
    try {
      review(said, state, by('doctor', {}));
    } catch (error) {
      refused = (error as DomainError).code;
    }
    expect(refused).toBe('forbidden');
    const events = review(said, state, by('auditor', {}));
    const after = play([...opened(), ...events]);
    expect(after).toMatchObject({ status: 'REVIEWED', closedAt: AT, review: { verdict: 'justified', by: 'auditor' } });
    expect(Object.values(after.duties)).toMatchObject([{ state: 'met' }]);
    expect(emergencyLook.notices(events, after)).toEqual([{ template: REVIEWED, to: [{ user: 'doctor' }] }]);
  });
});

it('the day of the next month is of the month in Japan', () => {
  expect(dayOfNextMonth('2026-12-31T14:59:00.000Z', 10)).toBe('2027-01-10');
  expect(dayOfNextMonth('2026-11-30T15:00:00.000Z', 9)).toBe('2027-01-09');
  expect(dayOfNextMonth('2026-11-28T00:00:00.000Z', 10)).toBe('2026-12-10');
});

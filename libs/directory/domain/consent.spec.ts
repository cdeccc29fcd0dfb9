import * as fc from 'fast-check';
import type { Circumstances, DomainError, Instant } from '#kernel';
import {
  basisOf,
  CONSENT_PURPOSES,
  consentSaid,
  NO_CONSENT,
  standing,
  teamUntil,
  unrecordedConsent,
  unrecordedWithdrawal,
  withdrawalSaid,
  type Consent,
  type ConsentException,
  type ConsentLedger,
  type ConsentWithdrawal,
} from './consent.js';
import { patient, type Patient, type PatientEvent } from './patient.js';

const AREA = { municipalityId: 'town', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const day = (n: number): Instant => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const LATER = day(1_000);

const consent = (id: string, n: number, more: Partial<Consent> = {}): Consent => ({
  ...unrecordedConsent('person', id, day(n)),
  id,
  recordedAt: LATER,
  ...more,
});
const withdrawal = (id: string, n: number, of?: string): ConsentWithdrawal => ({
  ...unrecordedWithdrawal('person', day(n)),
  id,
  recordedAt: LATER,
  ...(of !== undefined && { consent: of }),
});
const exception = (id: string, n: number, until: number, more: Partial<ConsentException> = {}): ConsentException => ({
  id,
  at: day(n),
  recordedAt: day(n),
  recordedBy: 'doctor',
  ground: 'life',
  purposes: ['emergency'],
  until: day(until),
  ...more,
});
const ledger = (said: Partial<ConsentLedger>): ConsentLedger => ({ ...NO_CONSENT, ...said });
const given = (at: Instant, now = LATER): Circumstances<unknown> => ({
  now,
  occurredAt: at,
  actor: { userId: 'nurse', role: 'discharge_nurse', orgId: 'hospital' },
  found: {},
  id: 'person',
  records: {},
  newId: String,
});
const code = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as DomainError).errors[0]?.path;
  }
  return undefined;
};

describe('consent', () => {
  it('is given for nothing by default', () => {
    for (const purpose of CONSENT_PURPOSES) expect(basisOf(NO_CONSENT, { purpose, at: LATER })).toBeUndefined();
    expect(teamUntil(NO_CONSENT)).toBeUndefined();
  });

  it('holds for what it was given for and with whom, from its moment on', () => {
    const only = ledger({ consents: [consent('a', 5, { purposes: ['handover'], organizations: ['office'] })] });
    const basis = (purpose: 'handover' | 'service', organization: string | undefined, n: number) =>
      basisOf(only, { purpose, at: day(n), ...(organization !== undefined && { organization }) });
    expect(basis('handover', 'office', 5)).toBe('consent');
    expect(basis('handover', undefined, 5)).toBe('consent');
    expect(basis('handover', 'office', 4)).toBeUndefined();
    expect(basis('handover', 'another', 5)).toBeUndefined();
    expect(basis('service', 'office', 5)).toBeUndefined();
  });

  it('ends with a withdrawal of all that was given before, and not of what was given after', () => {
    const all = ledger({ consents: [consent('old', 1), consent('new', 9)], withdrawals: [withdrawal('w', 5)] });
    expect(standing(all, day(4)).map(({ id }) => id)).toEqual(['old']);
    expect(standing(all, day(6))).toEqual([]);
    expect(standing(all, LATER).map(({ id }) => id)).toEqual(['new']);
  });

  it('is what its lines say, in whatever order they were written down', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(moments, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat()), (days, gives, shuffle) => {
        const lines = days.map((n, i) => ({ n, gives: gives.next().value === true, id: `${i}` }));
        const played = (order: typeof lines): ConsentLedger =>
          ledger({
            consents: order.filter((one) => one.gives).map(({ id, n }) => consent(id, n)),
            withdrawals: order.filter((one) => !one.gives).map(({ id, n }) => withdrawal(id, n)),
          });
        const keys = new Map(lines.map((line) => [line, shuffle.next().value ?? 0]));
        const other = lines.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        for (let n = -1; n <= 61; n++) {
          // What the newest line by then said, said by hand.
          const last = lines.filter((line) => line.n <= n).toSorted((a, b) => b.n - a.n)[0];
          const expected = last?.gives ? 'consent' : undefined;
          for (const one of [played(lines), played(other)])
            expect(basisOf(one, { purpose: 'handover', at: day(n) })).toBe(expected);
        }
      }),
    );
  });

  it('that was recorded by mistake counts for nothing, and so does a withdrawal', () => {
    const mistaken = ledger({ consents: [consent('a', 1)], retracted: ['a'] });
    expect(standing(mistaken, LATER)).toEqual([]);
    const back = ledger({ consents: [consent('a', 1)], withdrawals: [withdrawal('w', 2)], retracted: ['w'] });
    expect(standing(back, LATER)).toHaveLength(1);
  });

  it('names institutions only where somebody is sent something by name', () => {
    const said = { type: 'GiveConsent', purposes: ['emergency'], organizations: ['clinic'] } as const;
    expect(code(() => consentSaid(said, NO_CONSENT, given(day(1))))).toBe('organizations');
  });

  it('said again without anything more is nothing new', () => {
    const plain = consentSaid({ type: 'GiveConsent' }, NO_CONSENT, given(day(1)));
    expect(plain).toMatchObject({ form: 'unrecorded', purposes: CONSENT_PURPOSES, recordedBy: 'nurse' });
    const one = ledger({ consents: plain ? [plain] : [] });
    expect(consentSaid({ type: 'GiveConsent' }, one, given(day(2)))).toBeUndefined();
    expect(consentSaid({ type: 'GiveConsent', form: 'contract' }, one, given(day(2)))).toMatchObject({
      form: 'contract',
    });
  });

  it('is withdrawn once, one by one or all; a withdrawal lies after what it withdraws', () => {
    const one = ledger({ consents: [consent('a', 5)] });
    const of = (more: object, at: Instant, all = one) =>
      withdrawalSaid({ type: 'WithdrawConsent', ...more }, all, given(at));
    expect(of({ consent: 'a' }, day(6))).toMatchObject({ consent: 'a', at: day(6) });
    expect(code(() => of({ consent: 'a' }, day(4)))).toBe('occurredAt');
    expect(code(() => of({ consent: 'b' }, day(6)))).toBe('consent');
    const over = ledger({ ...one, withdrawals: [withdrawal('w', 6)] });
    expect(of({}, day(7), over)).toBeUndefined();
    expect(of({}, day(7))).toMatchObject({ at: day(7) });
  });
});

describe('an exception', () => {
  it('lets something be shared for its purposes and its time, unless it is found unjustified or taken back', () => {
    const one = exception('e', 3, 6);
    const at = (n: number, all: ConsentLedger, purpose: 'emergency' | 'handover' = 'emergency') =>
      basisOf(all, { purpose, at: day(n) });
    const all = ledger({ exceptions: [one] });
    expect([2, 3, 5, 6].map((n) => at(n, all))).toEqual([undefined, 'exception', 'exception', undefined]);
    expect(at(4, all, 'handover')).toBeUndefined();
    expect(at(4, ledger({ exceptions: [{ ...one, verdict: 'unjustified' }] }))).toBeUndefined();
    expect(at(4, ledger({ exceptions: [{ ...one, verdict: 'justified' }] }))).toBe('exception');
    expect(at(4, ledger({ exceptions: [one], retracted: ['e'] }))).toBeUndefined();
  });
});

describe('the care team of a person', () => {
  const registered = (consented: boolean): PatientEvent => ({
    type: 'PatientRegistered',
    payload: {
      patient: { id: 'person', municipality: 'town', area: AREA, careTeam: ['nurse'], consent: consented },
      identityRef: null,
    },
  });
  const relations = (...events: readonly PatientEvent[]) =>
    patient.bearings(events.reduce<Patient | null>((state, event, i) => patient.evolve(state, event, day(i)), null))
      .relations;

  it('stands in the relation while there is consent; facts of before, which say yes or no only, still play', () => {
    const gone = { type: 'ConsentWithdrawn', payload: { patient: 'person' } } as const;
    const back = { type: 'ConsentGiven', payload: { patient: 'person' } } as const;
    expect(relations(registered(true))).toMatchObject({ care_team: ['nurse'] });
    expect(relations(registered(false))).toMatchObject({ care_team: [] });
    expect(relations(registered(true), gone)).toMatchObject({ care_team: [] });
    expect(relations(registered(true), gone, back)).toMatchObject({ care_team: ['nurse'] });
  });

  it('stands in it until an exception ends, where that is all there is', () => {
    const event: PatientEvent = {
      type: 'ConsentExceptionRecorded',
      payload: { patient: 'person', exception: exception('e', 1, 4, { purposes: ['care_team'] }) },
    };
    expect(relations(registered(false), event)).toMatchObject({ care_team: ['nurse'], 'care_team.until': [day(4)] });
  });
});

import * as fc from 'fast-check';
import { EVERYBODY, type DomainError } from '#kernel';
import {
  changeCareManager,
  changeCareTeam,
  changePrimaryPhysician,
  correctPatientIdentity,
  erasePatient,
  movePatient,
  withdrawPatientRegistration,
} from './patient.change.js';
import { NO_CONSENT, unrecordedConsent } from './consent.js';
import { CARE_CHANGED, patient, type Patient, type PatientEvent } from './patient.js';

const AREA = { municipalityId: 'town', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const NOW = '2026-11-28T00:00:00.000Z';
const PERSON: Patient = {
  id: 'person',
  municipality: 'town',
  area: AREA,
  careTeam: [],
  consent: true,
  ledger: { ...NO_CONSENT, consents: [unrecordedConsent('person', 'registration', NOW)] },
};

const play = (events: readonly PatientEvent[], state: Patient): Patient =>
  events.reduce<Patient | null>((s, event) => patient.evolve(s, event, NOW), state) as Patient;
const told = (events: readonly PatientEvent[], state: Patient) => patient.notices(events, play(events, state));
const refused = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as DomainError).errors[0]?.path ?? (error as DomainError).code;
  }
  return undefined;
};
const managed = (careManager: string | undefined, state: Patient, openCases: readonly string[] = []) =>
  changeCareManager(
    { type: 'ChangeCareManager', ...(careManager === undefined ? { nobody: true } : { careManager }) },
    state,
    { found: { openCases } },
  );
const team = (careTeam: readonly string[], state: Patient) =>
  changeCareTeam({ type: 'ChangeCareTeam', careTeam }, state, { now: NOW });

describe('another care manager', () => {
  const before = { ...PERSON, careManager: 'old' };

  it('is told, and so is who was it; the fact names what is open and moves none of it', () => {
    const events = managed('new', before, ['stay']);
    expect(events).toEqual([
      { type: 'PatientCareManagerChanged', payload: { careManager: 'new', former: 'old', openCases: ['stay'] } },
    ]);
    expect(told(events, before)).toEqual([
      { template: CARE_CHANGED, to: [{ user: 'old' }, { user: 'new' }], key: 'PatientCareManagerChanged' },
    ]);
  });

  it('said again changes nothing', () => {
    expect(managed('old', before)).toEqual([]);
    expect(managed(undefined, PERSON)).toEqual([]);
  });

  it('is somebody or nobody, and not both or neither', () => {
    const found = { found: { openCases: [] } };
    expect(refused(() => changeCareManager({ type: 'ChangeCareManager' }, before, found))).toBe('careManager');
    expect(
      refused(() => changeCareManager({ type: 'ChangeCareManager', careManager: 'x', nobody: true }, before, found)),
    ).toBe('careManager');
    expect(play(managed(undefined, before), before)).not.toHaveProperty('careManager');
  });
});

describe('whoever was in charge', () => {
  it('opens what tells so, and nobody stands as former who has any charge now', () => {
    const users = fc.constantFrom('a', 'b', 'c');
    const changes = fc.oneof(
      fc.option(users, { nil: undefined }).map((one) => (state: Patient) => managed(one, state)),
      fc.uniqueArray(users).map((all) => (state: Patient) => team(all, state)),
    );
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 12 }), (all) => {
        let state = PERSON;
        for (const change of all) {
          const events = change(state);
          state = play(events, state);
          const { relations = {} } = patient.bearings(state);
          const now = [...(relations['care_manager'] ?? []), ...(relations['care_team'] ?? [])];
          for (const { to } of patient.notices(events, state))
            for (const one of to)
              expect([...now, ...(relations['former'] ?? [])]).toContain('user' in one ? one.user : '');
          for (const one of relations['former'] ?? []) expect(now).not.toContain(one);
        }
      }),
    );
  });
});

describe('another team', () => {
  it('says who joined and who left', () => {
    const before = { ...PERSON, careTeam: ['a', 'b'] };
    expect(team(['b', 'c', 'c'], before)).toEqual([
      { type: 'PatientCareTeamChanged', payload: { careTeam: ['b', 'c'], joined: ['c'], left: ['a'] } },
    ]);
    expect(team(['b', 'a'], before)).toEqual([]);
  });
});

describe('another physician', () => {
  it('is a clinic; without one the person stands open to whoever looks for one', () => {
    const before = { ...PERSON, primaryPhysician: 'old' };
    const events = changePrimaryPhysician({ type: 'ChangePrimaryPhysician', nobody: true }, before, {
      found: { openCases: [] },
    });
    expect(patient.bearings(play(events, before)).relations).toMatchObject({
      primary_physician: [],
      without_physician: [EVERYBODY],
      former: ['old'],
    });
    expect(told(events, before)).toEqual([
      {
        template: CARE_CHANGED,
        to: [{ role: 'primary_physician', organization: 'old' }],
        key: 'PatientPhysicianChanged',
      },
    ]);
  });
});

describe('a move', () => {
  const village = { ...AREA, municipalityId: 'village' };
  const move = (found: object, records: Readonly<Record<string, string>> = {}, anotherPerson = false) =>
    movePatient({ type: 'MovePatient', municipality: 'village', ...(anotherPerson && { anotherPerson }) }, PERSON, {
      found: { area: village, openCases: ['stay'], known: false, ...found },
      records,
    });

  it('says from where to where and what is open; the address lies in its record', () => {
    const events = move({ claim: 'new', released: 'old' }, { patient_identity: 'record' });
    expect(events[0]?.payload).toEqual({
      municipality: 'village',
      area: village,
      from: 'town',
      openCases: ['stay'],
      identityRef: 'record',
    });
    expect(patient.claims(events)).toEqual({ take: ['new'], release: ['old'] });
    expect(play(events, PERSON)).toEqual({
      ...PERSON,
      municipality: 'village',
      area: village,
      identityRef: 'record',
    });
  });

  it('to where somebody of the same identity is asks whether that is the same person', () => {
    expect(refused(() => move({ known: true, claim: 'new', released: 'old' }))).toBe('already_exists');
    const events = move({ known: true, claim: 'new', released: 'old' }, {}, true);
    expect(patient.claims(events)).toEqual({ take: [], release: ['old'] });
  });

  it('to nowhere is refused', () => {
    expect(refused(() => move({ area: undefined }))).toBe('municipality');
  });
});

describe('a correction of who somebody is', () => {
  const correct = (found: object, records: Readonly<Record<string, string>> = { patient_identity: 'record' }) =>
    correctPatientIdentity({ type: 'CorrectPatientIdentity' }, PERSON, {
      found: { today: '2025-06-02', known: false, ...found },
      records,
    });

  it('holds where the new record lies, and nothing of what it says', () => {
    const events = correct({ birthDate: '1940-01-01', claim: 'new', released: 'old' });
    expect(events[0]?.payload).toEqual({ identityRef: 'record' });
    expect(patient.claims(events)).toEqual({ take: ['new'], release: ['old'] });
  });

  it('of the address alone takes and gives back nothing', () => {
    expect(patient.claims(correct({ claim: 'same', released: 'same' }))).toEqual({ take: [], release: [] });
  });

  it('that says what was known is none', () => {
    expect(correct({}, {})).toEqual([]);
  });

  it('is refused where it makes two of one, or a birth of tomorrow or of longer ago than people live', () => {
    expect(refused(() => correct({ known: true }))).toBe('already_exists');
    expect(refused(() => correct({ birthDate: '2025-06-03' }))).toBe('birthDate');
    expect(refused(() => correct({ birthDate: '1895-06-01' }))).toBe('birthDate');
    expect(correct({ birthDate: '1895-06-02' })).not.toEqual([]);
  });
});

describe('a registration by mistake', () => {
  it('is withdrawn where nothing was begun, and nobody stands to the person any more', () => {
    const withdraw = (used: boolean) =>
      withdrawPatientRegistration({ type: 'WithdrawPatientRegistration' }, PERSON, {
        found: { used, released: 'claim' },
      });
    expect(refused(() => withdraw(true))).toBe('in_use');
    const state = play(withdraw(false), { ...PERSON, careManager: 'one' });
    expect([patient.status(state), patient.bearings(state).relations]).toEqual(['WITHDRAWN', {}]);
    expect(patient.claims(withdraw(false)).release).toEqual(['claim']);
  });
});

describe('an erasure', () => {
  const inCharge = { ...PERSON, careManager: 'manager' };
  const erased = (openCases: readonly string[]) =>
    erasePatient({ type: 'ErasePatient', reason: 'retention_over' }, inCharge, {
      found: { openCases, records: 3, released: 'identity:1' },
    });

  it('leaves a certificate without anything of the person, and nobody in charge', () => {
    const events = erased([]);
    expect(events).toEqual([
      {
        type: 'PatientErased',
        payload: { patient: 'person', reason: 'retention_over', records: 3 },
        released: 'identity:1',
      },
    ]);
    const after = play(events, inCharge);
    expect(after.erased).toEqual({ at: NOW, reason: 'retention_over' });
    expect(patient.status(after)).toBe('ERASED');
    expect(patient.bearings(after).relations).toEqual({});
    expect(patient.claims(events)).toEqual({ take: [], release: ['identity:1'] });
  });

  it('waits until nothing is owed to the person any more', () => {
    expect(refused(() => erased(['stay']))).toBe('cases');
  });
});

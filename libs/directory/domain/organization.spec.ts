import * as fc from 'fast-check';
import { OFFICE_HOURS, type DomainError, type Instant } from '#kernel';
import {
  changeInstitution,
  closeInstitution,
  isOwnBusiness,
  verifyInstitution,
  withdrawInstitutionRegistration,
  type ChangeInstitution,
} from './organization.change.js';
import { NO_OPEN_WORK } from './open-work.js';
import {
  CAPABILITIES,
  isOpen,
  organization,
  registerInstitution,
  type Organization,
  type OrganizationEvent,
  type RegisterInstitution,
} from './organization.js';

const AT = '2025-06-02T00:00:00Z' as Instant;
const LATER = '2025-07-01T00:00:00Z' as Instant;
const area = (municipalityId: string) => ({
  municipalityId,
  homeCareAreaId: 'home-care',
  secondaryAreaId: 'secondary',
  tertiaryAreaId: 'tertiary',
});
const ID = 'clinic';

const play = (events: readonly OrganizationEvent[], state: Organization | null = null, at = AT): Organization =>
  events.reduce<Organization | null>((s, event) => organization.evolve(s, event, at), state) as Organization;

const registered = (said: Partial<RegisterInstitution> = {}): Organization =>
  play(
    registerInstitution(
      { type: 'RegisterInstitution', kind: 'clinic', name: '花の診療所', municipality: 'town', ...said },
      null,
      { id: ID, found: { area: area('town') } },
    ),
  );

const change = (state: Organization, said: Omit<ChangeInstitution, 'type'>, found: object = {}) =>
  changeInstitution({ type: 'ChangeInstitution', ...said }, state, { found: { hasSatellites: false, ...found } });

const errorOf = (run: () => unknown): DomainError | undefined => {
  try {
    run();
  } catch (error) {
    return error as DomainError;
  }
  return undefined;
};
const refused = (run: () => unknown): string | undefined => {
  const error = errorOf(run);
  return error?.errors[0]?.path ?? error?.code;
};

describe('a change of an institution', () => {
  it('holds only what is other than before', () => {
    const state = registered({ phone: '0123-45-6789' });
    expect(change(state, { name: state.name, phone: '0123-45-0000' })).toEqual([
      { type: 'InstitutionChanged', payload: { phone: '0123-45-0000' } },
    ]);
    expect(change(state, { name: state.name, hours: OFFICE_HOURS.hours })).toEqual([]);
  });

  it('leaves the rest of the opening as it was', () => {
    const state = registered({ closedDays: ['2025-08-13'] });
    const after = play(change(state, { openDays: ['2025-12-29'] }), state);
    expect(after.opening).toEqual({ ...OFFICE_HOURS, closedDays: ['2025-08-13'], openDays: ['2025-12-29'] });
  });

  it('takes away what it clears, and says so once', () => {
    const state = registered({ phone: '0123-45-6789', group: '花の会' });
    const events = change(state, { clear: ['group', 'block'] });
    expect(events).toEqual([{ type: 'InstitutionChanged', payload: { cleared: ['group'] } }]);
    expect(play(events, state)).not.toHaveProperty('group');
    expect(change(play(events, state), { clear: ['group'] })).toEqual([]);
  });

  it('said twice is said once, whatever it says', () => {
    const said = fc.record(
      {
        name: fc.string({ minLength: 1 }),
        phone: fc.constantFrom('0123-45-6789', '0123-45-0000'),
        capabilities: fc.uniqueArray(fc.constantFrom(...CAPABILITIES)),
        closedDays: fc.uniqueArray(fc.constantFrom('2025-08-13', '2025-08-14')),
        openDays: fc.uniqueArray(fc.constantFrom('2025-12-29', '2025-12-30')),
        serves: fc.uniqueArray(fc.constantFrom('town', 'village'), { minLength: 1 }),
        group: fc.string({ minLength: 1 }),
        codes: fc.uniqueArray(
          fc.record({ list: fc.constant('care_service' as const), code: fc.constantFrom('0170000001', '0170000002') }),
          { selector: ({ code }) => code },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(said, { maxLength: 5 }), said, (before, last) => {
        const all = [...before, last];
        const state = all.reduce((s, one) => play(change(s, one, { serves: one.serves }), s), registered());
        expect(change(state, last, { serves: last.serves })).toEqual([]);
        // What it has is what was said last of each, and it holds the codes that it has taken and not given back.
        expect(state.name).toBe(all.findLast(({ name }) => name !== undefined)?.name ?? '花の診療所');
      }),
    );
  });

  it('takes the numbers that it did not have, and gives back those that it has no more', () => {
    const code = (n: string) => ({ list: 'medical_institution' as const, code: `011000000${n}` });
    const state = registered({ codes: [code('1'), code('2')] });
    const events = change(state, { codes: [code('2'), code('3')] });
    expect(organization.claims(events)).toEqual({
      take: ['organization_code:clinic:medical_institution:0110000003'],
      release: ['organization_code:clinic:medical_institution:0110000001'],
    });
    expect(events[0]).not.toHaveProperty('payload.take');
  });

  it('of its place moves what it serves by its kind, and not what was said of it', () => {
    const there = { area: area('village') };
    expect(play(change(registered(), { municipality: 'village' }, there), registered()).serves).toEqual(['village']);
    const said = { ...registered(), serves: ['town', 'city'] };
    expect(play(change(said, { municipality: 'village' }, there), said).serves).toEqual(['town', 'city']);
  });

  it('makes no desk of a clinic, and nothing else of a desk', () => {
    expect(refused(() => change(registered(), { kind: 'help_desk' }))).toBe('kind');
    expect(refused(() => change(registered({ kind: 'help_desk' }), { kind: 'clinic' }))).toBe('kind');
    expect(change(registered(), { kind: 'home_care_support_clinic' })).toHaveLength(1);
  });

  it('does not make a satellite of a desk to which others hand over, nor of itself', () => {
    const desk = registered({ kind: 'help_desk' });
    expect(refused(() => change(desk, { satelliteOf: 'main' }, { isMainDesk: true, hasSatellites: true }))).toBe(
      'satelliteOf',
    );
    expect(refused(() => change(desk, { satelliteOf: ID }, { isMainDesk: true }))).toBe('satelliteOf');
    expect(change(desk, { satelliteOf: 'main' }, { isMainDesk: true })).toHaveLength(1);
  });

  it('refuses a day that is both closed and specially open', () => {
    const state = registered({ closedDays: ['2025-08-13'] });
    expect(refused(() => change(state, { openDays: ['2025-08-13'] }))).toBe('openDays');
    expect(refused(() => registered({ closedDays: ['2025-08-13'], openDays: ['2025-08-13'] }))).toBe('openDays');
  });

  it.each([
    [{ hours: OFFICE_HOURS.hours, closedDays: [], openDays: [], phone: '1' }, true],
    [{ clear: ['phone' as const] }, true],
    [{ phone: '1', name: 'another' }, false],
    [{ clear: ['group' as const] }, false],
    [{ serves: [] }, false],
  ])('%j is the business of its own people: %s', (said, own) => {
    expect(isOwnBusiness({ type: 'ChangeInstitution', ...said })).toBe(own);
  });
});

describe('a verification', () => {
  it('holds from its day on, and one of earlier does not take it back', () => {
    const state = registered();
    expect(state.verifiedOn).toBe('2025-06-02');
    const events = verifyInstitution({ type: 'VerifyInstitution' }, state, { occurredAt: LATER });
    const verified = play(events, state);
    expect(verified.verifiedOn).toBe('2025-07-01');
    expect(verifyInstitution({ type: 'VerifyInstitution' }, verified, { occurredAt: AT })).toEqual([]);
  });
});

describe('a closing', () => {
  const close = (work = NO_OPEN_WORK, named: { successor?: string; successorIsOpen?: boolean } = {}) => {
    const { successor, successorIsOpen } = named;
    return closeInstitution({ type: 'CloseInstitution', ...(successor && { successor }) }, registered(), {
      occurredAt: LATER,
      found: { work, ...(successorIsOpen !== undefined && { successorIsOpen }) },
    });
  };

  it('is refused while anything stands with it, each sort by its number', () => {
    fc.assert(
      fc.property(
        fc.record({
          cases: fc.nat(3),
          patients: fc.nat(3),
          people: fc.nat(3),
          satellites: fc.nat(3),
          agreements: fc.nat(3),
          shifts: fc.nat(3),
        }),
        (work) => {
          const standing = Object.entries(work).filter(([, n]) => n > 0);
          const error = errorOf(() => close(work));
          expect(error?.code).toBe(standing.length > 0 ? 'open_work' : undefined);
          const told = error?.errors ?? [];
          expect(told.map(({ path }) => path)).toEqual(standing.map(([sort]) => sort));
          for (const [i, [, n]] of standing.entries()) expect(told[i]?.ja).toContain(String(n));
        },
      ),
    );
  });

  it('names a successor that is open, and another one', () => {
    expect(refused(() => close(NO_OPEN_WORK, { successor: 'gone', successorIsOpen: false }))).toBe('successor');
    expect(refused(() => close(NO_OPEN_WORK, { successor: ID, successorIsOpen: true }))).toBe('successor');
    expect(close(NO_OPEN_WORK, { successor: 'other', successorIsOpen: true })).toEqual([
      { type: 'InstitutionClosed', payload: { on: '2025-07-01', successor: 'other' } },
    ]);
  });

  it('leaves the name, and takes what it serves', () => {
    const state = play(close(), registered());
    expect([state.name, isOpen(state), organization.status(state)]).toEqual(['花の診療所', false, 'CLOSED']);
    expect(organization.bearings(state).relations).toMatchObject({ member: [ID], serves: [], within: [] });
    const again = play([{ type: 'InstitutionReopened', payload: { on: '2025-08-01' } }], state);
    expect(organization.bearings(again)).toEqual(organization.bearings(registered()));
  });
});

describe('a registration by mistake', () => {
  it('is withdrawn where nothing refers to it, and its number is free again', () => {
    const state = registered({ codes: [{ list: 'care_service', code: '0170000001' }] });
    const withdraw = (used: boolean) =>
      withdrawInstitutionRegistration({ type: 'WithdrawInstitutionRegistration' }, state, { found: { used } });
    expect(refused(() => withdraw(true))).toBe('in_use');
    expect(organization.claims(withdraw(false)).release).toEqual(['organization_code:clinic:care_service:0170000001']);
    expect(organization.status(play(withdraw(false), state))).toBe('WITHDRAWN');
  });
});

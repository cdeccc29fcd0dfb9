import type { AreaRef, Circumstances } from '#kernel';
import { askedThrough, covers, type Agreeing, type BackupArrangement } from './arrangement.js';
import { verdictOf } from '#test/verdict.js';
import { backupArrangementKind } from '../backup-arrangement.case.js';
import { ladderOf, mayAskAnybody, type Ground, type Institution } from './ladder.js';
import { onCallRosterKind } from '../on-call-roster.case.js';
import { onShift, type PublishOnCallShifts } from './roster.js';

const { decider: backupArrangement } = backupArrangementKind;
const { decider: onCallRoster } = onCallRosterKind;

const area: AreaRef = { municipalityId: '012041', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const night = '2025-06-07T13:30:00.000Z';
const at = (municipality: string): AreaRef => ({ ...area, municipalityId: municipality });
const institution = (id: string, rest: Partial<Institution> = {}): Institution => ({
  id,
  kind: 'clinic',
  municipality: rest.area?.municipalityId ?? area.municipalityId,
  area,
  capabilities: [],
  ...rest,
});
let ordinal = 0;
const arranged = (
  kind: BackupArrangement['kind'],
  from: string,
  to: string,
  rest: Partial<BackupArrangement> = {},
) => ({
  id: `${from}-${to}`,
  state: {
    kind,
    from,
    to,
    area,
    ordinal: ordinal++,
    status: 'IN_FORCE',
    agreedAt: night,
    ...rest,
  } satisfies BackupArrangement,
});
const ground = (rest: Partial<Ground>): Ground => ({
  at: night,
  requester: 'a',
  patient: { id: 'p', area, block: 'south' },
  capabilityNeeds: [],
  arrangements: [],
  institutions: [],
  onShift: {},
  withSecondary: new Set(),
  accepted: {},
  ...rest,
});
const order = (g: Ground): string[][] => ladderOf(g).map(({ candidates }) => candidates.map((c) => c.organization));
const clinics = ['b', 'c', 'd'].map((id) => institution(id));
const everybody = { b: ['dr-b'], c: ['dr-c'], d: ['dr-d'] };

describe('the ladder', () => {
  it('asks mutual partners in both directions, delegated ones in one (B-02, B-03, E13)', () => {
    const arrangements = [arranged('mutual', 'a', 'b'), arranged('mutual', 'c', 'a'), arranged('delegated', 'a', 'd')];
    const found = { arrangements, institutions: clinics, onShift: everybody };
    expect(order(ground(found))).toEqual([['b', 'c'], ['d'], [], []]);
    expect(
      order(ground({ ...found, requester: 'd', institutions: [institution('a')], onShift: { a: ['dr-a'] } })),
    ).toEqual([[], [], [], []]);
    expect(mayAskAnybody(ground({ ...found, requester: 'd' }))).toBe(false);
  });

  it('skips who is not on shift, though the arrangement stands', () => {
    const found = ground({ arrangements: [arranged('mutual', 'a', 'b')], institutions: clinics });
    expect(order(found)[0]).toEqual([]);
    expect(mayAskAnybody(found)).toBe(true);
  });

  it('puts the same block first, then capability, then the fewest taken, then the order of agreement', () => {
    const arrangements = ['e', 'f', 'b', 'c', 'd'].map((to) => arranged('mutual', 'a', to));
    const institutions = [
      institution('e', { block: 'north' }),
      institution('f', { block: 'south' }),
      institution('b', { block: 'south', capabilities: ['ventilator'] }),
      institution('c', { block: 'south', capabilities: ['ventilator'] }),
      institution('d', { block: 'south', capabilities: ['ventilator'] }),
    ];
    const shifts = { ...everybody, e: ['dr-e'], f: ['dr-f'] };
    const g = ground({
      arrangements,
      institutions,
      onShift: shifts,
      capabilityNeeds: ['ventilator'],
      accepted: { b: 2 },
    });
    expect(order(g)[0]).toEqual(['c', 'd', 'b', 'f', 'e']);
  });

  it('puts the concentrated clinic before other delegated ones', () => {
    const arrangements = [arranged('delegated', 'a', 'b'), arranged('delegated', 'a', 'c')];
    const institutions = [institution('b'), institution('c', { capabilities: ['sub_physician_concentrated'] })];
    expect(order(ground({ arrangements, institutions, onShift: everybody }))[1]).toEqual(['c', 'b']);
  });

  it('goes on to the pre-registered hospital, the helpers of the town, then those of the secondary area by code', () => {
    const elsewhere = { ...at('012050'), secondaryAreaId: 'other' };
    const institutions = [
      institution('active', { capabilities: ['active_institution'] }),
      institution('hospital', { kind: 'home_care_support_hospital' }),
      institution('registered', { kind: 'hospital', area: at('014559') }),
      institution('far', { kind: 'home_care_support_hospital', area: elsewhere }),
      institution('next-2', { kind: 'home_care_support_hospital', area: at('014541') }),
      institution('next-1', { capabilities: ['active_institution'], area: at('014532') }),
      institution('plain', { kind: 'hospital' }),
    ];
    const arrangements = [arranged('hospital_preregistration', 'a', 'registered', { patient: 'p' })];
    const g = ground({ arrangements, institutions, withSecondary: new Set(['hospital']) });
    expect(order(g)).toEqual([[], [], ['registered', 'hospital', 'active'], ['next-1', 'next-2']]);
    expect(ladderOf(g)[2]?.candidates.map(({ role }) => role)).toEqual([
      'clinic_staff',
      'secondary_physician',
      'clinic_staff',
    ]);
  });

  it('names an organization once, in its first tier, and never the requester', () => {
    const both = institution('b', { kind: 'home_care_support_hospital' });
    const self = institution('a', { capabilities: ['active_institution'] });
    const g = ground({ arrangements: [arranged('mutual', 'a', 'b')], institutions: [both, self], onShift: everybody });
    expect(order(g)).toEqual([['b'], [], [], []]);
  });
});

const given = (found: Partial<Agreeing>): Circumstances<Partial<Agreeing>> => ({
  now: night,
  occurredAt: night,
  actor: { system: 'worker', job: 'test' },
  found: { standing: [], ...found },
  id: 'x',
  records: {},
  newId: String,
});

describe('an arrangement', () => {
  const agree = { type: 'AgreeBackupArrangement', kind: 'mutual', from: 'a', to: 'b' } as const;

  it('lets nobody ask any more when it has ended', () => {
    const [agreed] = backupArrangement.decide(agree, null, given({ area, ordinal: 0 }));
    const inForce = agreed ? backupArrangement.evolve(null, agreed, night) : null;
    const [ended] = backupArrangement.decide({ type: 'EndBackupArrangement' }, inForce, given({ ordinal: 0 }));
    const over = ended ? backupArrangement.evolve(inForce, ended, night) : null;
    expect(inForce && askedThrough(inForce, 'b')).toBe('a');
    expect(over && askedThrough(over, 'b')).toBeUndefined();
    expect(() => backupArrangement.decide({ type: 'RenewBackupArrangement' }, over, given({ ordinal: 0 }))).toThrow(
      'invalid_state',
    );
  });

  it('refuses one party, an unknown one, and a pre-registration of nobody', () => {
    const found = given({ area, ordinal: 0 });
    expect(() => backupArrangement.decide({ ...agree, to: 'a' }, null, found)).toThrow('invalid_input');
    expect(() => backupArrangement.decide({ ...agree, kind: 'hospital_preregistration' }, null, found)).toThrow(
      'invalid_input',
    );
    expect(() => backupArrangement.decide(agree, null, given({ area: null, ordinal: 0 }))).toThrow('not_found');
  });

  it('allows one hospital for each patient', () => {
    const command = { ...agree, kind: 'hospital_preregistration', patient: 'p' } as const;
    const facts = backupArrangement.decide(command, null, given({ area, ordinal: 0 }));
    const state = facts[0] ? backupArrangement.evolve(null, facts[0], night) : null;
    expect(backupArrangement.claims?.(facts, state)).toEqual({ take: ['backup_preregistration:p'], release: [] });
  });

  it('stands once of a kind between two, a mutual one whichever is named first', () => {
    const claimsOf = (kind: 'mutual' | 'delegated', from: string, to: string) => {
      const facts = backupArrangement.decide({ ...agree, kind, from, to }, null, given({ area, ordinal: 0 }));
      const state = facts.reduce<BackupArrangement | null>((s, fact) => backupArrangement.evolve(s, fact, night), null);
      return backupArrangement.claims?.(facts, state).take;
    };
    expect(claimsOf('mutual', 'a', 'b')).toEqual(claimsOf('mutual', 'b', 'a'));
    expect(claimsOf('delegated', 'a', 'b')).not.toEqual(claimsOf('delegated', 'b', 'a'));
    expect(claimsOf('delegated', 'a', 'b')).not.toEqual(claimsOf('mutual', 'a', 'b'));
    // One that was agreed before there were claims.
    const standing = [arranged('mutual', 'b', 'a').state];
    expect(() => backupArrangement.decide(agree, null, given({ area, ordinal: 0, standing }))).toThrow(
      'already_exists',
    );
  });

  it('is of the area of its keepers', () => {
    const { state } = arranged('mutual', 'a', 'b');
    const keeper = { userId: 'k', role: 'coordinator', orgId: 'desk' } as const;
    expect(
      verdictOf(backupArrangementKind, keeper, { type: 'EndBackupArrangement' }, state, {
        serves: [area.homeCareAreaId],
      }),
    ).toBe('allowed');
    expect(verdictOf(backupArrangementKind, keeper, { type: 'EndBackupArrangement' }, state)).toBe('hidden');
    const party = { userId: 'd', role: 'primary_physician', orgId: 'b' } as const;
    expect(verdictOf(backupArrangementKind, party, { type: 'EndBackupArrangement' }, state)).toBe('allowed');
    expect(verdictOf(backupArrangementKind, { ...party, orgId: 'x' }, { type: 'EndBackupArrangement' }, state)).toBe(
      'hidden',
    );
  });

  it('covers hours that run over midnight', () => {
    const hours = { sat: ['18:00-08:00'] };
    expect(covers(hours, '2025-06-07T13:30:00.000Z')).toBe(true);
    expect(covers(hours, '2025-06-07T22:59:00.000Z')).toBe(true);
    expect(covers(hours, '2025-06-07T23:00:00.000Z')).toBe(false);
    expect(covers(hours, '2025-06-07T08:59:00.000Z')).toBe(false);
    expect(covers(undefined, night)).toBe(true);
  });
});

const publish = (from: string, to: string, user = 'dr-b'): PublishOnCallShifts => ({
  type: 'PublishOnCallShifts',
  shifts: [{ organization: 'b', user, from, to }],
});
const decideRoster = (command: PublishOnCallShifts) =>
  onCallRoster.decide(command, null, {
    now: night,
    occurredAt: night,
    actor: { system: 'worker', job: 'test' },
    found: { areas: { b: area }, worksFor: { 'dr-b': 'b' }, roles: { 'dr-b': 'secondary_physician' } },
    id: 'x',
    records: {},
    newId: String,
  });

describe('a roster', () => {
  it('knows who is on shift, from its beginning and until before its end', () => {
    const [fact] = decideRoster(publish('2025-06-07T18:00:00+09:00', '2025-06-08T08:00:00+09:00'));
    const roster = fact ? onCallRoster.evolve(null, fact, night) : null;
    expect(roster?.days).toEqual(['2025-06-07', '2025-06-08']);
    const on = (moment: string) => (roster ? onShift([roster], moment) : {});
    expect(on('2025-06-07T09:00:00.000Z')).toEqual({ b: ['dr-b'] });
    expect(on('2025-06-07T23:00:00.000Z')).toEqual({});
  });

  it('refuses a shift that ends before it begins, and one of somebody else', () => {
    expect(() => decideRoster(publish('2025-06-08T08:00:00+09:00', '2025-06-08T08:00:00+09:00'))).toThrow(
      'invalid_input',
    );
    expect(() => decideRoster(publish('2025-06-07T18:00:00+09:00', '2025-06-08T08:00:00+09:00', 'dr-x'))).toThrow(
      'invalid_input',
    );
  });
});

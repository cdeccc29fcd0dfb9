import fc from 'fast-check';
import { DomainError, type Circumstances } from '#kernel';
import { verdictOf } from '#test/verdict.js';
import { councilKind, type CouncilCommand } from '../council.case.js';
import type { CouncilEvent } from './council.events.js';
import { receiving, warningsOf, type Constituting, type Council, type Standing } from './council.js';
import { covers, levelsOf, refOf, type AreaStructure } from './jurisdiction.js';

const area = (id: string, level: string, parent: string | null) => [id, { id, level, parent }] as const;
/** 北網 has two home-care areas, 富良野 one that is the same as it, and 帯広 is a town that is an area. */
const tree: AreaStructure = {
  prefecture: '01',
  areas: Object.fromEntries([
    area('01', 'prefecture', null),
    area('east', 'tertiary_area', '01'),
    area('hokumo', 'secondary_area', 'east'),
    area('kitami', 'home_care_area', 'hokumo'),
    area('abashiri', 'home_care_area', 'hokumo'),
    area('m1', 'municipality', 'kitami'),
    area('m2', 'municipality', 'kitami'),
    area('m3', 'municipality', 'abashiri'),
    area('m4', 'municipality', 'abashiri'),
    area('furano', 'secondary_area', 'east'),
    area('furano-h', 'home_care_area', 'furano'),
    area('m5', 'municipality', 'furano-h'),
    area('m6', 'municipality', 'furano-h'),
  ]),
};
const MUNICIPALITIES = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];

const { decider } = councilKind;
const NOW = '2025-06-16T03:00:00.000Z';
const found: Constituting = {
  tree,
  serves: Object.keys(tree.areas),
  everywhere: false,
  secretariatIs: 'public_health_center',
  others: [],
  agendaCloseDays: 14,
  materialDays: 7,
};
const given = (over: Partial<Constituting> = {}, id = 'new'): Circumstances<Constituting> => ({
  now: NOW,
  occurredAt: NOW,
  actor: { userId: 'u', role: 'health_centre_officer', orgId: 'center' },
  found: { ...found, ...over },
  id,
  records: {},
  newId: (name) => `new-${name}`,
});
const establish = (over: object = {}): CouncilCommand => ({
  type: 'EstablishCouncil',
  name: '推進協議会',
  level: 'secondary_area',
  types: ['promotion'],
  areas: ['hokumo'],
  secretariat: 'center',
  ...over,
});
const folded = (...commands: readonly [CouncilCommand, Partial<Constituting>?][]) =>
  commands.reduce<Council | null>(
    (state, [command, over]) =>
      decider
        .decide(command, state, given(over))
        .reduce<Council | null>((s, event) => decider.evolve(s, event, NOW), state),
    null,
  );
const standing = (over: object, id = 'other'): Standing => ({ id, council: folded([establish(over)]) as Council });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? `${error.code} ${error.errors[0]?.path ?? ''}`.trim() : String(error);
  }
};

describe('a council', () => {
  it('is set up for its areas, with the days of the rules unless it has its own', () => {
    expect(folded([establish({ areas: ['kitami', 'abashiri'] })])).toMatchObject({
      municipalities: ['m1', 'm2', 'm3', 'm4'],
      agendaCloseDays: 14,
      materialDays: 7,
      area: { secondaryAreaId: 'hokumo', homeCareAreaId: '', municipalityId: '' },
    });
    expect(folded([establish({ materialDays: 3 })])).toMatchObject({ materialDays: 3 });
  });

  it.each<[string, string, object, Partial<Constituting>]>([
    ['invalid_input areas[0]', 'an area that is not there', { areas: ['nowhere'] }, {}],
    ['invalid_input areas[0]', 'an area wider than its level', { areas: ['hokumo'], level: 'home_care_area' }, {}],
    ['forbidden', 'areas of others', { areas: ['hokumo'] }, { serves: ['furano'] }],
    ['invalid_input materialDays', 'materials before the agenda has closed', { materialDays: 20 }, {}],
    ['invalid_input parent', 'a council above that is not there', { parent: 'none' }, {}],
  ])('is refused with %s for %s', (code, _why, over, looked) => {
    expect(codeOf(() => decider.decide(establish(over), null, given(looked)))).toBe(code);
  });

  it('does not overlap another of its level to which issues are brought; other bodies sit side by side', () => {
    const others = [standing({ areas: ['kitami'] })];
    const asked = (over: object) => codeOf(() => decider.decide(establish(over), null, given({ others })));
    expect(asked({})).toBe('overlapping_council areas');
    expect(asked({ areas: ['abashiri'] })).toBe('done');
    expect(asked({ types: ['dementia_review'] })).toBe('done');
    expect(asked({ level: 'home_care_area', areas: ['kitami'] })).toBe('done');
  });

  it('claims its municipalities, and gives them back when it is changed', () => {
    const state = folded([establish()]) as Council;
    const events = decider.decide({ type: 'ReviseCouncil', areas: ['kitami'] }, state, given());
    expect(decider.claims?.(events, state)).toEqual({
      take: ['council:secondary_area:m1', 'council:secondary_area:m2'],
      release: ['m1', 'm2', 'm3', 'm4'].map((id) => `council:secondary_area:${id}`),
    });
    expect(decider.decide({ type: 'ReviseCouncil', name: '推進協議会' }, state, given())).toEqual([]);
    // As a head gives it back: keys in no order.
    const shuffled = Object.fromEntries(Object.entries(state.area).toReversed()) as unknown as Council['area'];
    expect(
      decider.decide({ type: 'ReviseCouncil', name: '推進協議会' }, { ...state, area: shuffled }, given()),
    ).toEqual([]);
  });

  it('is not above itself', () => {
    const state = folded([establish()]) as Council;
    const child = standing({ level: 'home_care_area', areas: ['furano'], types: ['subcommittee'] }, 'child');
    const others = [
      { id: 'new', council: state },
      { ...child, council: { ...child.council, parent: 'new' } },
    ];
    expect(codeOf(() => decider.decide({ type: 'ReviseCouncil', parent: 'child' }, state, given({ others })))).toBe(
      'invalid_input parent',
    );
  });

  it('has bodies as members, each once, and tells what it lacks', () => {
    const member = { organization: 'association', body: 'city_medical_association' } as const;
    const state = folded([establish()], [{ type: 'AppointCouncilMember', ...member }]) as Council;
    expect(state.members).toEqual([member]);
    expect(decider.decide({ type: 'AppointCouncilMember', ...member }, state, given())).toEqual([]);
    expect(
      folded([establish()], [{ type: 'AppointCouncilMember', ...member }], [{ type: 'EndMembership', ...member }]),
    ).toMatchObject({ members: [] });
    expect(warningsOf(state, 'hospital')).toEqual([
      'no_medical_chair',
      'no_administrative_chair',
      'unusual_secretariat',
    ]);
    expect(warningsOf({ ...state, chairMedical: 'd', chairAdministrative: 'o' }, 'public_health_center')).toEqual([]);
  });

  it('is changed by its own, and by nobody from an area between its areas', () => {
    const state = folded([establish({ areas: ['kitami', 'furano'] })]);
    const asks = (role: 'council_secretariat' | 'council_member', orgId: string, serves: string[]) =>
      verdictOf(councilKind, { userId: 'u', role, orgId }, { type: 'ReviseCouncil', name: 'x' }, state, { serves });
    expect(asks('council_secretariat', 'center', [])).toBe('allowed');
    expect(asks('council_secretariat', 'town', ['kitami'])).toBe('allowed');
    // 網走 lies in the same secondary area, and is none of the council's.
    expect(asks('council_secretariat', 'town', ['abashiri', 'part:hokumo'])).toBe('hidden');
    expect(asks('council_member', 'town', ['kitami'])).toBe('forbidden');
  });
});

describe('an issue', () => {
  const councils = [
    standing({ areas: ['kitami', 'abashiri'] }, 'two'),
    standing({ level: 'home_care_area', areas: ['furano-h'] }, 'one'),
    standing({ level: 'municipality', areas: ['m1'], types: ['dementia_review'] }, 'aside'),
  ];
  it('goes to the council of its level whose areas include it, also where tiers are the same', () => {
    const to = (level: string, id: string) => receiving(tree, councils, level, id)?.id;
    expect(to('secondary_area', 'hokumo')).toBe('two');
    expect(to('secondary_area', 'furano')).toBe('one');
    expect(to('municipality', 'm1')).toBeUndefined();
    expect(to('home_care_area', 'kitami')).toBeUndefined();
  });

  it('is covered by areas exactly when each of its municipalities is', () => {
    const ids = Object.keys(tree.areas);
    const inside = (id: string) => MUNICIPALITIES.filter((m) => levelsOf(tree, m).length > 0 && covers(tree, [id], m));
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (some, id) => {
        const all = new Set(some.flatMap(inside));
        expect(covers(tree, some, id)).toBe(inside(id).every((m) => all.has(m)));
      }),
    );
  });

  it('has the tiers in common that all of its areas have', () => {
    expect(refOf(tree, ['m1', 'm3'])).toEqual({
      municipalityId: '',
      homeCareAreaId: '',
      secondaryAreaId: 'hokumo',
      tertiaryAreaId: 'east',
    });
    expect(refOf(tree, ['01'])).toMatchObject({ secondaryAreaId: '', tertiaryAreaId: 'east' });
  });
});

it('two councils to which issues are brought never share a municipality at one level, however they are set up', () => {
  const events = fc.array(
    fc.record({
      level: fc.constantFrom('municipality', 'home_care_area', 'secondary_area'),
      areas: fc.subarray(['m1', 'm2', 'm3', 'kitami', 'abashiri', 'hokumo'], { minLength: 1 }),
      types: fc.constantFrom(['promotion'], ['subcommittee']),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(events, (asked) => {
      const set: Standing[] = [];
      for (const [i, over] of asked.entries()) {
        let facts: readonly CouncilEvent[] = [];
        try {
          facts = decider.decide(establish(over), null, given({ others: set }, `c${i}`));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        const state = facts.reduce<Council | null>((s, event) => decider.evolve(s, event, NOW), null);
        if (state) set.push({ id: `c${i}`, council: state });
      }
      const taken = set.flatMap(({ council }) =>
        council.types.includes('promotion') ? council.municipalities.map((m) => `${council.level} ${m}`) : [],
      );
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

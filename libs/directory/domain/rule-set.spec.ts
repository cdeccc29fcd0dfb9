import { DomainError, levels, whole, type Actor, type Bounds, type Circumstances } from '#kernel';
import type { Agreed } from './agreed.js';
import { areaId } from './area-tree.js';
import { FURANO as FURANO_AREAS, treeOf } from '#test/area-tree.js';
import {
  changeRules,
  ruleSet,
  rulesInForce,
  type ChangeRules,
  type RuleSet,
  type RuleSetFound,
  type RuleValues,
} from './rule-set.js';

const defaults = { recoveryDays: 7, chaseOffsets: [-1, 0, 1] as readonly number[] };
const bounds: Bounds<typeof defaults> = { recoveryDays: whole(0, 366), chaseOffsets: levels(3, -30, 60) };
const tree = treeOf(FURANO_AREAS, {
  tertiary: '道北',
  secondary: '上川中部',
  homeCareArea: '上川',
  municipalities: [{ code: '014591', name: '美瑛町' }],
});
const FURANO = areaId('01', 'home_care_area', '富良野');

interface Said {
  readonly context?: string;
  readonly area?: string;
  readonly values?: RuleValues;
  readonly role?: 'base_secretariat' | 'admin' | 'council_secretariat';
  readonly serves?: readonly string[];
  readonly agreed?: Agreed | null;
  readonly by?: Actor;
}

/** What is refused, as "path code" or the code alone; the event's area where nothing is. */
function said({
  context = 'handovers',
  area = '012297',
  values = {},
  role = 'base_secretariat',
  serves = [FURANO],
  agreed = { elsewhere: { name: '富良野の協議会', heldOn: '2025-05-20' } },
  by = { userId: 'u', role, orgId: 'o' },
}: Said) {
  const found: RuleSetFound = { stated: context === 'handovers' ? { defaults, bounds } : undefined, tree, serves };
  try {
    const [event] = ruleSet.decide(
      { type: 'ActivateRuleSet', context, area, effectiveFrom: '2025-06-01', values, ...(agreed && { agreed }) },
      null,
      { actor: by, found, occurredAt: '2025-06-01T03:00:00.000Z' } as Circumstances<RuleSetFound>,
    );
    return event?.payload.area;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.errors.length > 0 ? error.errors.map(({ path, code }) => `${path} ${code}`) : error.code;
  }
}

describe('a rule set', () => {
  it('is set for what one serves, and for what lies inside it', () => {
    expect(said({ area: FURANO })).toBe(FURANO);
    expect(said({ area: '014630' })).toBe('014630');
    expect(said({ area: '012297', serves: ['012297'] })).toBe('012297');
    // 富良野 is a home-care area and the secondary area at once.
    const secondary = areaId('01', 'secondary_area', '富良野');
    expect(said({ area: secondary })).toBe(secondary);
    expect(said({ area: secondary, serves: ['012297'] })).toBe('forbidden');
  });

  it.each(['01', '014591', areaId('01', 'secondary_area', '上川中部'), areaId('01', 'tertiary_area', '道北')])(
    'is not set for another place or a wider one: %s',
    (area) => {
      expect(said({ area })).toBe('forbidden');
      expect(said({ area, role: 'council_secretariat', serves: [] })).toBe('forbidden');
      expect(said({ area, role: 'admin', serves: [] })).toBe(area);
    },
  );

  it.each(['ZZ99', '999999', '02', 'constructor', '__proto__', '富良野市'])(
    'has a place of the tree, not %s',
    (area) => {
      expect(said({ area })).toEqual(['area invalid_input']);
      expect(said({ area, role: 'admin' })).toEqual(['area invalid_input']);
    },
  );

  it.each([
    [{ recoveryDays: 2 ** 53 - 1 }, ['values.recoveryDays out_of_range']],
    [{ recoveryDays: null }, ['values.recoveryDays wrong_type']],
    [{ chaseOffsets: [] }, ['values.chaseOffsets too_few']],
    [{ chaseOffsets: ['a'] }, ['values.chaseOffsets[0] wrong_type']],
    [{ chaseOffsets: [-1e9] }, ['values.chaseOffsets[0] out_of_range']],
    [{ toString: 1 }, ['values.toString unknown_rule']],
    [{ recoveryDays: -1, other: 1 }, ['values.recoveryDays out_of_range', 'values.other unknown_rule']],
  ])('holds only values that a case can live by: %j', (values, faults) => {
    expect(said({ values })).toEqual(faults);
  });

  it('rests on a meeting where a person sets it', () => {
    expect(said({ agreed: null })).toEqual(['agreed missing']);
    expect(said({ agreed: null, role: 'admin', values: { other: 1 } })).toEqual([
      'values.other unknown_rule',
      'agreed missing',
    ]);
    expect(said({ agreed: { meeting: 'of nobody' } })).toEqual(['agreed.meeting unknown_meeting']);
    expect(said({ agreed: { agendaItem: 'item' }, by: { system: 'worker', job: 'consequences' } })).toBe('012297');
  });

  it('keeps where it was agreed, and plays on where that was never said', () => {
    const edition = { version: 2, effectiveFrom: '2025-06-01', values: {} };
    const activated = (more: object) => ({
      type: 'RuleSetActivated' as const,
      payload: { context: 'handovers', area: '012297', ...edition, ...more },
    });
    const agreed = { meeting: 'meeting' };
    const before = ruleSet.evolve(null, activated({}), '');
    expect(before?.editions).toEqual([edition]);
    expect(ruleSet.evolve(before, activated({ version: 3, agreed }), '')?.editions).toEqual([
      edition,
      { ...edition, version: 3, agreed },
    ]);
  });

  it('belongs to a context that there is', () => {
    expect(said({ context: 'weather' })).toEqual(['context invalid_input']);
  });
});

describe('rules in force', () => {
  const edition = (values: RuleValues): RuleSet => ({
    context: 'handovers',
    area: '012297',
    editions: [{ version: 2, effectiveFrom: '2025-06-01', values }],
  });
  const inForce = (set: RuleSet) =>
    rulesInForce('handovers', { defaults, bounds }, [undefined, set], '2025-06-02').values;

  it('take an area’s values', () => {
    expect(inForce(edition({ recoveryDays: 9 }))).toEqual({ ...defaults, recoveryDays: 9 });
  });

  it('pass over what was stored before it had bounds, so that somebody can be admitted', () => {
    expect(inForce(edition({ recoveryDays: 9, chaseOffsets: ['a'] }))).toEqual({ ...defaults, recoveryDays: 9 });
    expect(inForce(edition({ former: 1 }))).toEqual(defaults);
  });

  it('were not known before somebody set them, whatever day they hold from', () => {
    const [known = {} as never] = edition({ recoveryDays: 9 }).editions;
    const set = { ...edition({}), editions: [{ ...known, knownFrom: '2025-07-01T00:00:00.000Z' }] };
    const at = (knownAt: string) =>
      rulesInForce('handovers', { defaults, bounds }, [set], '2025-07-02', knownAt).values;
    expect(at('2025-06-30T23:59:59.999Z')).toEqual(defaults);
    expect(at('2025-07-01T00:00:00.000Z')).toEqual({ ...defaults, recoveryDays: 9 });
  });
});

describe('a change of single rules', () => {
  const stands: RuleSet = {
    context: 'handovers',
    area: '012297',
    editions: [{ version: 2, effectiveFrom: '2025-05-01', values: { recoveryDays: 9 } }],
  };
  const changed = (more: Partial<ChangeRules>, by: Actor) => {
    const command: ChangeRules = {
      type: 'ChangeRules',
      context: 'handovers',
      area: '012297',
      effectiveFrom: '2025-06-01',
      ...more,
    };
    const now = '2025-06-01T03:00:00.000Z';
    const found = { stated: { defaults, bounds }, tree, serves: [FURANO] };
    return changeRules(command, stands, { actor: by, found, now, occurredAt: now }).map(({ payload }) => payload);
  };
  const council: Actor = { system: 'worker', job: 'consequences' };
  const person: Actor = { userId: 'u', role: 'base_secretariat', orgId: 'o' };

  it('that a council decided keeps what else the area has decided, on the day that it named', () => {
    const set = { chaseOffsets: [0, 1] };
    expect(changed({ effectiveFrom: '2025-05-20', set }, council)).toEqual([
      {
        context: 'handovers',
        area: '012297',
        version: 3,
        effectiveFrom: '2025-05-20',
        values: { recoveryDays: 9, chaseOffsets: [0, 1] },
        knownFrom: '2025-06-01T03:00:00.000Z',
      },
    ]);
    expect(changed({ set: { recoveryDays: 9 } }, council)).toEqual([]);
  });

  it('by a person is of today at the earliest, changes something, and rests on a meeting', () => {
    const agreed: Agreed = { elsewhere: { name: '富良野の協議会', heldOn: '2025-05-20' } };
    expect(changed({ set: { recoveryDays: 8 }, agreed }, person)).toHaveLength(1);
    expect(() => changed({ effectiveFrom: '2025-05-31', set: { recoveryDays: 8 }, agreed }, person)).toThrow(
      DomainError,
    );
    expect(() => changed({ set: { recoveryDays: 9 }, agreed }, person)).toThrow(DomainError);
    expect(() => changed({ set: { recoveryDays: 8 } }, person)).toThrow(DomainError);
  });
});

import { array, assert, constant, constantFrom, integer, property, record, shuffledSubarray, tuple } from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf, type Instant } from '#kernel';
import { AreaNodes, type AreaStructure } from './area-nodes.js';
import { ISSUE_RULES } from './issue.rules.js';
import { regionalIssueId, type IssueLevel } from './issue-types.js';
import { quarterOf, recurredAt } from './recurrence.js';
import type { WantedIssue } from './regional-issue.commands.js';
import type { Signal } from './counts.js';
import { namedBy, news, rollUp, type Standing } from './roll-up.js';

interface Row {
  readonly tertiary: string;
  readonly secondary: string;
  readonly homeCareArea: string;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}

const { homeCareAreas } = JSON.parse(
  readFileSync(join(process.cwd(), 'data/hokkaido-home-care-areas.json'), 'utf8'),
) as { homeCareAreas: readonly Row[] };

/** Ids are `tier:name` here, so that expectations read as the map does. */
const hokkaido: AreaStructure = {
  prefecture: '01',
  areas: Object.fromEntries(
    homeCareAreas
      .flatMap(({ tertiary, secondary, homeCareArea, municipalities }) => [
        ['01', 'prefecture', null] as const,
        [`t:${tertiary}`, 'tertiary_area', '01'] as const,
        [`s:${secondary}`, 'secondary_area', `t:${tertiary}`] as const,
        [`h:${homeCareArea}`, 'home_care_area', `s:${secondary}`] as const,
        ...municipalities.map(({ name }) => [name, 'municipality', `h:${homeCareArea}`] as const),
      ])
      .map(([id, level, parent]) => [id, { id, level, parent }]),
  ),
};
const municipalities = homeCareAreas.flatMap((area) => area.municipalities.map(({ name }) => name));

const KEY = 'sudden_change|night_cover';
const START = Date.parse('2025-06-02T00:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (n: number): Instant => instantOf(START + n * DAY);

let made = 0;
const signal = (municipality: string, on: number, rest: Partial<Signal> = {}): Signal => ({
  id: `signal-${String(++made).padStart(5, '0')}`,
  municipality,
  otherMunicipalities: [],
  caseKey: `case-${made}`,
  reporter: `office-${municipality}-${made % 2}`,
  severity: 1,
  escalationReason: null,
  occurredAt: day(on),
  ...rest,
});

/** Three cases of two offices: as in recurring-issue.json. */
const recurring = (municipality: string, from = 0): Signal[] => [
  signal(municipality, from, { reporter: `${municipality}-1` }),
  signal(municipality, from + 2, { reporter: `${municipality}-2` }),
  signal(municipality, from + 6, { reporter: `${municipality}-1` }),
];

const NONE: ReadonlyMap<string, Standing> = new Map();
const roll = (signals: readonly Signal[], standing = NONE, asOf = day(30)): WantedIssue[] =>
  rollUp({
    key: KEY,
    signals,
    tree: hokkaido,
    rules: () => ({ ref: { id: 'default', version: 1 }, values: ISSUE_RULES }),
    asOf,
    standing,
  });

const told = (issues: readonly WantedIssue[]) =>
  issues.map(({ level, areaId, reached, children, evidence }) => ({
    at: `${level} ${areaId}`,
    reached,
    children: children.length,
    cases: evidence.distinctCases,
    organizations: evidence.distinctOrganizations,
  }));

const standingAt = (level: IssueLevel, areaId: string, rest: Partial<Standing> = {}): [string, Standing] => [
  regionalIssueId(KEY, level, areaId),
  {
    level,
    areaId,
    episode: 1,
    since: null,
    closed: false,
    dismissed: false,
    escalatedAt: null,
    asked: null,
    ...rest,
  },
];

/** Where a single signal rises to when it touches another municipality as well. */
const crossing = (other: string) =>
  roll([signal('西興部村', 0, { otherMunicipalities: [other] })])
    .filter(({ reached }) => reached === 'rolled_up')
    .map(({ level, areaId }) => `${level} ${areaId}`);

describe('the roll-up with the real areas of Hokkaido', () => {
  it('takes 西興部村 and 遠軽町 to one item at 遠紋, and to none at 紋別 or 遠軽', () => {
    const issues = roll([...recurring('西興部村'), ...recurring('遠軽町', 7)]);
    expect(told(issues)).toEqual(
      expect.arrayContaining([
        { at: 'municipality 西興部村', reached: 'recurrent', children: 0, cases: 3, organizations: 2 },
        { at: 'municipality 遠軽町', reached: 'recurrent', children: 0, cases: 3, organizations: 2 },
        { at: 'secondary_area s:遠紋', reached: 'rolled_up', children: 2, cases: 6, organizations: 4 },
      ]),
    );
    expect(issues).toHaveLength(3);
    expect(issues.at(-1)?.because).toEqual(['several_home_care_areas']);
  });

  it('takes 占冠村 and 富良野市 to one item at 富良野, which is home-care and secondary area in one', () => {
    const issues = roll([...recurring('占冠村'), ...recurring('富良野市')]);
    expect(issues.map(({ level, areaId }) => `${level} ${areaId}`)).toEqual([
      expect.stringMatching('municipality'),
      expect.stringMatching('municipality'),
      'secondary_area s:富良野',
    ]);
    expect(issues.at(-1)).toMatchObject({ reached: 'rolled_up', because: ['several_municipalities'] });
    expect(issues.at(-1)?.children).toHaveLength(2);
  });

  it('takes 旭川市, a home-care area of its own, and 美瑛町 to 上川中部', () => {
    const issues = roll([...recurring('旭川市'), ...recurring('美瑛町')]);
    expect(issues.map(({ level }) => level)).toEqual(['municipality', 'municipality', 'secondary_area']);
    expect(issues.at(-1)).toMatchObject({ areaId: 's:上川中部', because: ['several_home_care_areas'] });
  });

  it('takes a single signal of 帯広市 with reason E2 directly to 十勝', () => {
    expect(told(roll([signal('帯広市', 0, { escalationReason: 'E2' })]))).toEqual([
      { at: 'secondary_area s:十勝', reached: 'rolled_up', children: 0, cases: 1, organizations: 1 },
    ]);
  });

  it('stops at the home-care area when two of its municipalities hold the key', () => {
    const issues = roll([...recurring('北見市'), ...recurring('訓子府町')]);
    expect(issues.map(({ level }) => level)).toEqual(['municipality', 'municipality', 'home_care_area']);
    expect(issues.at(-1)).toMatchObject({ areaId: 'h:北見', because: ['several_municipalities'] });
  });

  it('names an area that has an issue of its own as the child of the secondary area', () => {
    const issues = roll([...recurring('北見市'), ...recurring('訓子府町'), ...recurring('網走市')]);
    expect(issues.at(-1)).toMatchObject({ areaId: 's:北網', evidence: { distinctCases: 9 } });
    expect(issues.at(-1)?.children.toSorted()).toEqual(
      [regionalIssueId(KEY, 'home_care_area', 'h:北見'), regionalIssueId(KEY, 'municipality', '網走市')].toSorted(),
    );
  });

  it('does not roll up what recurred more than 180 days apart', () => {
    const last = roll([...recurring('北見市'), ...recurring('訓子府町', 180)]).at(-1);
    expect(last?.level).toBe('home_care_area');
    const apart = roll([...recurring('北見市'), ...recurring('訓子府町', 181)]);
    expect(apart.map(({ level }) => level)).toEqual(['municipality', 'municipality']);
  });

  it('places a matter that crosses areas at the lowest one that holds them all', () => {
    expect(crossing('雄武町')).toEqual(['home_care_area h:紋別']);
    expect(crossing('遠軽町')).toEqual(['secondary_area s:遠紋']);
    expect(crossing('北見市')).toEqual(['prefecture 01']);
    expect(crossing('西興部村')).toEqual([]);
  });

  it('takes what a council passes on to the next area up', () => {
    const standing = new Map([standingAt('municipality', '西興部村', { escalatedAt: day(9) })]);
    const issues = roll(recurring('西興部村'), standing);
    expect(issues.map(({ level, because }) => [level, because])).toEqual([
      ['municipality', []],
      ['home_care_area', ['council_escalated']],
    ]);
  });

  it('lets a closed issue rest until it recurs, and then begins a new episode', () => {
    const standing = new Map([standingAt('municipality', '西興部村', { closed: true, since: day(10) })]);
    expect(roll([...recurring('西興部村'), signal('西興部村', 12)], standing)).toEqual([]);
    const again = roll([...recurring('西興部村'), ...recurring('西興部村', 12)], standing);
    expect(again).toMatchObject([{ episode: 2, reached: 'recurrent', evidence: { distinctCases: 3 } }]);
  });

  it('asks again for an issue that was dismissed only when it recurs after that, and counts it above only then', () => {
    const standing = new Map([standingAt('municipality', '西興部村', { dismissed: true, since: day(10) })]);
    const before = [...recurring('西興部村'), ...recurring('遠軽町')];
    expect(roll(before, standing).map(({ areaId }) => areaId)).toEqual(['遠軽町']);
    expect(roll([...before, signal('西興部村', 12)], standing).map(({ areaId }) => areaId)).toEqual(['遠軽町']);
    expect(told(roll([...before, ...recurring('西興部村', 12)], standing)).map(({ at }) => at)).toEqual(
      expect.arrayContaining(['municipality 西興部村', 'municipality 遠軽町', 'secondary_area s:遠紋']),
    );
    expect(roll([signal('西興部村', 12, { severity: 3 })], standing)).toMatchObject([
      { episode: 2, reached: 'recurrent', evidence: { distinctCases: 1 } },
    ]);
  });

  it('brings an issue up to date when its last signal is withdrawn', () => {
    const standing = new Map([standingAt('municipality', '西興部村')]);
    expect(roll([], standing)).toMatchObject([{ reached: 'none', dormant: true, evidence: { distinctCases: 0 } }]);
  });

  it('lets what was only observed sleep after 180 days', () => {
    expect(roll([signal('西興部村', 0)], NONE, day(180))).toMatchObject([{ reached: 'observed', dormant: false }]);
    const standing = new Map([standingAt('municipality', '西興部村')]);
    const before = roll([signal('西興部村', 0)], standing, day(181));
    expect(before).toMatchObject([{ dormant: true }]);
    expect(news(before, standing)).toHaveLength(1);
  });
});

/** One case each on these days of a quarter, all of one office: no window of 90 days would say that it recurs. */
const quarterly = (...days: readonly number[]): Signal[] => days.map((on) => signal('占冠村', on, { reporter: 'x' }));
const YEAR = 365;

describe('the seasonal trigger of R0', () => {
  const winters = [...quarterly(0), ...quarterly(YEAR, YEAR + 1), ...quarterly(2 * YEAR)];

  it('is twice the mean of the same quarter of three years, and three at least', () => {
    expect(recurredAt([...winters, ...quarterly(3 * YEAR, 3 * YEAR + 2)], ISSUE_RULES)).toBeUndefined();
    const third = [...winters, ...quarterly(3 * YEAR, 3 * YEAR + 2, 3 * YEAR + 5)];
    expect(recurredAt(third, ISSUE_RULES)).toBe(day(3 * YEAR + 5));
    const usual = [...winters, ...quarterly(2 * YEAR + 1, 2 * YEAR + 2)];
    expect(recurredAt([...usual, ...quarterly(3 * YEAR, 3 * YEAR + 2, 3 * YEAR + 5)], ISSUE_RULES)).toBeUndefined();
  });

  it('counts cases and not signals', () => {
    const again = quarterly(3 * YEAR, 3 * YEAR + 2, 3 * YEAR + 5).map((one) => ({ ...one, caseKey: 'the same' }));
    expect(recurredAt([...winters, ...again], ISSUE_RULES)).toBeUndefined();
  });

  it('compares nothing with years of which nothing is known', () => {
    const young = winters.filter(({ occurredAt }) => occurredAt >= day(YEAR));
    expect(recurredAt([...young, ...quarterly(3 * YEAR, 3 * YEAR + 2, 3 * YEAR + 5)], ISSUE_RULES)).toBeUndefined();
  });

  it('is of one quarter, however many the others have', () => {
    const years = quarterly(0, 200, 201, 202, 203, 204, 205, 206);
    expect(recurredAt([...years, ...quarterly(3 * YEAR, 3 * YEAR + 2, 3 * YEAR + 5)], ISSUE_RULES)).toBe(
      day(3 * YEAR + 5),
    );
  });
});

const signals = array(
  record({
    municipality: constantFrom(
      '西興部村',
      '雄武町',
      '遠軽町',
      '占冠村',
      '富良野市',
      '旭川市',
      '美瑛町',
      '帯広市',
      '北見市',
    ),
    caseKey: constantFrom('a', 'b', 'c', 'd', 'e'),
    reporter: constantFrom('x', 'y', 'z', null),
    severity: constantFrom(1, 1, 1, 1, 2, 3),
    escalationReason: constantFrom(null, null, null, null, 'E2'),
    otherMunicipalities: constantFrom<readonly string[]>([], [], [], ['遠軽町'], ['北見市']),
    occurredAt: integer({ min: 0, max: 400 }).map(day),
  }),
  { maxLength: 40 },
);
const withIds = (found: readonly Omit<Signal, 'id'>[]): Signal[] =>
  found.map((one, i) => ({ ...one, id: `s${String(i)}` }));

describe('the roll-up as a function', () => {
  it('does not care in which order the signals come', () => {
    assert(
      property(
        signals.chain((all) =>
          tuple(constant(withIds(all)), shuffledSubarray(withIds(all), { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(roll(shuffled)).toEqual(roll(all));
        },
      ),
    );
  });

  it('changes nothing when it is run again on what it asked for', () => {
    assert(
      property(signals, (some) => {
        const all = withIds(some);
        const wanted = roll(all);
        const standing = new Map(
          wanted.map((issue) => standingAt(issue.level, issue.areaId, { asked: namedBy(issue) })),
        );
        expect(news(roll(all, standing), standing)).toEqual([]);
      }),
    );
  });

  it('never asks for an area twice, nor for one that is collapsed', () => {
    assert(
      property(signals, (some) => {
        const wanted = roll(withIds(some));
        const nodes = wanted.map(({ areaId }) => membersOf(areaId).join());
        expect(new Set(nodes).size).toBe(nodes.length);
      }),
    );
  });

  it('finds recurrence where trying every window finds it', () => {
    assert(
      property(signals, (some) => {
        // Over five years, so that seasons can be compared.
        const all = withIds(some).map((one, i) => ({ ...one, occurredAt: day(((i * 97) % 45) * 41 + (i % 7)) }));
        expect(recurredAt(all, ISSUE_RULES)).toEqual(byHand(all));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the areas of a prefecture', () => {
  it('are each one node, however many tiers coincide', () => {
    const nodes = new AreaNodes(hokkaido);
    for (const municipality of municipalities) {
      const above = nodes.above(municipality).filter(({ level }) => level !== 'prefecture');
      const sets = above.map(({ id }) => membersOf(id).join());
      expect(new Set(sets).size).toBe(sets.length);
      expect(above.at(-1)?.level).toBe('secondary_area');
    }
  });

  it('are one secondary area where a municipality is all three', () => {
    const tiny: AreaStructure = {
      prefecture: '99',
      areas: {
        '99': { id: '99', level: 'prefecture', parent: null },
        t: { id: 't', level: 'tertiary_area', parent: '99' },
        s: { id: 's', level: 'secondary_area', parent: 't' },
        h: { id: 'h', level: 'home_care_area', parent: 's' },
        m: { id: 'm', level: 'municipality', parent: 'h' },
      },
    };
    expect(new AreaNodes(tiny).above('m').map(({ level }) => level)).toEqual(['secondary_area', 'prefecture']);
    const wanted = rollUp({
      key: KEY,
      signals: recurring('m'),
      tree: tiny,
      rules: () => ({ ref: { id: 'default', version: 1 }, values: ISSUE_RULES }),
      asOf: day(30),
      standing: NONE,
    });
    expect(wanted).toMatchObject([{ level: 'secondary_area', reached: 'recurrent', children: [] }]);
  });
});

/** R0 as it is written, without any thought of speed. */
function byHand(all: readonly Signal[]): Instant | undefined {
  const quarters = all.map(({ occurredAt }) => quarterOf(occurredAt));
  const casesIn = (quarter: number, until?: Instant) =>
    new Set(
      all
        .filter(({ occurredAt }, i) => quarters[i] === quarter && (until === undefined || occurredAt <= until))
        .map(({ caseKey }) => caseKey),
    ).size;
  const moments = all.filter((last) => {
    const from = Date.parse(last.occurredAt) - 90 * DAY;
    const window = all.filter(({ occurredAt }) => occurredAt <= last.occurredAt && Date.parse(occurredAt) >= from);
    const cases = new Set(window.map(({ caseKey }) => caseKey));
    const reporters = new Set(window.map(({ reporter }) => reporter).filter((reporter) => reporter !== null));
    const quarter = quarterOf(last.occurredAt);
    const now = casesIn(quarter, last.occurredAt);
    const before = [4, 8, 12].map((ago) => casesIn(quarter - ago)).reduce((sum, n) => sum + n, 0) / 3;
    const season = now >= 3 && now >= 2 * before && quarters.some((heard) => heard <= quarter - 12);
    return last.severity === 3 || (cases.size >= 3 && reporters.size >= 2) || season;
  });
  return moments.map(({ occurredAt }) => occurredAt).toSorted()[0];
}

function membersOf(areaId: string): string[] {
  const under = (id: string): boolean => {
    if (id === areaId) return true;
    const parent = hokkaido.areas[id]?.parent;
    return parent != null && under(parent);
  };
  return municipalities.filter(under);
}

import fc from 'fast-check';
import type { Circumstances } from '#kernel';
import { issueSignalKind, regionalIssueKind } from '../issues.kinds.js';
import { aliasAt, keyAmong } from './aliases.js';
import type { AreaNode } from './area-nodes.js';
import type { RegionalIssueEvent } from './regional-issue.events.js';
import type { RegionalIssue } from './regional-issue.js';

const { decider } = regionalIssueKind;
const NOW = '2025-06-16T03:00:00.000Z';
const AREA = { municipalityId: '012084', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };

const issue = (rest: Partial<RegionalIssue> = {}): RegionalIssue => ({
  key: 'daily_care|supply|gauze',
  level: 'municipality',
  areaId: '012084',
  area: AREA,
  status: 'OBSERVED',
  episode: 1,
  episodeSince: NOW,
  distinctCases: 2,
  distinctOrganizations: 1,
  municipalities: 1,
  children: [],
  signals: 2,
  firstAt: NOW,
  lastAt: NOW,
  ruleSet: { id: 'default', version: 1 },
  ineffective: false,
  through: 3,
  ...rest,
});
const given = (found: unknown): Circumstances<unknown> => ({
  now: NOW,
  occurredAt: NOW,
  actor: { userId: 'u', role: 'base_secretariat', orgId: 'o' },
  found,
  id: 'this',
  records: { regrouping_reason: 'reason' },
  newId: String,
});
const after = (state: RegionalIssue, events: readonly RegionalIssueEvent[]) =>
  events.reduce<RegionalIssue | null>((s, event) => decider.evolve(s, event, NOW), state);
const merge = (other: RegionalIssue | undefined, into = 'other', state = issue()) =>
  decider.decide({ type: 'MergeIssue', into }, state, given({ other }));

describe('issues that are found to be one', () => {
  it('merge within an area, and are two again', () => {
    const merged = after(issue(), merge(issue({ key: 'daily_care|supply|bandage' })));
    expect(merged).toMatchObject({ status: 'MERGED', merged: { into: 'other', follows: false } });
    const undone = decider.decide({ type: 'UnmergeIssue' }, merged, given(undefined));
    expect(merged && after(merged, undone)).toEqual(issue());
  });

  it.each([
    ['itself', issue(), 'this'],
    ['what is not there', undefined, 'other'],
    ['one of another area', issue({ areaId: '012092' }), 'other'],
    ['one of the area around it', issue({ level: 'home_care_area' }), 'other'],
    [
      'what is merged into it, in a loop',
      issue({ status: 'MERGED', merged: { into: 'this', key: 'k', follows: false } }),
      'other',
    ],
    [
      'what is merged elsewhere',
      issue({ status: 'MERGED', merged: { into: 'third', key: 'k', follows: false } }),
      'other',
    ],
    ['what is over', issue({ status: 'CLOSED' }), 'other'],
  ])('do not merge into %s', (_what, other, into) => {
    expect(() => merge(other, into)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });

  it.each(['ON_AGENDA', 'DECIDED', 'ACTIONING', 'MONITORING', 'CLOSED', 'DISMISSED', 'MERGED'] as const)(
    'do not merge while one is %s',
    (status) => {
      expect(() => merge(issue(), 'other', issue({ status }))).toThrow(
        expect.objectContaining({ code: 'invalid_state' }),
      );
    },
  );

  it('are undone where they were merged: in the area around them', () => {
    const into = { issue: 'other', key: 'k' };
    const merged = after(issue(), decider.decide({ type: 'FollowMerge', into }, issue(), given(undefined)));
    expect(() => decider.decide({ type: 'UnmergeIssue' }, merged, given(undefined))).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
    expect(merged && after(merged, decider.decide({ type: 'FollowMerge' }, merged, given(undefined)))).toEqual(issue());
  });

  it('take no orders of the roll-up while they are part of another', () => {
    const merged = issue({ status: 'MERGED', merged: { into: 'other', key: 'k', follows: false } });
    const wanted = {
      id: 'this',
      ...issue(),
      reached: 'recurrent',
      because: [],
      evidence: { ...issue() },
      dormant: false,
    } as const;
    expect(decider.decide({ type: 'RecordIssue', wanted, through: 9 }, merged, given(undefined))).toEqual([]);
  });
});

describe('the key that a signal counts under', () => {
  const above = ['m', 'h', 's'].map((id) => ({ id }) as AreaNode);

  it('is that of the nearest area in which it stands for another, and so on', () => {
    const aliases = new Map([
      [aliasAt('a', 's'), 'c'],
      [aliasAt('a', 'm'), 'b'],
      [aliasAt('b', 'h'), 'd'],
      [aliasAt('d', 'elsewhere'), 'e'],
    ]);
    expect(keyAmong('a', above, aliases)).toBe('d');
    expect(keyAmong('a', above.slice(2), aliases)).toBe('c');
    expect(keyAmong('x', above, aliases)).toBe('x');
  });

  it('is found whatever stands for what: no circle holds it for ever', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const alias = fc.tuple(key, fc.constantFrom('m', 'h', 's'), key);
    fc.assert(
      fc.property(key, fc.array(alias), (tagged, all) => {
        const aliases = new Map(all.map(([from, area, into]) => [aliasAt(from, area), into]));
        expect(['a', 'b', 'c', 'd']).toContain(keyAmong(tagged, above, aliases));
      }),
    );
  });
});

describe('a signal that is tagged', () => {
  const { decider: signal } = issueSignalKind;
  const raised = {
    key: 'daily_care|supply|gauze',
    source: 'manual',
    sourceId: 's',
    caseKey: 's',
    scene: 'daily_care',
    area: AREA,
    raisedAt: NOW,
    withdrawn: false,
    tagged: false,
  } as const;
  const same = { type: 'TagIssueSignal', issueType: 'supply', subject: 'gauze' } as const;
  const bare = { ...given(undefined), records: {} };

  it('is confirmed by the same tags, once', () => {
    const [event] = signal.decide(same, raised, bare);
    expect(event).toMatchObject({ type: 'IssueSignalTagged', payload: { key: raised.key, was: raised.key } });
    expect(signal.decide(same, { ...raised, tagged: true }, bare)).toEqual([]);
  });

  it('is not tagged any more once it is withdrawn', () => {
    expect(() => signal.decide(same, { ...raised, withdrawn: true }, bare)).toThrow(
      expect.objectContaining({ code: 'invalid_state' }),
    );
  });
});

import { randomUUID } from 'node:crypto';
import { Play } from '../../../apps/cli/scenario/play.js';
import type { Scenario } from '../../../apps/cli/scenario/scenario-file.js';
import { World } from '../../../apps/cli/scenario/world.js';
import { freshDatabase } from '#test/database.js';
import type { IssueCandidates, IssueListed, IssueShown } from '../http/read.dto.js';

const START = '2025-06-02T09:00:00+09:00';

/** Cases of 富良野 by town and month: 南富良野町 has so few that they tell of somebody. */
const CASES: readonly (readonly [town: string, month: string, cases: number])[] = [
  ['富良野市', '2025-03', 7],
  ['上富良野町', '2025-05', 9],
  ['中富良野町', '2025-04', 6],
  ['南富良野町', '2025-04', 2],
];

const signal = (issueType: string, municipality: string, severity: number, occurredAt: string) => ({
  at: START,
  as: 'secretariat',
  do: 'RaiseIssueSignal',
  with: { scene: 'sudden_change', issueType, municipality, severity, occurredAt },
});

const scenario: Scenario = {
  name: 'The register of issues of 富良野',
  clock: START,
  until: '2025-06-02T18:00:00+09:00',
  prefecture: '01',
  organizations: [
    { id: 'base', kind: 'cooperation_base', name: '連携拠点', municipality: '富良野市' },
    { id: 'town', kind: 'municipality', name: '富良野市高齢者福祉課', municipality: '富良野市' },
    { id: 'small', kind: 'municipality', name: '南富良野町保健福祉課', municipality: '南富良野町' },
    { id: 'far', kind: 'municipality', name: '稚内市高齢者福祉課', municipality: '稚内市' },
  ],
  users: [
    { id: 'secretariat', role: 'base_secretariat', organization: 'base' },
    { id: 'council', role: 'council_secretariat', organization: 'town' },
    { id: 'member', role: 'council_member', organization: 'town' },
    { id: 'of-the-few', role: 'council_member', organization: 'small' },
    { id: 'prefecture', role: 'prefecture_ltc', organization: 'far' },
    { id: 'stranger', role: 'council_secretariat', organization: 'far' },
    { id: 'nurse', role: 'visiting_nurse', organization: 'town' },
  ],
  patients: [],
  steps: [
    ...CASES.flatMap(([town, month, cases]) =>
      Array.from({ length: cases }, (_, i) =>
        signal('night_cover', town, 3, `${month}-${String(i + 1).padStart(2, '0')}T10:00:00+09:00`),
      ),
    ),
    // One light case is only watched.
    signal('supply', '富良野市', 1, '2025-05-20T10:00:00+09:00'),
  ],
  expect: {},
};

describe('the register of regional issues', () => {
  let world: World;
  let play: Play;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({ connection: fresh.connection, queue: { kind: 'none' }, queuePrefix: 'i', start: START });
    play = new Play(world, scenario, 'issues');
    await play.all();
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  const listed = async (user: string) => (await play.get(user, '/api/v1/issues')).body as IssueListed[];
  const ofFurano = async () =>
    (await listed('council')).find(({ area, state }) => area.name === '富良野' && state !== 'OBSERVED')?.id ?? '';
  const shown = async (user: string) => (await play.get(user, `/api/v1/issues/${await ofFurano()}`)).body as IssueShown;
  const byName = ({ areas }: IssueShown) => Object.fromEntries(areas.map(({ name, cases }) => [name, cases]));

  it('has its cases', () => expect(play.failures).toEqual([]));

  it('has those of one’s own areas, of the whole prefecture for its officers, and none for who cares for a person', async () => {
    const areasOf = async (user: string) =>
      [...new Set((await listed(user)).map(({ area }) => area.name))].toSorted((a, b) => a.localeCompare(b, 'ja'));
    expect(await areasOf('council')).toEqual(['富良野', '富良野市']);
    expect(await areasOf('of-the-few')).toEqual(['南富良野町', '富良野']);
    expect(await areasOf('stranger')).toEqual([]);
    expect((await areasOf('prefecture')).length).toBe(5);
    expect((await play.get('nurse', '/api/v1/issues')).status).toBe(403);
    expect((await play.get('stranger', `/api/v1/issues/${await ofFurano()}`)).status).toBe(404);
  });

  it('leads with what is open, and leaves out what is only watched for whoever does not review it', async () => {
    const states = (await listed('council')).map(({ state }) => state);
    expect(states.at(-1)).toBe('OBSERVED');
    expect(states[0]).not.toBe('OBSERVED');
    const watched = (await listed('secretariat')).find(({ state }) => state === 'OBSERVED');
    expect(watched?.distinctCases).toBe(1);
    expect((await listed('member')).map(({ state }) => state)).not.toContain('OBSERVED');
    expect((await play.get('member', `/api/v1/issues/${watched?.id ?? ''}`)).status).toBe(404);
  });

  it('withholds a few cases from whoever does not review them, and what would tell them', async () => {
    const all = await shown('council');
    expect(all).toMatchObject({ least: null, cases: 24, distinctCases: 24 });
    expect(byName(all)).toMatchObject({ 富良野市: 7, 上富良野町: 9, 中富良野町: 6, 南富良野町: 2, 占冠村: 0 });
    expect(all.months).toHaveLength(12);
    expect(all.months.at(-2)).toEqual({ code: '2025-05', cases: 9 });

    const some = await shown('member');
    expect(some.least).toBe(5);
    expect(byName(some)).toMatchObject({ 南富良野町: null, 占冠村: 0 });
    expect(some.areas.filter(({ cases }) => cases === null).length).toBeGreaterThan(1);
    const few = (await listed('of-the-few')).find(({ area }) => area.name === '南富良野町');
    expect(few).toMatchObject({ distinctCases: null, distinctOrganizations: null, signals: null });
    // Seven of 富良野市 beside the 24 of the whole would tell of the other towns.
    const part = (await listed('member')).find(({ area }) => area.name === '富良野市');
    expect(part?.distinctCases).toBeNull();
    const { body } = await play.get('member', `/api/v1/issues/${part?.id ?? ''}`);
    expect((body as IssueShown).areas).toEqual([expect.objectContaining({ name: '富良野市', cases: null })]);
    expect((await listed('member')).find(({ area }) => area.name === '富良野')?.distinctCases).toBe(24);
  });

  it('leads back to each signal those who raise them, and nobody else', async () => {
    const { newest, others } = await shown('secretariat');
    expect(newest).toHaveLength(24);
    expect(newest?.[0]).toMatchObject({ municipality: { name: '上富良野町' }, source: 'manual', severity: 3 });
    expect(others).toBe(false);
    expect((await play.get('secretariat', `/api/v1/cases/${newest?.[0]?.id ?? ''}/timeline`)).status).toBe(200);
    expect(await shown('member')).toMatchObject({ newest: null, others: true });
  });

  it('waits at home, and in a list, with what nobody has confirmed; one is confirmed by its own tags', async () => {
    const waiting = async (user: string) =>
      ((await play.get(user, '/api/v1/home')).body as { issues: { candidates: number | null } | null }).issues
        ?.candidates;
    const inbox = async () => (await play.get('secretariat', '/api/v1/issue-candidates')).body as IssueCandidates;
    const [first] = (await inbox()).candidates;
    expect(await waiting('secretariat')).toBe(25);
    expect(await waiting('member')).toBeNull();
    expect((await play.get('member', '/api/v1/issue-candidates')).status).toBe(403);
    const path = `/api/v1/issue-signals/${first?.id}/tags`;
    expect((await play.as('secretariat', path, { issueType: first?.issueType }, randomUUID())).status).toBe(201);
    await world.settle();
    expect(await waiting('secretariat')).toBe(24);
    expect((await inbox()).candidates.map(({ id }) => id)).not.toContain(first?.id);
  });
});

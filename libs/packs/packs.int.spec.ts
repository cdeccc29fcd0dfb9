import type { QueueBackend } from '#platform';
import { createHash, randomUUID } from 'node:crypto';
import { Play } from '../../apps/cli/scenario/play.js';
import type { Scenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { freshDatabase } from '#test/database.js';
import { CompilePacks } from './jobs/compile-packs.js';
import { canonical } from '#kernel';
import { evidencePackId } from './domain/evidence-pack.js';
import type { PackShown } from './views/evidence-packs.query.js';
import type { SignalsBehind } from './views/behind-a-figure.query.js';

/** Cases of 富良野 by town and month: 南富良野町 has so few that they tell of somebody. */
const CASES: readonly (readonly [town: string, month: string, cases: number])[] = [
  ['富良野市', '2025-03', 7],
  ['富良野市', '2025-05', 6],
  ['上富良野町', '2025-05', 9],
  ['中富良野町', '2025-04', 6],
  ['南富良野町', '2025-04', 2],
];
const START = '2025-06-02T09:00:00+09:00';

const scenario: Scenario = {
  name: 'A pack of the council of 富良野',
  clock: START,
  until: '2025-06-02T18:00:00+09:00',
  prefecture: '01',
  organizations: [
    { id: 'base', kind: 'cooperation_base', name: '秘密の連携拠点', municipality: '富良野市' },
    { id: 'town', kind: 'municipality', name: '富良野市高齢者福祉課', municipality: '富良野市' },
    { id: 'far', kind: 'municipality', name: '稚内市高齢者福祉課', municipality: '稚内市' },
    { id: 'desk', kind: 'help_desk', name: '上富良野町相談窓口', municipality: '上富良野町' },
  ],
  users: [
    { id: 'secretariat', role: 'base_secretariat', organization: 'base' },
    { id: 'council', role: 'council_secretariat', organization: 'town' },
    { id: 'member', role: 'council_member', organization: 'town' },
    { id: 'stranger', role: 'council_secretariat', organization: 'far' },
    { id: 'nurse', role: 'visiting_nurse', organization: 'town' },
    { id: 'coordinator', role: 'coordinator', organization: 'desk' },
  ],
  patients: [],
  steps: CASES.flatMap(([municipality, month, cases]) =>
    Array.from({ length: cases }, (_, i) => ({
      at: START,
      as: 'secretariat',
      do: 'RaiseIssueSignal',
      with: {
        scene: 'sudden_change',
        issueType: 'night_cover',
        municipality,
        severity: 3,
        occurredAt: `${month}-${String(i + 1).padStart(2, '0')}T10:00:00+09:00`,
      },
    })),
  ),
  expect: {},
};

interface Listed {
  readonly id: string;
  readonly key: string;
  readonly level: string;
  readonly area: { readonly name: string };
}

describe.each<QueueBackend>([{ kind: 'postgres' }, { kind: 'none' }])('a pack, with the queue on $kind', (queue) => {
  let world: World;
  let play: Play;
  let drop: () => Promise<void>;
  let item: string;
  let pack: string;
  let key = 0;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({ connection: fresh.connection, queue, queuePrefix: 'packs', start: START });
    play = new Play(world, scenario, 'packs');
    await play.all();
    const { body } = await play.get('council', '/api/v1/agenda-items');
    item = (body as Listed[]).find(({ area }) => area.name === '富良野')?.id ?? '';
    pack = evidencePackId(item);
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  const compile = (user: string) =>
    play.as(
      user,
      `/api/v1/evidence-packs/${pack}/compilations`,
      {},
      `00000000-0000-4000-8000-${String(++key).padStart(12, '0')}`,
    );
  const show = async (user: string, audience = 'council') =>
    (await play.get(user, `/api/v1/evidence-packs/${pack}?audience=${audience}`)).body as PackShown;
  const linesOf = ({ latest }: PackShown, by: string) =>
    Object.fromEntries(
      latest?.splits.find((split) => split.by === by)?.lines.map(({ code, name, cases }) => [name ?? code, cases]) ??
        [],
    );

  it('has its cases', () => expect(play.failures).toEqual([]));

  it('is offered to the secretariat of its area before there is one, and to nobody else', async () => {
    expect(await show('council')).toMatchObject({
      state: 'OPEN',
      versions: 0,
      percent: null,
      commands: ['CompileEvidencePack'],
    });
    expect((await show('member')).commands).toEqual([]);
    expect((await compile('member')).status).toBe(403);
    expect((await compile('stranger')).status).toBe(404);
    expect((await play.get('nurse', '/api/v1/evidence-packs')).status).toBe(403);
  });

  it('is compiled and frozen with the hash of what it says', async () => {
    expect((await compile('council')).status).toBe(201);
    await world.settle();
    const shown = await show('member');
    expect(shown).toMatchObject({ state: 'FROZEN', versions: 1, percent: null });
    expect(shown.latest).toMatchObject({ version: 1, cases: 30, signals: 30, organizations: 1, municipalities: 4 });
    const { rows } = await world.databases.reading('01', (tx) =>
      tx.query<{ payload: { hash: string; content: object } }>(
        `SELECT payload FROM event WHERE prefecture = '01' AND type = 'EvidencePackFrozen'`,
      ),
    );
    expect(rows.map(({ payload }) => payload.hash)).toEqual([shown.latest?.hash]);
    expect(createHash('sha256').update(canonical(rows[0]?.payload.content)).digest('hex')).toBe(shown.latest?.hash);
  });

  it('keeps back few, and what would give them away', async () => {
    const shown = await show('member');
    const areas = linesOf(shown, 'area');
    expect(areas['南富良野町']).toBeNull();
    expect(areas['占冠村']).toBe(0);
    expect(Object.values(areas).filter((cases) => cases === null).length).toBeGreaterThan(1);
    expect(linesOf(shown, 'scene')).toMatchObject({ sudden_change: 30, daily_care: 0 });
    const open = linesOf(await show('member', 'public'), 'area');
    expect(Object.values(open).filter((cases) => cases !== null && cases > 0 && cases < 10)).toEqual([]);
  });

  it('leads from a number to the signals behind it, for those who may open them, and says why not to others', async () => {
    const behind = (user: string, line = '') =>
      play.get(user, `/api/v1/evidence-packs/${pack}/versions/1/signals${line}`);
    const whole = (await behind('secretariat')).body as SignalsBehind;
    expect(whole.signals).toHaveLength(30);
    const may = (await behind('secretariat', '?by=month&code=2025-05')).body as SignalsBehind;
    expect(may.signals).toHaveLength(15);
    const [first] = may.signals;
    const timeline = await play.get('secretariat', `/api/v1/cases/${first?.id}/timeline`);
    expect(timeline.body).toMatchObject({ entries: [{ type: 'IssueSignalRaised' }] });

    const town = (await behind('coordinator')).body as SignalsBehind;
    expect(town.signals.map(({ municipality }) => municipality.name)).toEqual(Array(9).fill('上富良野町'));
    expect(town.others).toBe(true);

    const refused = await behind('council');
    expect(refused.status).toBe(403);
    expect((refused.body as { ja: string }).ja).toContain('相談窓口');
    expect((await behind('secretariat', '?by=month&code=1999-01')).status).toBe(422);
  });

  it('is the place where a member reads numbers: neither the history of the item nor its list has them', async () => {
    const history = async (user: string) =>
      JSON.stringify((await play.get(user, `/api/v1/cases/${item}/timeline`)).body);
    expect(await history('council')).toContain('distinctCases');
    expect(await history('member')).not.toContain('distinctCases');
    const listed = (await play.get('member', '/api/v1/agenda-items')).body as { signals: number | null }[];
    expect(listed.map(({ signals }) => signals)).toEqual(listed.map(() => null));
  });

  it('is not made a second time while it is being made, and is made though the queue lost it', async () => {
    const { databases } = world;
    expect((await compile('council')).status).toBe(201);
    expect((await compile('council')).status).toBe(409);
    // Nobody has heard of it: what is due is the head that waits.
    await databases.writer.query(
      `UPDATE follower SET position = (SELECT position FROM log_head) WHERE name = 'packs.compile'`,
    );
    await world.clock.moveTo('2025-06-02T19:00:00+09:00');
    await world.settle();
    expect(await show('council')).toMatchObject({ state: 'COMPILING', percent: 0, versions: 1 });
    expect(await world.app.get(CompilePacks).look()).toBe(1);
    expect(await show('council')).toMatchObject({ state: 'FROZEN', versions: 2 });
    expect(await world.app.get(CompilePacks).look()).toBe(0);
  });

  it('tells the council what a coordinator has approved of one case, and the public nothing; no event holds the text', async () => {
    const [signal] = (
      (await play.get('secretariat', `/api/v1/evidence-packs/${pack}/versions/1/signals`)).body as SignalsBehind
    ).signals;
    const told = '夜間に訪問できる医師が見つからず、朝まで待った。';
    const tagged = { issueType: 'night_cover', redactedNarrative: told };
    const { status } = await play.as('secretariat', `/api/v1/issue-signals/${signal?.id}/tags`, tagged, randomUUID());
    expect(status).toBe(201);
    await world.settle();
    expect((await compile('council')).status).toBe(201);
    await world.settle();
    expect((await show('member')).latest).toMatchObject({
      version: 3,
      narratives: [told],
      options: expect.arrayContaining(['adopt_measure', 'plan_reflect']) as string[],
    });
    expect((await show('member', 'public')).latest).toMatchObject({ narratives: [], options: [] });
    const { rows } = await world.databases.reading('01', (tx) =>
      tx.query<{ found: boolean }>(`SELECT bool_or(payload::text LIKE '%' || $1 || '%') AS found FROM event`, [told]),
    );
    expect(rows).toEqual([{ found: false }]);
  });
});

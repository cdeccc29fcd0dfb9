import { readFileSync } from 'node:fs';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase } from '#test/database.js';

const HIROO = '016420';
const TAIKI = '016411';

interface Grid {
  readonly area: { readonly name: string };
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly { readonly name: string }[];
  readonly posts: readonly {
    readonly id: string;
    readonly user: { readonly name: string };
    readonly kind: string;
    readonly trainedOn: string | null;
    readonly ends: boolean;
  }[];
  readonly cells: readonly {
    readonly area: string;
    readonly field: string;
    readonly level: string;
    readonly state: string;
    readonly posts: readonly string[];
  }[];
}

let drop: () => Promise<void>;
let world: World;
let play: Play;
let wrote: string;

/** The scenario, as it stands before the first post ends: an overlap is still there. */
beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  const file = JSON.parse(readFileSync('test/scenarios/coordinator-grid.json', 'utf8')) as {
    steps: { do: string; save?: string }[];
  };
  const steps = file.steps.slice(
    0,
    file.steps.findIndex((step) => step.do === 'EndCoordinatorPost'),
  );
  const scenario = readScenario(JSON.stringify({ ...file, steps, until: '2025-06-02T12:00:00+09:00', expect: {} }));
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'grid', start: scenario.clock });
  play = new Play(world, scenario, 'grid');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
  const client = await clientOf(connection);
  const { rows } = await client.query<{ log: string }>('SELECT string_agg(payload::text, $1) AS log FROM event', [
    '\n',
  ]);
  wrote = rows[0]?.log ?? '';
  await client.end();
});
afterAll(async () => {
  await world.close();
  await drop();
});

const read = async (user: string, query = '') => {
  const { status, body } = await play.get(user, `/api/v1/coordinator-grid${query}`);
  return { status, grid: body as Grid };
};
const cell = ({ cells }: Grid, area: string, field: string, level = 'case') =>
  cells.find((one) => one.area === area && one.field === field && one.level === level);

describe('GET /coordinator-grid', () => {
  it("is that of one's own secondary area: who covers what, the overlap and the gaps", async () => {
    const { status, grid } = await read('coordinator');
    expect(status).toBe(200);
    expect([grid.area.name, grid.areas.length]).toEqual(['十勝', 19]);
    const doubled = cell(grid, HIROO, 'dementia');
    expect([doubled?.state, doubled?.posts.length]).toEqual(['overlap', 2]);
    expect(cell(grid, HIROO, 'rights')?.state).toBe('covered');
    expect(cell(grid, TAIKI, 'rights')?.state).toBe('covered');
    // Somebody of the town beside somebody of the area around it is no overlap.
    expect(cell(grid, TAIKI, 'home_care')?.state).toBe('covered');
    expect(cell(grid, TAIKI, 'dementia')).toMatchObject({ state: 'gap', posts: [] });
    expect(cell(grid, HIROO, 'dementia', 'area')?.state).toBe('gap');
  });

  it('can be that of another area, and is refused for one that is none', async () => {
    const { grid } = await read('far-coordinator', `?area=${HIROO}`);
    expect(grid.areas.map(({ id }) => id)).toEqual([HIROO]);
    for (const area of ['999999', '01', 'toString'])
      expect((await read('coordinator', `?area=${area}`)).status).toBe(422);
  });

  it('shows 養成修了 of whoever has a certificate, and of nobody else; its number stands in no fact', async () => {
    const { grid } = await read('coordinator');
    const trained = grid.posts.map(({ kind, trainedOn }) => [kind, trainedOn]);
    expect(trained).toContainEqual(['home_care', '2025-03-14']);
    expect(trained).toContainEqual(['home_care', null]);
    expect(wrote).toContain('certificateRef');
    expect(wrote).not.toContain('第123号');
  });

  it('says for which areas the reader may place somebody, and whose post the reader may end', async () => {
    const officer = (await read('officer')).grid;
    expect(officer.places.map(({ name }) => name)).toContain('広尾町');
    expect(officer.places.map(({ name }) => name)).not.toContain('池田町');
    expect(officer.posts.length).toBe(5);
    const far = (await read('far-coordinator')).grid;
    expect(far.posts.find(({ kind }) => kind === 'rights')?.ends).toBe(false);
    expect(officer.posts.find(({ kind }) => kind === 'dementia')?.ends).toBe(true);
  });

  it('is not for those who place nobody', async () => {
    expect((await read('care-manager')).status).toBe(403);
    const pages = async (user: string) =>
      ((await play.get(user, '/api/v1/me')).body as { pages: readonly string[] }).pages.includes('coordinators');
    expect([await pages('care-manager'), await pages('officer')]).toEqual([false, true]);
  });
});

describe('a post', () => {
  it('opens for those of its area, and its certificate for those of them who read names', async () => {
    const trained = (await read('coordinator')).grid.posts.find(({ trainedOn }) => trainedOn !== null);
    const timeline = async (user: string) => play.get(user, `/api/v1/cases/${trained?.id}/timeline`);
    expect(JSON.stringify((await timeline('secretariat')).body)).toContain('第123号');
    const { status, body } = await timeline('officer');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('第123号');
    expect((await timeline('far-coordinator')).status).toBe(404);
    expect((await timeline('care-manager')).status).toBe(404);
  });

  it('is in no list of open cases, for nothing is to be done in it', async () => {
    const kinds = async (query: string) => {
      const { body } = await play.get('coordinator', `/api/v1/cases${query}`);
      return new Set((body as { rows: { about: { kind: string } }[] }).rows.map(({ about }) => about.kind));
    };
    expect(await kinds('?state=open')).toEqual(new Set(['consultation']));
    expect(await kinds('')).toEqual(new Set(['consultation', 'coordinator_post']));
  });
});

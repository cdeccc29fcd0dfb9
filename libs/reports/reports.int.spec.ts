import { readFileSync } from 'node:fs';
import { idOf } from '#kernel';
import { testServer } from '#test/server.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';

interface Month {
  readonly total: number;
  readonly tables: readonly {
    readonly by: string;
    readonly cells: readonly {
      readonly code: string;
      readonly name: string | null;
      readonly now: number;
      readonly submitted: number | null;
    }[];
  }[];
  readonly report: {
    readonly id: string;
    readonly state: string;
    readonly edition: number;
    readonly total: number;
  } | null;
  readonly mayOpen: boolean;
}
interface Behind {
  readonly cases: readonly { readonly id: string }[];
  readonly hidden: number;
}

/** March was submitted twice and approved; one more call of March was written down in the middle of April. */
describe('what a desk has counted', () => {
  const connection = { ...testServer(), database: `reports_${process.pid}` };
  let world: World;
  let play: Play;
  const desk = idOf('scenario', 'reports', 'desk');
  const march = `/api/v1/activity-reports/${desk}/2025-03`;

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    const scenario = readScenario(readFileSync('test/scenarios/activity-report.json', 'utf8'));
    world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'r', start: scenario.clock });
    play = new Play(world, scenario, 'reports');
    await play.all();
  });
  afterAll(async () => {
    await world.close();
    await dropDatabase(connection);
  });

  const read = async <Body>(user: string, path: string) => {
    const { status, body } = await play.get(user, path);
    return { status, body: body as Body };
  };
  const cellOf = ({ tables }: Month, by: string, code: string) =>
    tables.find((table) => table.by === by)?.cells.find((cell) => cell.code === code);

  it('shows what is counted today beside what was approved, with the late call in its own month', async () => {
    const { body } = await read<Month>('coordinator', march);
    expect(body.total).toBe(5);
    expect(body.report).toMatchObject({ state: 'APPROVED', edition: 2, total: 4 });
    expect(cellOf(body, 'topic', 'dementia')).toMatchObject({ now: 2, submitted: 2 });
    expect(cellOf(body, 'topic', 'abuse')).toMatchObject({ now: 1, submitted: 0 });
    expect(body.tables.find(({ by }) => by === 'municipality')?.cells).toMatchObject([{ name: '富良野市', now: 5 }]);
    expect(body.mayOpen).toBe(false);
  });

  it.each([
    ['coordinator', 200],
    ['doctor', 200],
    ['officer', 200],
    ['secretariat', 200],
    ['stranger', 403],
  ])('is read by %s: %i', async (user, status) => {
    expect((await play.get(user, march)).status).toBe(status);
    expect((await play.get(user, `${march}/cases?by=topic&code=abuse`)).status).toBe(status);
    const { body } = await read<readonly { desk: { id: string } }[]>(user, '/api/v1/activity-reports');
    expect(body.some((one) => one.desk.id === desk)).toBe(status === 200);
  });

  it('walks from each figure to its consultations, and says how many the reader may not open', async () => {
    const { body: month } = await read<Month>('coordinator', march);
    for (const { by, cells } of month.tables)
      for (const { code, now } of cells) {
        const path = `${march}/cases?by=${by}&code=${code}`;
        const { body: own } = await read<Behind>('coordinator', path);
        expect([by, code, own.cases.length, own.hidden]).toEqual([by, code, now, 0]);
        const { body: others } = await read<Behind>('doctor', path);
        expect([by, code, others.cases.length, others.hidden]).toEqual([by, code, 0, now]);
      }
  });

  it('opens every consultation that it leads to', async () => {
    const { body } = await read<Behind>('coordinator', `${march}/cases?by=side&code=care`);
    expect(body.cases).toHaveLength(3);
    for (const { id } of body.cases)
      expect((await play.get('coordinator', `/api/v1/cases/${id}/timeline`)).status).toBe(200);
  });

  it('keeps its figures out of the timeline, which more people open than may read them', async () => {
    const { body: month } = await read<Month>('coordinator', march);
    const { status, body } = await read<object>('officer', `/api/v1/cases/${month.report?.id ?? ''}/timeline`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('time_to_close');
  });

  it.each(['coordinator', 'doctor', 'officer'])('each message of %s opens', async (user) => {
    const { body } = await read<readonly { template: string; about: { id: string }; opens: boolean }[]>(
      user,
      '/api/v1/messages',
    );
    const ours = body.filter(({ template }) => template.startsWith('report.'));
    expect(ours.length).toBeGreaterThan(1);
    expect(ours.filter(({ opens }) => !opens)).toEqual([]);
  });

  it.each([
    ['a month that is none', `/api/v1/activity-reports/${desk}/2025-13`, 422],
    ['a desk that is none', `/api/v1/activity-reports/${idOf('nothing')}/2025-03`, 403],
    ['what is no id', '/api/v1/activity-reports/desk/2025-03', 404],
    ['a way of counting that is none', `${march}/cases?by=name&code=x`, 422],
    ['a figure that is none', `${march}/cases?by=topic&code=nothing`, 200],
  ])('answers %s', async (_what, path, status) => {
    expect((await play.get('coordinator', path)).status).toBe(status);
  });
});

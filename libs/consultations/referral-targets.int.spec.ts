import { readFileSync } from 'node:fs';
import { freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';

interface Targets {
  readonly wanted: readonly { readonly field: string; readonly level: string }[];
  readonly placed: boolean;
  readonly targets: readonly {
    readonly name: string;
    readonly coordinators: readonly { readonly name: string; readonly kind: string }[];
  }[];
}

const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open.toReversed()) await close();
});

/** The scenario up to its first referral, with or without its posts. */
async function played(name: string, withPosts: boolean): Promise<Play> {
  const { connection, drop } = await freshDatabase();
  open.push(drop);
  const file = JSON.parse(readFileSync('test/scenarios/coordinator-grid.json', 'utf8')) as { steps: { do: string }[] };
  const steps = file.steps
    .slice(
      0,
      file.steps.findIndex((step) => step.do === 'ReferConsultation'),
    )
    .filter((step) => withPosts || step.do !== 'AppointCoordinator');
  const scenario = readScenario(JSON.stringify({ ...file, steps, until: '2025-06-02T12:00:00+09:00', expect: {} }));
  const world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: name, start: scenario.clock });
  open.push(() => world.close());
  const play = new Play(world, scenario, name);
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
  return play;
}

const targets = async (play: Play, user: string, fromTheLast: number) => {
  const { status, body } = await play.get(
    user,
    `/api/v1/consultations/${play.idOfResult(play.results.length - fromTheLast)}/referral-targets`,
  );
  return { status, ...(body as Targets) };
};

describe('where a consultation can be referred to', () => {
  let placed: Play;
  beforeAll(async () => {
    placed = await played('targets', true);
  });

  it('begins with the dementia coordinators for dementia (K-02), at an institution that is no desk', async () => {
    const { wanted, placed: are, targets: found } = await targets(placed, 'coordinator', 2);
    expect([wanted, are]).toEqual([[{ field: 'dementia', level: 'case' }], true]);
    expect(found[0]).toMatchObject({
      name: '広尾町地域包括支援センター',
      coordinators: [{ kind: 'dementia' }, { kind: 'dementia' }],
    });
    expect(found.slice(1).flatMap(({ coordinators }) => coordinators)).toEqual([]);
  });

  it('begins with rights support for guardianship (K-05), then goes on with whoever is nearest', async () => {
    const { targets: found } = await targets(placed, 'coordinator', 1);
    expect(found.map(({ name }) => name)).toEqual([
      '南十勝権利擁護サポートセンター',
      '広尾町地域包括支援センター',
      '大樹町相談窓口',
      // The desk of the towns that have none of their own.
      '南十勝在宅医療連携拠点',
      '池田町相談窓口',
    ]);
  });

  it('is told to the desk that has it, and to nobody else', async () => {
    expect((await targets(placed, 'far-coordinator', 1)).status).toBe(404);
    expect((await targets(placed, 'care-manager', 1)).status).toBe(403);
  });

  it('has desks alone, and says that nobody is placed, where no post was ever written down', async () => {
    const none = await played('no-posts', false);
    const { placed: are, targets: found } = await targets(none, 'coordinator', 2);
    expect(are).toBe(false);
    expect(found.map(({ name }) => name)).toEqual(['大樹町相談窓口', '南十勝在宅医療連携拠点', '池田町相談窓口']);
  });
});

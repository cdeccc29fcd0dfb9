import { readFileSync } from 'node:fs';
import type { Connection } from '#platform';
import { freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { TOPICS } from './domain/consultation.commands.js';
import type { ConsultationForm } from './views/consultation-form.query.js';

/** The consultation of the file that has all that its desk asks for. */
const COMPLETE = 8;

let connection: Connection;
let drop: () => Promise<void>;
let world: World;
let play: Play;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const file = new URL('../../test/scenarios/form-of-a-desk.json', import.meta.url);
  const scenario = readScenario(readFileSync(file, 'utf8'));
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'form', start: scenario.clock });
  play = new Play(world, scenario, 'form');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
});
afterAll(async () => {
  await world.close();
  await drop();
});

const formOf = async (user: string, on?: string) => {
  const { status, body } = await play.get(user, `/api/v1/consultation-form${on === undefined ? '' : `?on=${on}`}`);
  return { status, ...(body as Pick<ConsultationForm, 'on' | 'topics' | 'required' | 'checkLists'>) };
};

describe('the form of a desk (受付票)', () => {
  it('offers what the area has on the day: today, or the one asked about', async () => {
    const today = await formOf('coordinator');
    expect(today.on).toBe('2025-07-01');
    expect(today.topics).toEqual(TOPICS.filter((topic) => topic !== 'rehab'));
    expect(today.required).toEqual([{ field: 'patient', scenes: ['end_of_life'] }, { field: 'consulter.profession' }]);
    const before = await formOf('coordinator', '2025-06-30');
    expect([before.topics, before.required]).toEqual([[...TOPICS], []]);
  });

  it('is another area’s own', async () => {
    expect((await formOf('far-coordinator')).topics).toEqual([...TOPICS]);
  });

  it('reminds in each scene of what is asked about there, unless the area has lists of its own', async () => {
    expect((await formOf('far-coordinator')).checkLists).toEqual({
      discharge_support: [
        'consent',
        'hospital_and_discharge',
        'key_person',
        'attending_physician',
        'medical_procedures',
        'medication',
        'care_level',
      ],
      daily_care: [
        'consent',
        'attending_physician',
        'care_level',
        'medication',
        'family_pharmacy',
        'dementia',
        'key_person',
      ],
      sudden_change: [
        'emergency_contact',
        'attending_physician',
        'medication',
        'medical_procedures',
        'advance_wishes',
        'key_person',
      ],
      end_of_life: [
        'consent',
        'advance_wishes',
        'key_person',
        'attending_physician',
        'medical_procedures',
        'emergency_contact',
        'no_relatives',
      ],
    });
  });

  it('is for a desk, and by a day that exists', async () => {
    expect((await formOf('care-manager')).status).toBe(403);
    expect((await formOf('coordinator', '2025-02-30')).status).toBe(422);
    expect((await formOf('coordinator', 'today')).status).toBe(422);
  });
});

it('what is refused is named where the screen has it, and what was asked about stands on the timeline', async () => {
  const refused = play.results.map(({ problem }) =>
    ((problem as { errors?: { path: string }[] } | undefined)?.errors ?? []).map(({ path }) => path),
  );
  expect(refused.filter((paths) => paths.length > 0)).toEqual([
    ['values.endedTopics[0].topic'],
    ['values.required[0].reason'],
    ['values.checkLists.discharge_support', 'values.checkLists.sudden_change', 'values.checkLists.end_of_life'],
    ['topics[1]'],
    ['consulter.profession'],
    ['patient'],
    ['topics[0]'],
    ['checked'],
    ['topics[0]'],
  ]);
  const { body } = await play.get('coordinator', `/api/v1/cases/${play.idOfResult(COMPLETE)}/timeline`);
  const { entries } = body as { entries: { type: string; details: Record<string, unknown> }[] };
  expect(entries.find(({ type }) => type === 'ConsultationLogged')?.details).toMatchObject({
    checked: ['advance_wishes', 'key_person'],
  });
});

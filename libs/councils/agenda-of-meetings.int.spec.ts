import { Heads } from '#cases';
import { areaTreeId, areaTreeKind, organizationKind, userKind } from '#directory';
import { idOf, type Actor } from '#kernel';
import { areasOf } from '../../apps/cli/scenario/play.js';
import { World } from '../../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';
import { testServer } from '#test/server.js';
import { agendaItemKind } from './agenda-item.case.js';
import { councilKind } from './council.case.js';
import type { AgendaItem } from './domain/agenda-item.js';
import { meetingKind } from './meeting.case.js';

const PREFECTURE = '01';
const id = (name: string) => idOf('agenda-of-meetings.int', name);
const [HALL, OFFICER, COUNCIL, MEETING, ITEM] = ['hall', 'officer', 'council', 'meeting', 'item'].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

describe('an item and the agenda that it stands on', () => {
  const connection = { ...testServer(), database: `agenda_${process.pid}` };
  let world: World;
  let steps = 0;
  const setUp: Actor = { system: 'worker', job: 'test' };
  const officer: Actor = { userId: OFFICER, role: 'municipal_ltc_officer', orgId: HALL };
  const ask = (actor: Actor, of: string, command: object, personal: readonly object[] = []) =>
    ({ prefecture: PREFECTURE, actor, key: idOf('step', ++steps), id: of, command, personal }) as never;
  const item = async () =>
    (await world.app.get(Heads).of<AgendaItem>(PREFECTURE, agendaItemKind.kind, [ITEM])).get(ITEM);

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    world = await World.open({
      connection,
      queue: { kind: 'none' },
      queuePrefix: 'agenda',
      start: '2025-06-02T09:00:00+09:00',
    });
    const { cases } = world;
    const areas = await areasOf(PREFECTURE);
    await cases.execute(areaTreeKind, ask(setUp, areaTreeId(PREFECTURE), { type: 'ImportAreas', ...areas }));
    const hall = {
      type: 'RegisterInstitution',
      kind: 'municipality',
      municipality: '富良野市',
      name: '市',
      phone: '0',
    };
    await cases.execute(organizationKind, ask(setUp, HALL, hall));
    const user = { type: 'RegisterUser', role: 'municipal_ltc_officer', organization: HALL };
    await cases.execute(userKind, ask(setUp, OFFICER, user, [{ kind: 'user_name', body: { name: '担当' } }]));
    await world.settle();
  });
  afterAll(async () => {
    await world.close();
    await dropDatabase(connection);
  });

  it('part for good where the item was put off, also when the workers hear of the call only then', async () => {
    const { cases } = world;
    await cases.execute(
      councilKind,
      ask(officer, COUNCIL, {
        type: 'EstablishCouncil',
        name: '協議会',
        level: 'municipality',
        types: ['promotion'],
        areas: ['012297'],
        secretariat: HALL,
      }),
    );
    const planned = { type: 'PlanMeeting', council: COUNCIL, on: '2025-06-30', startsAt: '14:00' };
    await cases.execute(meetingKind, ask(officer, MEETING, planned));
    const proposed = { type: 'ProposeAgendaItem', council: COUNCIL, category: 'training' };
    await cases.execute(
      agendaItemKind,
      ask(officer, ITEM, proposed, [{ kind: 'agenda_title', body: { title: '研修' } }]),
    );
    await cases.execute(agendaItemKind, ask(officer, ITEM, { type: 'ScheduleAgendaItem', meeting: MEETING }));
    await world.settle();
    expect(await item()).toMatchObject({ status: 'SCHEDULED', meeting: MEETING, number: '1' });

    await cases.execute(meetingKind, ask(officer, MEETING, { type: 'CallMeeting' }));
    await cases.execute(meetingKind, ask(officer, MEETING, { type: 'SendMaterials' }));
    await world.clock.moveTo('2025-06-30T15:00:00+09:00');
    await cases.execute(meetingKind, ask(officer, MEETING, { type: 'HoldMeeting' }));
    await cases.execute(agendaItemKind, ask(officer, ITEM, { type: 'DecideAgendaItem', decision: 'continue_next' }));
    await world.settle();

    expect(await item()).toMatchObject({ status: 'DRAFTED', continued: 1 });
    expect(await item()).not.toHaveProperty('meeting');
  });
});

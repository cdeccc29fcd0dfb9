import { areaTreeId, areaTreeKind, organizationKind, userKind } from '#directory';
import { idOf, type Role } from '#kernel';
import { freshDatabase } from '#test/database.js';
import { areasOf } from '../../apps/cli/scenario/play.js';
import { World } from '../../apps/cli/scenario/world.js';
import type { Home } from './http/home.dto.js';

const PREFECTURE = '01';
const id = (name: string) => idOf('home.int', name);
const ORGANIZATIONS = [
  ['hall', 'municipality', '富良野市'],
  ['clinic', 'clinic', '富良野市'],
  ['association', 'medical_association', '富良野市'],
  ['hospital', 'hospital', '富良野市'],
  ['far', 'municipality', '北見市'],
] as const;
const USERS: readonly (readonly [string, Role, string])[] = [
  ['officer', 'municipal_ltc_officer', 'hall'],
  ['chair', 'primary_physician', 'clinic'],
  ['member', 'council_member', 'association'],
  ['manager', 'liaison_manager', 'hospital'],
  ['nurse', 'discharge_nurse', 'hospital'],
  ['stranger', 'council_secretariat', 'far'],
];

describe('the home of councils', () => {
  let world: World;
  let drop: () => Promise<void>;
  const tokens = new Map<string, string>();
  let asked = 0;
  const as = (user: string) => ({ authorization: `Bearer ${tokens.get(user)}` });
  const says = async (user: string, path: string, body: object): Promise<string> => {
    const headers = { ...as(user), 'idempotency-key': idOf('home.int', String(++asked)) };
    const answer = await world.post(`/api/v1/${path}`, headers, body);
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
    await world.settle();
    return (answer.body as { id: string }).id;
  };
  const home = async (user: string): Promise<Home> => (await world.get('/api/v1/home', as(user))).body as Home;
  const tasks = async (user: string) =>
    (await home(user)).lines.map(({ task, on, by, title }) => [task, on, by ?? title].filter(Boolean).join(' '));

  let council: string;
  let meeting: string;
  let item: string;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({
      connection: fresh.connection,
      queue: { kind: 'none' },
      queuePrefix: 'home',
      start: '2025-06-02T09:00:00+09:00',
    });
    const set = (of: string, command: object, personal: readonly object[] = []) =>
      ({
        prefecture: PREFECTURE,
        id: of,
        command,
        personal,
        actor: { system: 'worker', job: 'test' },
        key: of,
      }) as never;
    const { cases } = world;
    await cases.execute(
      areaTreeKind,
      set(areaTreeId(PREFECTURE), { type: 'ImportAreas', ...(await areasOf(PREFECTURE)) }),
    );
    for (const [name, kind, municipality] of ORGANIZATIONS)
      await cases.execute(organizationKind, set(id(name), { type: 'RegisterInstitution', kind, name, municipality }));
    for (const [name, role, organization] of USERS) {
      const user = { type: 'RegisterUser', role, organization: id(organization) };
      await cases.execute(userKind, set(id(name), user, [{ kind: 'user_name', body: { name } }]));
      tokens.set(name, await world.sessions.open(PREFECTURE, id(name)));
    }
    await world.settle();
    council = await says('officer', 'councils', {
      name: '協議会',
      level: 'municipality',
      types: ['promotion'],
      areas: ['012297'],
      secretariat: id('hall'),
      chairMedical: id('chair'),
    });
    for (const [organization, body] of [
      ['association', 'city_medical_association'],
      ['hospital', 'hospital'],
    ] as const)
      await says('officer', `councils/${council}/members`, { organization: id(organization), body });
    meeting = await says('officer', 'meetings', { council, on: '2025-06-30', startsAt: '14:00', place: '会館' });
    item = await says('officer', 'agenda-items', { council, title: '夜間の窓口', category: 'training' });
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  it('is taken away as a file on record', async () => {
    const address = `${await world.app.getUrl()}/api/v1/meetings/${meeting}/invitation`;
    expect((await fetch(address, { headers: as('officer') })).status).toBe(200);
    const { rows } = await world.databases.writer.query<{ user_id: string; purpose: string; about: string }>(
      `SELECT user_id, purpose, about FROM read_log WHERE outcome = 'exported'`,
    );
    expect(rows).toEqual([{ user_id: id('officer'), purpose: 'downloadInvitation', about: meeting }]);
  });

  it('is nothing at all to whoever serves another area: each of its things as if it were not there, and in the same words', async () => {
    const lists = async (path: string) => (await world.get(`/api/v1/${path}`, as('stranger'))).body;
    for (const path of ['councils', 'agenda-items', 'evidence-packs', 'issues', 'actions'])
      expect([path, await lists(path)]).toEqual([path, []]);
    expect((await world.get('/api/v1/agenda-items', as('officer'))).body).toMatchObject([{ id: item }]);
    const nothing = id('nothing');
    for (const [path, there] of [
      ['councils/:', council],
      ['meetings/:', meeting],
      ['meetings/:/invitation', meeting],
      ['cases/:/timeline', council],
      ['cases/:/timeline', meeting],
      ['cases/:/timeline', item],
    ] as const) {
      const ask = (of: string) => world.get(`/api/v1/${path.replace(':', of)}`, as('stranger'));
      const { status, body } = await ask(there);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toEqual((await ask(nothing)).body);
    }
    for (const [path, there, said] of [
      ['councils/:/revisions', council, { name: '乗っ取り' }],
      ['councils/:/members', council, { organization: id('far'), body: 'hospital' }],
      ['meetings/:/calls', meeting, { on: '2025-06-30' }],
      ['meetings/:/postponements', meeting, { on: '2025-07-30', reason: '都合' }],
      ['agenda-items/:/droppings', item, { reason: '都合' }],
      ['agenda-items/:/notes', item, { note: 'メモ' }],
    ] as const) {
      const give = (of: string) =>
        world.post(
          `/api/v1/${path.replace(':', of)}`,
          { ...as('stranger'), 'idempotency-key': idOf('home.int', `stranger ${path} ${of}`) },
          said,
        );
      const { status, body } = await give(there);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toEqual((await give(nothing)).body);
    }
  });

  it('says to its secretariat what the next meeting lacks, and to nobody from elsewhere anything', async () => {
    expect(await tasks('officer')).toEqual([
      'meeting_uncalled 2025-06-16 hall',
      'items_unscheduled 2025-06-16 hall',
      'materials_due 2025-06-23 hall',
    ]);
    expect((await home('officer')).next).toMatchObject([
      { council: { name: '協議会' }, meeting: { id: meeting, on: '2025-06-30', place: '会館', items: 0 } },
    ]);
    expect(await home('stranger')).toMatchObject({ next: [], lines: [] });
    expect(await home('nurse')).toMatchObject({ next: [], lines: [], issues: null });
  });

  it('says to members on what their body has not been heard, until it is', async () => {
    await says('officer', `agenda-items/${item}/schedulings`, { meeting });
    await says('officer', `meetings/${meeting}/calls`, {});
    expect(await tasks('member')).toEqual(['position_missing 2025-06-30 夜間の窓口']);
    expect(await tasks('manager')).toEqual(['position_missing 2025-06-30 夜間の窓口']);
    const said = { organization: id('association'), body: 'city_medical_association', stance: 'agree' };
    await says('member', `agenda-items/${item}/positions`, said);
    expect(await tasks('member')).toEqual([]);
    expect(await tasks('officer')).toEqual(['materials_due 2025-06-23 hall']);
    expect(await tasks('chair')).toEqual([]);
  });

  it('leads a meeting to its end: held, minutes drafted, approved by the chair', async () => {
    await world.moveTo('2025-07-01T09:00:00+09:00');
    expect(await tasks('officer')).toEqual(['meeting_unheld 2025-06-30 hall']);
    await says('officer', `meetings/${meeting}/holdings`, { occurredAt: '2025-06-30T15:00:00+09:00' });
    await says('officer', `agenda-items/${item}/decisions`, { decision: 'adopt_measure' });
    await says('officer', `agenda-items/${item}/actions`, {
      what: '窓口の番号を配る',
      ownerOrganization: id('hospital'),
      dueOn: '2025-07-10',
    });
    expect(await tasks('officer')).toEqual(['minutes_undrafted 2025-06-30 hall']);
    expect(await tasks('chair')).toEqual([]);
    await says('officer', `meetings/${meeting}/minutes`, { text: '決めた。' });
    expect(await tasks('chair')).toEqual(['minutes_unapproved 2025-06-30']);
    expect(await tasks('manager')).toEqual(['own_actions 2025-07-10']);
    expect((await home('member')).lines).toEqual([]);
    await says('chair', `meetings/${meeting}/minutes-approvals`, {});
    expect(await tasks('chair')).toEqual([]);
  });

  it('says to a chair what has been escalated to him, and no sooner', async () => {
    await world.moveTo('2025-07-23T09:00:00+09:00');
    expect(await tasks('chair')).toEqual([]);
    await world.moveTo('2025-07-25T09:00:00+09:00');
    expect(await tasks('chair')).toEqual(['action_overdue 2025-07-10 夜間の窓口']);
    expect(await tasks('manager')).toEqual(['own_actions 2025-07-10']);
  });
});

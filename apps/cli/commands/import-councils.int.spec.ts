import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Heads } from '#cases';
import type { Council } from '#councils';
import { areaId, areaTreeId, areaTreeKind, organizationKind } from '#directory';
import { idOf } from '#kernel';
import { freshDatabase } from '#test/database.js';
import { PROJECT_ROOT } from '../../project-root.js';
import { areasOf } from '../scenario/play.js';
import { World } from '../scenario/world.js';
import { councilFileOf, type CouncilRow } from './council-file.js';
import { setUpCouncils } from './import-councils.js';

const PREFECTURE = '01';
const ORGANIZATIONS = [
  ['public_health_center', '富良野保健所（例）', '富良野市'],
  ['medical_association', '富良野医師会（例）', '富良野市'],
  ['hospital', '富良野病院（例）', '富良野市'],
  ['municipality', '富良野市役所（例）', '富良野市'],
  ['public_health_center', '北見保健所（例）', '北見市'],
  ['medical_association', '北見医師会（例）', '北見市'],
  ['public_health_center', '網走保健所（例）', '網走市'],
] as const;

describe('import of councils', () => {
  let world: World;
  let drop: () => Promise<void>;
  let example: CouncilRow[];
  const councils = async () => {
    const found = await world.app.get(Heads).where<Council>(PREFECTURE, 'council');
    return new Map(found.map(({ id, state }) => [state.name, { id, ...state }]));
  };
  const events = async () => {
    const { rows } = await world.databases.writer.query<{ n: string }>({
      name: 'n',
      text: 'SELECT count(*) AS n FROM event',
    });
    return Number(rows[0]?.n);
  };
  const imported = async (...rows: readonly object[]) => {
    const read = await councilFileOf(Buffer.from(JSON.stringify({ prefecture: PREFECTURE, councils: rows })));
    if ('faults' in read) throw new Error(read.faults.join());
    const results = await setUpCouncils(world.app, PREFECTURE, read.entries);
    return results.map(({ became, appointed, kept, faults }) => [
      became,
      appointed,
      kept,
      ...faults.map(({ path, code }) => `${path} ${code}`),
    ]);
  };

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({
      connection: fresh.connection,
      queue: { kind: 'none' },
      queuePrefix: 'import-councils',
      start: '2025-06-02T09:00:00+09:00',
    });
    const { cases } = world;
    const ask = (id: string, command: object) =>
      ({ prefecture: PREFECTURE, id, command, job: 'test', key: idOf('import-councils.int', id) }) as never;
    await cases.work(
      areaTreeKind,
      ask(areaTreeId(PREFECTURE), { type: 'ImportAreas', ...(await areasOf(PREFECTURE)) }),
    );
    for (const [kind, name, municipality] of ORGANIZATIONS)
      await cases.work(
        organizationKind,
        ask(idOf('import-councils.int', name), { type: 'RegisterInstitution', kind, name, municipality }),
      );
    const text = await readFile(join(PROJECT_ROOT, 'docs/councils.example.json'), 'utf8');
    example = (JSON.parse(text) as { councils: CouncilRow[] }).councils;
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  it('sets up two councils within one secondary area, and one above another (requirement A-06)', async () => {
    expect(await imported(...example.toReversed())).toEqual([
      ['established', 0, 0],
      ['established', 1, 0],
      ['established', 0, 0],
      ['established', 2, 0],
    ]);
    const found = await councils();
    const [furano, town, kitami, abashiri] = example.map(({ name }) => found.get(name));
    expect(kitami?.areas).toEqual([areaId(PREFECTURE, 'home_care_area', '北見')]);
    expect(abashiri?.area.secondaryAreaId).toBe(kitami?.area.secondaryAreaId);
    expect(town).toMatchObject({ parent: furano?.id, areas: ['012297'], agendaCloseDays: 10, materialDays: 5 });
    expect(furano?.members.map(({ body }) => body)).toEqual(['city_medical_association', 'hospital']);
  });

  it('changes nothing when it is run again', async () => {
    const before = [await councils(), await events()];
    expect(await imported(...example)).toEqual(example.map(() => ['unchanged', 0, 0]));
    expect([await councils(), await events()]).toEqual(before);
  });

  it('takes over what the file says now, and ends no seat', async () => {
    const [furano, town] = example as [CouncilRow, CouncilRow];
    const hospital = [{ organization: '富良野病院（例）', body: 'hospital' }];
    expect(await imported({ ...furano, members: [] }, { ...town, materialDays: 6, members: hospital })).toEqual([
      ['unchanged', 0, 2],
      ['revised', 1, 0],
    ]);
    expect((await councils()).get(town.name)).toMatchObject({ materialDays: 6 });
    // A file that was loaded before counts again.
    expect(await imported(town)).toEqual([['revised', 0, 1]]);
    expect((await councils()).get(town.name)).toMatchObject({ materialDays: 5 });
  });

  it('refuses one that overlaps another of its type, with those below it, and loses nothing else', async () => {
    const [, , kitami] = example as [CouncilRow, CouncilRow, CouncilRow];
    const own = { level: 'secondary_area', types: ['promotion'], secretariat: '北見保健所（例）' };
    const other = { ...own, name: '重なる協議会（例）', areas: ['北見', '遠軽'] };
    const below = { ...own, name: '下の協議会（例）', areas: ['遠軽'], parent: other.name };
    const strategy = { ...own, name: '戦略会議（例）', areas: ['北見'], types: ['strategy'] };
    const nameless = { ...own, areas: ['北見'] };
    expect(await imported(other, below, nameless, strategy, kitami)).toEqual([
      ['refused', 0, 0, 'areas overlapping_council'],
      ['refused', 0, 0, 'parent above_refused'],
      ['refused', 0, 0, 'name missing'],
      ['established', 0, 0],
      ['unchanged', 0, 0],
    ]);
    expect([...(await councils()).keys()]).not.toContain(other.name);
    expect([...(await councils()).keys()]).toContain(strategy.name);
  });
});

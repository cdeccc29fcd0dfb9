import { readFileSync } from 'node:fs';
import { idOf } from '#kernel';
import type { Connection } from '#platform';
import { freshDatabase } from '#test/database.js';
import { ConsultationNumbers } from './commands/numbers.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';

interface Shown {
  readonly state: string;
  readonly entries: readonly { readonly type: string; readonly texts: readonly { readonly text: string }[] }[];
  readonly commands: readonly string[];
}
interface Listed {
  readonly template: string;
  readonly about: { readonly id: string };
  readonly opens: boolean;
}

let connection: Connection;
let drop: () => Promise<void>;
let world: World;
let play: Play;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const scenario = readScenario(
    readFileSync(new URL('../../test/scenarios/the-asker-hears.json', import.meta.url), 'utf8'),
  );
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'desk', start: scenario.clock });
  play = new Play(world, scenario, 'desk');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
});
afterAll(async () => {
  await world.close();
  await drop();
});

const timelineOf = async (user: string, id: string) => {
  const { status, body } = await play.get(user, `/api/v1/cases/${id}/timeline`);
  return { status, ...(body as Shown) };
};
const textsOf = ({ entries }: Shown): string[] => entries.flatMap(({ texts }) => texts.map(({ text }) => text));

describe('the asker', () => {
  it.each(['manager', 'head'])(
    '%s reads the answer and what was shared, and nothing that the desk noted',
    async (user) => {
      const shown = await timelineOf(user, play.idOfResult(0));
      expect(shown.state).toBe('ANSWERED');
      expect(shown.commands).toEqual([]);
      expect(textsOf(shown)).toEqual([
        '夜間の連絡先が分からない（架空）',
        '当番表を確かめています（架空）',
        '当番の診療所へ掛けてください（架空）',
      ]);
      expect(JSON.stringify(shown)).not.toContain('内部');
    },
  );

  it('is the only one beside the desk: the desk reads all, another institution nothing', async () => {
    const id = play.idOfResult(0);
    expect(textsOf(await timelineOf('coordinator', id))).toContain('内部の所見（架空）');
    for (const user of ['doctor', 'far-coordinator']) expect((await timelineOf(user, id)).status).toBe(404);
  });

  it('finds the own consultation on the own board while something is owed in it', async () => {
    const { body } = await play.get('manager', '/api/v1/board');
    const { rows } = body as { rows: { about: { id: string }; mine: boolean }[] };
    expect(rows.map(({ about, mine }) => [about.id, mine])).toContainEqual([play.idOfResult(0), false]);
  });
});

it('every message of a consultation opens for everybody who gets it', async () => {
  const templates = new Set<string>();
  for (const user of ['coordinator', 'far-coordinator', 'manager', 'head', 'doctor', 'clerk'])
    for (const { template, about, opens } of (await play.get(user, '/api/v1/messages')).body as Listed[]) {
      expect([user, template, opens]).toEqual([user, template, true]);
      expect((await timelineOf(user, about.id)).status).toBe(200);
      templates.add(template);
    }
  expect([...templates].toSorted()).toEqual(
    ['answered', 'chase', 'passed_on', 'referral_declined', 'referral_over', 'referred', 'withdrawn'].map(
      (template) => `consultation.${template}`,
    ),
  );
});

describe('the number of a consultation (受付番号)', () => {
  it('stands on its page and in its row', async () => {
    const { body } = await play.get('coordinator', `/api/v1/cases/${play.idOfResult(0)}/timeline`);
    expect((body as { facts: object }).facts).toMatchObject({ number: '2025-0001' });
    const board = (await play.get('coordinator', '/api/v1/board')).body as {
      rows: { about: { id: string }; facts: { number?: string } }[];
    };
    const resident = board.rows.find(({ about }) => about.id === play.idOfResult(6));
    expect(resident?.facts.number).toBe('2025-0003');
  });

  it('is given once, however many take one at the same moment in two processes', async () => {
    const desks = ['00000000-0000-8000-8000-00000000d001', '00000000-0000-8000-8000-00000000d002'];
    const processes = [new ConsultationNumbers(world.databases), new ConsultationNumbers(world.databases)];
    const taken = await Promise.all(
      Array.from({ length: 400 }, async (_, i) => {
        const [desk = '', year] = [desks[i % 2], 2025 + (i % 4 > 1 ? 1 : 0)];
        return `${desk} ${year} ${await processes[i % 3 === 0 ? 0 : 1]?.next('01', desk, year)}`;
      }),
    );
    expect(new Set(taken).size).toBe(400);
    for (const desk of desks)
      for (const year of [2025, 2026])
        expect(taken.filter((each) => each.startsWith(`${desk} ${year}`)).toSorted()).toEqual(
          Array.from({ length: 100 }, (_, i) => `${desk} ${year} ${i + 1}`).toSorted(),
        );
  });

  it('rises with what is recorded: whoever begins after another was answered has the higher number', async () => {
    const numbers = new ConsultationNumbers(world.databases);
    const desk = '00000000-0000-8000-8000-00000000d003';
    for (let n = 1; n <= 5; n++) expect(await numbers.next('01', desk, 2025)).toBe(n);
  });
});

interface Related {
  readonly about: { readonly kind: string; readonly id: string };
  readonly way: string;
  readonly state: string;
}

describe('what a consultation has to do with', () => {
  let related: World;
  let playing: Play;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    const scenario = readScenario(
      readFileSync(new URL('../../test/scenarios/consultations-related.json', import.meta.url), 'utf8'),
    );
    related = await World.open({
      connection: fresh.connection,
      queue: { kind: 'none' },
      queuePrefix: 'related',
      start: scenario.clock,
    });
    playing = new Play(related, scenario, 'related');
    await playing.all();
    close = fresh.drop;
  });
  afterAll(async () => {
    await related.close();
    await close();
  });

  const [FIRST, AGAIN] = [0, 1];
  const get = async <T>(user: string, path: string) => {
    const { status, body } = await playing.get(user, `/api/v1/${path}`);
    return { status, body: body as T };
  };
  const relatedTo = async (user: string, id: string) =>
    (await get<Related[]>(user, `cases/${id}/related-cases`)).body.map(({ about, way }) => [about.id, way]);

  it('is shown on both sides, a merge as well as what was split off', async () => {
    const [first, again] = [playing.idOfResult(FIRST), playing.idOfResult(AGAIN)];
    expect(await relatedTo('coordinator', first)).toEqual([[again, 'merged_into']]);
    const [merged, split = []] = await relatedTo('coordinator', again);
    expect(merged).toEqual([first, 'merged_here']);
    expect(split[1]).toBe('split_off');
    expect(await relatedTo('coordinator', String(split[0]))).toEqual([[again, 'split_from']]);
    const off = (await get<Shown>('coordinator', `cases/${split[0]}/timeline`)).body;
    expect(off.state).toBe('TRIAGED');
    expect(textsOf(off)).toEqual(['身寄りのことは別の困りごと（架空）']);
    // Its text is of the new consultation and not of the one that it was split from.
    expect(textsOf((await get<Shown>('coordinator', `cases/${again}/timeline`)).body)).toEqual(['相談（架空）']);
  });

  it('shows each reader only what that one may open, and nothing of a case of others', async () => {
    const [first, again] = [playing.idOfResult(FIRST), playing.idOfResult(AGAIN)];
    // The office asked the first, the clinic the other.
    expect(await relatedTo('manager', first)).toEqual([]);
    expect((await relatedTo('doctor', again)).map(([, way]) => way)).toEqual(['split_off']);
    for (const path of [`cases/${again}/related-cases`, `consultations/${again}/candidates`])
      expect((await get('manager', path)).status).toBe(404);
  });

  it('can be linked to cases of the same person and to the latest calls of the desk', async () => {
    const [again] = [playing.idOfResult(AGAIN)];
    const { body } = await get<Related[]>('coordinator', `consultations/${again}/candidates`);
    expect(body.map(({ about }) => about.id)).not.toContain(again);
    expect(body).toHaveLength(2);
  });

  it('warns of likely duplicates: the same asker or person, at one’s own desk, of the last days', async () => {
    const office = idOf('scenario', 'related', 'office');
    const duplicates = async (user: string, query: string) =>
      get<{ about: { id: string }; receivedAt: string; facts: { number: string } }[]>(
        user,
        `consultations/likely-duplicates?${query}`,
      );
    // The office's own first call is merged away, so that only the clinic's about the same person is left.
    expect((await duplicates('coordinator', `organization=${office}`)).body).toEqual([]);
    const patient = (await get<{ id: string }[]>('coordinator', 'patients')).body[0]?.id ?? '';
    const found = (await duplicates('coordinator', `patient=${patient}&organization=${office}`)).body;
    expect(found.map(({ about }) => about.id)).toContain(playing.idOfResult(AGAIN));
    expect(found[0]?.facts.number).toMatch(/^2025-\d{4}$/);
    expect((await duplicates('far-coordinator', `patient=${patient}`)).body).toEqual([]);
    expect((await duplicates('coordinator', '')).body).toEqual([]);
    expect((await duplicates('manager', `organization=${office}`)).status).toBe(403);
    expect((await duplicates('coordinator', 'patient=nobody')).status).toBe(422);
    await related.moveTo('2025-06-10T00:00:00Z');
    expect((await duplicates('coordinator', `patient=${patient}`)).body).toEqual([]);
  });
});

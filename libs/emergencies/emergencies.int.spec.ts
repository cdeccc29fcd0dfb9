import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { clientOf, freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { idOf, plusHours, toInstant } from '#kernel';
import type { EmergencyLooksOfMonth, EmergencyRecord } from './http/emergencies.dto.js';

let world: World;
let play: Play;
let client: pg.Client;
let drop: () => Promise<void>;
let clock: string;

beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  client = await clientOf(connection);
  const file = JSON.parse(readFileSync('test/scenarios/emergency-look.json', 'utf8')) as object;
  const scenario = readScenario(JSON.stringify({ ...file, until: '2025-06-02T09:10:00+09:00', steps: [], expect: {} }));
  clock = toInstant(scenario.until);
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'emergency', start: scenario.clock });
  play = new Play(world, scenario, 'emergency');
  await play.all();
});
afterAll(async () => {
  await world.close();
  await client.end();
  await drop();
});

const id = (name: string) => idOf('scenario', 'emergency', name);
interface Said {
  readonly status: number;
  readonly body: { readonly id: string; readonly code?: string; readonly errors?: { path: string }[] };
}
const post = async (user: string, path: string, body: object = {}) =>
  (await play.as(user, `/api/v1/${path}`, body, randomUUID())) as Said;
const get = async <T>(user: string, path: string) =>
  (await play.get(user, `/api/v1/${path}`)) as { status: number; body: T };
const later = async (hours: number): Promise<void> => {
  clock = plusHours(clock, hours);
  await world.moveTo(clock);
};
const opening = (user: string, more: object = {}) =>
  post(user, 'emergency-looks', {
    patient: id('patient'),
    reason: 'sudden_change',
    text: '外出先で倒れ、意識がない。',
    sections: ['contacts'],
    ...more,
  });

describe('somebody in an emergency who is nobody’s own patient', () => {
  it('is not there for a physician of elsewhere, is found by birth date and reading, and opened with a reason', async () => {
    expect((await get('dr-far', `patients/${id('patient')}`)).status).toBe(404);
    const found = await post('dr-far', 'patients/searches', {
      birthDate: '1938-02-11',
      kana: 'タカハシ　ハナ',
      for: 'OpenInEmergency',
    });
    expect(found).toMatchObject({ status: 200, body: { hits: [{ id: id('patient') }] } });
    for (const text of ['', 'あ']) expect((await opening('dr-far', { text })).status).toBe(422);
    expect((await opening('dr-far', { patient: randomUUID() })).status).toBe(404);
    expect((await opening('coordinator')).status).toBe(403);

    const { status, body } = await opening('dr-far');
    expect(status).toBe(201);
    const record = await get<EmergencyRecord>('dr-far', `emergency-looks/${body.id}/record`);
    expect(record).toMatchObject({
      status: 200,
      body: {
        person: { name: '髙橋 ハナ' },
        contacts: { careManager: { name: 'care-manager' }, primaryPhysician: { name: '富良野内科クリニック' } },
        handover: null,
        backup: null,
      },
    });
    // Nothing else of the person has opened, and nobody else reads it.
    expect((await get('dr-far', `patients/${id('patient')}`)).status).toBe(404);
    for (const other of ['hospital-staff', 'care-manager', 'admin', 'dr-a'])
      expect((await get(other, `emergency-looks/${body.id}/record`)).status).toBe(404);
  });

  it('is on record as what it was, and whoever answers for the person is told', async () => {
    const { rows } = await client.query<{ purpose: string; kinds: string[] }>(
      `SELECT purpose, kinds FROM read_log WHERE user_id = $1 AND about = $2 AND purpose LIKE 'emergency_look:%'`,
      [id('dr-far'), id('patient')],
    );
    expect(rows).toMatchObject([{ kinds: ['patient_identity'] }]);
    expect(rows[0]?.purpose).toMatch(/^emergency_look:sudden_change:[0-9a-f]{32}$/);
    const { rows: told } = await client.query<{ to_user: string }>(
      `SELECT to_user FROM message WHERE template = 'emergency_look.opened' ORDER BY to_user`,
    );
    expect(told.map(({ to_user: to }) => to)).toEqual(
      ['care-manager', 'dr-a', 'secretariat', 'admin', 'admin-2', 'dr-a2']
        .map(id)
        .filter((one) => one !== id('dr-a2'))
        .toSorted(),
    );
  });

  it('is closed to its opener by the clock, and by hand', async () => {
    const { body: first } = await opening('dr-far');
    const { body: second } = await opening('dr-far');
    expect((await post('dr-far', `emergency-looks/${second.id}/closings`)).status).toBe(201);
    expect((await get('dr-far', `emergency-looks/${second.id}/record`)).status).toBe(404);
    expect((await get('dr-far', `emergency-looks/${first.id}/record`)).status).toBe(200);
    await later(4.1);
    expect((await get('dr-far', `emergency-looks/${first.id}/record`)).status).toBe(404);
    // What is said of the look by whoever reviews it, he opens still; nobody is named there.
    const still = await get<{ patient: unknown }>('dr-far', `cases/${first.id}/timeline`);
    expect([still.status, still.body.patient]).toEqual([200, null]);
    expect(JSON.stringify(still.body)).not.toContain('髙橋');
  });

  it('is reviewed month by month, by somebody else, without names', async () => {
    const { status, body } = await get<EmergencyLooksOfMonth>('admin', 'emergency-looks?month=2025-06');
    expect(status).toBe(200);
    expect(body.looks).toHaveLength(3);
    expect(body.looks[0]).toMatchObject({ opener: 'dr-far', text: '外出先で倒れ、意識がない。', reviewable: true });
    expect(body.looks.reduce((all, { reads }) => all + reads, 0)).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('髙橋');
    expect((await get('dr-far', 'emergency-looks?month=2025-06')).status).toBe(403);
    expect((await get('admin', 'emergency-looks?month=2025-13')).status).toBe(422);
    const look = body.looks[0]?.id ?? '';
    expect((await post('dr-far', `emergency-looks/${look}/reviews`, { verdict: 'justified' })).status).toBe(403);
    expect((await post('admin', `emergency-looks/${look}/reviews`, { verdict: 'unjustified' })).status).toBe(201);
    const after = await get<EmergencyLooksOfMonth>('admin', 'emergency-looks?month=2025-06');
    expect(after.body.looks.at(-1)).toMatchObject({ id: look, verdict: 'unjustified', reviewer: 'admin' });
  });

  it('is not there where the address is hidden: by the search, by id, as if there were none', async () => {
    const hide = await post('care-manager', `patients/${id('patient')}/address-hidings`, {
      reason: '支援措置の申出。',
    });
    expect(hide.status).toBe(201);
    const search = { birthDate: '1938-02-11', kana: 'タカハシ', for: 'OpenInEmergency' };
    expect(await post('dr-far', 'patients/searches', search)).toMatchObject({ status: 200, body: { hits: [] } });
    const hidden = await opening('dr-far');
    const nobody = await opening('dr-far', { patient: randomUUID() });
    expect([hidden.status, hidden.body.code]).toEqual([nobody.status, nobody.body.code]);
    expect(hidden.status).toBe(404);
    expect(
      (await post('care-manager', `patients/${id('patient')}/address-showings`, { reason: '終わった。' })).status,
    ).toBe(201);
  });
});

describe('consent', () => {
  const patient = () => `patients/${id('patient')}`;

  it('withdrawn closes the person to the care team at once; given again it opens', async () => {
    const team = { careTeam: [id('dr-far')] };
    expect((await post('care-manager', `${patient()}/care-teams`, team)).status).toBe(201);
    expect((await get('dr-far', patient())).status).toBe(200);
    expect((await post('care-manager', `${patient()}/consent-withdrawals`)).status).toBe(201);
    expect((await get('dr-far', patient())).status).toBe(404);
    const refused = await post('care-manager', `${patient()}/care-teams`, { careTeam: [id('dr-far'), id('nurse')] });
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.path]).toEqual([
      422,
      'consent_missing',
      patient(),
    ]);
    await later(1);
    const consent = {
      kind: 'individual',
      purposes: ['care_team'],
      form: 'consent_form',
      formVersion: '2025-04',
      givenBy: 'guardian',
      giver: '後見 太郎',
      relation: '成年後見人',
    };
    expect((await post('care-manager', `${patient()}/consents`, consent)).status).toBe(201);
    expect((await get('dr-far', patient())).status).toBe(200);
  });

  it('stands in the ledger with its paper and who gave it; the name is in no event', async () => {
    const { body } = await get<{ ledger: object[]; sharing: object[] }>('care-manager', patient());
    expect(body.ledger[0]).toMatchObject({
      sort: 'consent',
      state: 'standing',
      formVersion: '2025-04',
      giver: '後見 太郎',
      relation: '成年後見人',
      recordedBy: 'care-manager',
    });
    expect(body.sharing).toEqual([
      { purpose: 'care_team', basis: 'consent' },
      { purpose: 'handover', basis: null },
      { purpose: 'service', basis: null },
      { purpose: 'emergency', basis: null },
    ]);
    const { rows } = await client.query(`SELECT FROM event WHERE payload::text LIKE '%後見 太郎%'`);
    expect(rows).toHaveLength(0);
  });

  it('by an exception opens the person to the team until that ends, and by no fact', async () => {
    expect((await post('care-manager', `${patient()}/consent-withdrawals`)).status).toBe(201);
    const exception = { ground: 'life', purposes: ['care_team'], reason: '意識がない。' };
    expect((await post('care-manager', `${patient()}/consent-exceptions`, exception)).status).toBe(201);
    expect((await get('dr-far', patient())).status).toBe(200);
    await later(73);
    expect((await get('dr-far', patient())).status).toBe(404);
  });

  it('recorded by mistake is taken back', async () => {
    await post('care-manager', `${patient()}/consents`, { form: 'contract' });
    expect((await get('dr-far', patient())).status).toBe(200);
    const { body } = await get<{ ledger: { id: string }[] }>('care-manager', patient());
    const entry = body.ledger[0]?.id;
    const retract = () =>
      post('care-manager', `${patient()}/consent-retractions`, { entry, reason: '別の方の書面だった。' });
    expect((await retract()).status).toBe(201);
    expect((await retract()).status).toBe(422);
    expect((await get('dr-far', patient())).status).toBe(404);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { idOf } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { World } from '../../apps/cli/scenario/world.js';
import type { ImportShown } from './http/imports.dto.js';

const START = '2025-06-02T09:00:00+09:00';
const ROWS = 20_000;
/** What is promised of so many rows, from the press to the result. */
const PROMISED_MS = 60_000;
const BUSY = ['READING', 'CHECKING', 'IMPORTING', 'UNDOING'];

const KANA = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];
/** Somebody of whom there is no second: the number in kana. */
const kanaOf = (n: number) => Array.from(String(n).padStart(5, '0'), (digit) => KANA[Number(digit)]).join('');

describe('a list of 20,000 persons', () => {
  let world: World;
  let client: pg.Client;
  let drop: () => Promise<void>;
  let authorization: string;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({
      connection: fresh.connection,
      queue: { kind: 'postgres' },
      queuePrefix: 'large',
      start: START,
    });
    await new Play(
      world,
      {
        name: 'A long list',
        clock: START,
        until: START,
        prefecture: '01',
        organizations: [{ id: 'desk', kind: 'help_desk', name: '架空相談窓口', municipality: '富良野市' }],
        users: [{ id: 'coordinator', role: 'coordinator', organization: 'desk' }],
        patients: [],
        steps: [],
        expect: {},
      },
      'large',
    ).all();
    client = await clientOf(fresh.connection);
    authorization = `Bearer ${await world.sessions.open('01', idOf('scenario', 'large', 'coordinator'))}`;
  });
  afterAll(async () => {
    await client.end();
    await world.close();
    await drop();
  });

  async function send(method: string, path: string, body?: Buffer | object): Promise<ImportShown> {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${await world.app.getUrl()}/api/v1/imports/${path}`, {
      method,
      headers: {
        authorization,
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    return (await response.json()) as ImportShown;
  }

  /** How long it takes, the steps of its progress, and the longest that a colleague waits meanwhile. */
  async function timed(id: string) {
    const from = Date.now();
    const steps = new Set<number>();
    let longest = 0;
    let writing = 0;
    for (;;) {
      const asked = Date.now();
      const shown = await send('GET', id);
      longest = Math.max(longest, Date.now() - asked);
      if (!BUSY.includes(shown.state))
        return { shown, ms: Date.now() - from, steps, longest, held: Date.now() - writing };
      steps.add(shown.percent);
      if (shown.percent >= 60) writing ||= Date.now();
      await pause(100);
    }
  }

  it('is checked and stored whole within a minute each, and says how far it is', async () => {
    const days = (n: number) => new Date(Date.UTC(1930, 0, 1 + (n % 7_000))).toISOString().slice(0, 10);
    const rows = Array.from(
      { length: ROWS },
      (_, n) => `架空 ${n}号,${kanaOf(n)},${days(n)},${n % 2 === 0 ? '男' : '女'},富良野市,架空町${n}番地`,
    );
    const id = randomUUID();
    await send(
      'PUT',
      `${id}?target=patients`,
      Buffer.from(`氏名,フリガナ,生年月日,性別,市町村,住所\n${rows.join('\n')}\n`),
    );
    const read = await timed(id);
    expect(read.shown).toMatchObject({ state: 'MAPPED', rows: ROWS });

    await send('PUT', `${id}/check`, {});
    const checked = await timed(id);
    expect(checked.shown).toMatchObject({ state: 'CHECKED', faults: 0, made: ROWS });

    await send('PUT', `${id}/run`);
    const done = await timed(id);
    expect(done.shown).toMatchObject({ state: 'DONE', made: ROWS });
    if (process.env['SHOW_TIMES'])
      process.stderr.write(
        `read ${read.ms} ms, checked ${checked.ms} ms, stored ${done.ms} ms; longest wait ${checked.longest} and ${done.longest} ms; written in ${done.held} ms\n`,
      );
    expect(checked.steps.size).toBeGreaterThan(3);
    expect(done.steps.size).toBeGreaterThan(3);
    expect(read.ms + checked.ms).toBeLessThan(PROMISED_MS);
    expect(done.ms).toBeLessThan(PROMISED_MS);
    const stored = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE type = 'PatientRegistered'`,
    );
    expect(stored.rows[0]?.n).toBe(ROWS);
    const faults = await client.query(`SELECT FROM event GROUP BY prefecture HAVING max(position) <> count(*)`);
    expect(faults.rowCount).toBe(0);
  }, 300_000);
});

import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { commitOf, eventOf, freshDatabase } from '#test/database.js';
import { invalidState, type Recorded } from '#kernel';
import { TEST_MASTER } from '#test/vault.js';
import { CONNECTION, Databases } from '../database/databases.js';
import { MASTER_KEYS, Vault } from '../vault/vault.js';
import { EventLog } from './event-log.js';
import { Follows, type Follower } from './follower.js';
import { Followers } from './followers.js';

@Follows('test.listener')
@Injectable()
class Listener implements Follower {
  readonly heard: Recorded[] = [];
  readonly on = {
    Heard: (event: Recorded) => void this.heard.push(event),
    Refused: () => Promise.reject(invalidState('DoIt', 'DONE')),
    Broken: () => Promise.reject(new Error('away')),
  };
}

@Follows('test.other')
@Injectable()
class Other implements Follower {
  readonly heard: Recorded[] = [];
  readonly on = { Another: (event: Recorded) => void this.heard.push(event) };
}

describe('followers', () => {
  let app: INestApplicationContext;
  let log: EventLog;
  let followers: Followers;
  let listener: Listener;
  let drop: () => Promise<void>;
  const prefecture = '01';

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    @Module({
      imports: [DiscoveryModule],
      providers: [
        { provide: CONNECTION, useValue: fresh.connection },
        { provide: MASTER_KEYS, useValue: () => [TEST_MASTER] },
        Databases,
        Vault,
        EventLog,
        Followers,
        Listener,
        Other,
      ],
    })
    class Small {}
    app = await NestFactory.createApplicationContext(Small, { logger: ['error'] });
    [log, followers, listener] = [app.get(EventLog), app.get(Followers), app.get(Listener)];
  });
  afterAll(async () => {
    await app.close();
    await drop();
  });

  /** One commit with events of these types; answers the position of the last. */
  const append = async (...types: readonly string[]): Promise<number> => {
    const stream = randomUUID();
    const events = types.map((type, i) => eventOf(stream, i + 1, { type }));
    return (await log.append(commitOf(stream, 0, { prefecture, count: types.length, events }))).position;
  };
  const checkpoint = async (name = 'test.listener'): Promise<number | undefined> => {
    const { rows } = await app
      .get(Databases)
      .writer.query<{ position: number }>('SELECT position FROM follower WHERE name = $1', [name]);
    return rows[0]?.position;
  };

  it('hear what they name, each once and in order, however many there are', async () => {
    const types = Array.from({ length: 1_300 }, (_, i) => (i % 2 === 0 ? 'Heard' : 'Passed'));
    const end = await append(...types);
    expect(await followers.catchUp()).toBe(true);
    expect(listener.heard.map(({ position }) => position)).toEqual(
      types.flatMap((_, i) => (i % 2 === 0 ? [i + 1] : [])),
    );
    expect(await checkpoint()).toBe(end);
  });

  it('pass over what they do not hear, however much it is', async () => {
    for (let i = 0; i < 3; i++) await append(...Array<string>(3_700).fill('Passed'));
    const before = listener.heard.length;
    const end = await append('Passed', 'Heard', 'Passed');
    expect(await followers.catchUp()).toBe(true);
    expect(listener.heard.slice(before).map(({ position }) => position)).toEqual([end - 1]);
    expect(await checkpoint()).toBe(end);
    expect(await followers.reached(prefecture, end, ['test.listener'])).toBe(true);
  });

  it('go on after what they asked for was refused, and wait where something is broken', async () => {
    const before = listener.heard.length;
    const refused = await append('Refused', 'Heard');
    expect(await followers.catchUp()).toBe(true);
    expect(listener.heard.slice(before).map(({ position }) => position)).toEqual([refused]);
    const broken = await append('Broken', 'Heard');
    await expect(followers.catchUp()).rejects.toThrow('stuck');
    expect(await checkpoint()).toBe(refused);
    await app.get(Databases).writer.query('UPDATE follower SET position = $1', [broken]);
  });

  it('pass together over what is for others, and one that is at work elsewhere stays where it is', async () => {
    const other = app.get(Other);
    const heard = await append('Heard');
    await followers.catchUp();
    expect([await checkpoint(), await checkpoint('test.other')]).toEqual([heard, heard]);
    const [before, end] = [listener.heard.length, await append('Another', 'Passed')];
    await app.get(Databases).writing(async (elsewhere) => {
      await elsewhere.query(`SELECT FROM follower WHERE name = 'test.listener' FOR UPDATE`);
      await followers.catchUp();
      expect([await checkpoint(), await checkpoint('test.other')]).toEqual([heard, end]);
    });
    expect(other.heard.map(({ position }) => position)).toEqual([end - 1]);
    await followers.catchUp();
    expect(await checkpoint()).toBe(end);
    expect(listener.heard).toHaveLength(before);
    expect(other.heard).toHaveLength(1);
  });

  it('are waited for by name: no other holds up a read, and one that has not begun does', async () => {
    const query = (sql: string, ...values: unknown[]) => app.get(Databases).writer.query(sql, [prefecture, ...values]);
    const end = await append('Passed');
    await followers.catchUp();
    await query(`INSERT INTO follower (prefecture, name) VALUES ($1, 'test.gone')`);
    expect(await followers.reached(prefecture, end, ['test.listener'])).toBe(true);
    await query('DELETE FROM follower WHERE prefecture = $1');
    expect(await followers.reached(prefecture, end, ['test.listener'])).toBe(false);
    for (const name of ['test.listener', 'test.other'])
      await query('INSERT INTO follower (prefecture, name, position) VALUES ($1, $2, $3)', name, end);
  });

  it('rest when they have read everything', async () => {
    const before = listener.heard.length;
    expect(await followers.catchUp()).toBe(false);
    expect(listener.heard).toHaveLength(before);
  });
});

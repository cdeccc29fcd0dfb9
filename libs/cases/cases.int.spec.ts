import { jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { areaTreeKind, organizationKind, patientKind, userKind, areaTreeId } from '#directory';
import { DomainError, type Actor } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import { areasOf } from '../../apps/cli/scenario/play.js';
import { KINDS } from '../../apps/contexts.js';
import { World } from '../../apps/cli/scenario/world.js';
import { ApiModule } from '../../apps/api/api.module.js';
import type { Answer, Ask } from './ask.js';
import { Cases } from './cases.js';
import type { AnyKind } from './kinds.js';
import { Promises, type PromiseObligation } from './promise.js';

const START = '2025-06-02T00:00:00.000Z';
const SETUP: Actor = { system: 'worker', job: 'test' };

let world: World;
/** Another process on the same database. */
let other: INestApplicationContext;
let admin: pg.Client;
let drop: () => Promise<void>;
let [hospital, office, nurse, manager] = ['', '', '', ''];

const ask = <C>(command: C, rest: Partial<Ask<C>> = {}): Ask<C> => ({
  prefecture: '01',
  id: null,
  command,
  actor: SETUP,
  key: randomUUID(),
  bodyHash: 'aa',
  ...rest,
});
const patient = (rest: Partial<Ask<object>> = {}): Promise<Answer> =>
  world.cases.execute(
    patientKind,
    ask({ type: 'RegisterPatient', municipality: '富良野市', consent: true } as const, rest as object),
  );
const promised = (said: Ask<PromiseObligation>): Promise<Answer> => world.app.get(Promises).execute(said);
const refusal = (command: Promise<unknown>): Promise<string> =>
  command.then(
    () => 'accepted',
    (error: Error) => (error instanceof DomainError ? error.code : String(error)),
  );
const codes = async (commands: readonly Promise<unknown>[]) => (await Promise.all(commands.map(refusal))).toSorted();

beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  const options = { connection, queue: { kind: 'none' }, queuePrefix: 'cases' } as const;
  world = await World.open({ ...options, start: START });
  other = await NestFactory.createApplicationContext(ApiModule.of({ ...options, queuePrefix: 'other' }), {
    logger: false,
  });
  admin = await clientOf(connection);
  const areas = await areasOf('01');
  await world.cases.execute(areaTreeKind, ask({ type: 'ImportAreas', ...areas }, { id: areaTreeId('01') }));
  const organization = async (kind: 'hospital' | 'care_management_office') =>
    (
      await world.cases.execute(
        organizationKind,
        ask({ type: 'RegisterInstitution', kind, name: kind, municipality: '富良野市' } as const),
      )
    ).id;
  [hospital, office] = [await organization('hospital'), await organization('care_management_office')];
  const user = async (role: 'discharge_nurse' | 'care_manager', at: string) =>
    (await world.cases.execute(userKind, ask({ type: 'RegisterUser', role, organization: at } as const))).id;
  [nurse, manager] = [await user('discharge_nurse', hospital), await user('care_manager', office)];
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await other.close();
  await drop();
});

describe('a command', () => {
  it('said again under its key gives the same answer and has one effect', async () => {
    const key = randomUUID();
    const first = await patient({ key });
    const again = await patient({ key });
    expect(again).toEqual(first);
    const { rowCount } = await admin.query('SELECT FROM event WHERE stream = $1', [first.id]);
    expect(rowCount).toBe(1);
  });

  it('said twice at one moment is one command', async () => {
    const key = randomUUID();
    const twins = await Promise.all(Array.from({ length: 10 }, () => patient({ key })));
    expect(new Set(twins.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { rows } = await admin.query<{ n: string }>(`SELECT count(*) AS n FROM event WHERE stream = $1`, [
      twins[0]?.id,
    ]);
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it('is refused when its key stands for something else, and not when it is another person’s key', async () => {
    const key = randomUUID();
    await patient({ key });
    expect(await refusal(patient({ key, bodyHash: 'bb' }))).toBe('idempotency_key_reused');
    expect(await refusal(patient({ key: key.replace(/^./, (c) => (c === '0' ? '1' : '0')), bodyHash: 'bb' }))).toBe(
      'accepted',
    );
  });

  it('that was refused may be said again under its key, mended', async () => {
    const key = randomUUID();
    const wrong = ask({ type: 'RegisterPatient', municipality: 'どこでもない' } as const, { key });
    expect(await refusal(world.cases.execute(patientKind, wrong))).toBe('invalid_input');
    expect(await refusal(patient({ key, bodyHash: 'bb' }))).toBe('accepted');
  });

  it('for a version that is gone is stale; without one it is decided again on what stands now', async () => {
    const { id } = await patient();
    const consent = (rest: Partial<Ask<object>>) =>
      world.cases.execute(
        patientKind,
        ask({ type: 'WithdrawConsent' } as const, { id, ...rest } as Partial<Ask<{ type: 'WithdrawConsent' }>>),
      );
    expect(await refusal(consent({ ifMatch: 7 }))).toBe('stale_version');
    expect(await codes([1, 1, 1].map((ifMatch) => consent({ ifMatch })))).toEqual([
      'accepted',
      'stale_version',
      'stale_version',
    ]);
    const { rows } = await admin.query<{ seq: number }>('SELECT seq FROM event WHERE stream = $1 ORDER BY seq', [id]);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('says nothing of a case that the caller does not see: not by its version, not by its state', async () => {
    const { id } = await patient();
    const stranger: Actor = { userId: randomUUID(), role: 'care_manager', orgId: randomUUID() };
    const answers = await Promise.all(
      [id, randomUUID()].flatMap((of) =>
        [undefined, 0, 1, 7].map((ifMatch) =>
          refusal(
            world.cases.execute(
              patientKind,
              ask({ type: 'GiveConsent' } as const, {
                id: of,
                actor: stranger,
                ...(ifMatch !== undefined && { ifMatch }),
              }),
            ),
          ),
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['not_found']));
  });

  it('to an id of another kind is to nothing', async () => {
    const { id } = await patient();
    const officer: Actor = { userId: nurse, role: 'admin', orgId: hospital };
    for (const kind of KINDS as unknown as readonly AnyKind[])
      for (const [type, { route, begins }] of Object.entries(kind.commands)) {
        if (!route || begins || kind.kind === 'patient') continue;
        const said = ask({ type }, { id, actor: officer });
        expect([type, await refusal(world.cases.execute(kind, said))]).toEqual([type, 'not_found']);
        // A worker's may pass without effect: it comes late, or twice.
        await refusal(world.cases.execute(kind, ask({ type }, { id })));
      }
    const { rows } = await admin.query('SELECT DISTINCT kind FROM event WHERE stream = $1', [id]);
    expect(rows).toEqual([{ kind: 'patient' }]);
  });

  it('cannot have happened in the future', async () => {
    expect(await refusal(patient({ occurredAt: '2025-06-02T00:00:00.001Z' }))).toBe('invalid_input');
    expect(await refusal(patient({ occurredAt: START }))).toBe('accepted');
  });
});

describe('what commands look up and keep', () => {
  it('is looked up again once any of it has changed, in this process or another', async () => {
    const named = (process: Pick<Cases, 'execute'>, organization: string) =>
      refusal(process.execute(userKind, ask({ type: 'RegisterUser', role: 'care_manager', organization } as const)));
    // Both have looked, and know that there is no such institution.
    const id = randomUUID();
    expect([await named(world.cases, id), await named(other.get(Cases), id)]).toEqual([
      'invalid_input',
      'invalid_input',
    ]);
    await other
      .get(Cases)
      .execute(
        organizationKind,
        ask({ type: 'RegisterInstitution', kind: 'clinic', name: 'clinic', municipality: '富良野市' } as const, { id }),
      );
    expect([await named(world.cases, id), await named(other.get(Cases), id)]).toEqual(['accepted', 'accepted']);
  });

  it('is asked of the database once, and not again by each command', async () => {
    const looked = jest.spyOn(world.databases.writer, 'query');
    const looks = () =>
      looked.mock.calls.filter(([statement]) => (statement as unknown as { name?: string }).name === 'heads-of').length;
    await other
      .get(Cases)
      .execute(
        organizationKind,
        ask({ type: 'RegisterInstitution', kind: 'clinic', name: 'another', municipality: '富良野市' } as const),
      );
    await patient();
    const before = looks();
    for (let n = 0; n < 3; n++) await patient();
    const after = looks();
    looked.mockRestore();
    expect(after - before).toBe(0);
    // Somebody else's institution makes it look again.
    expect(before).toBeGreaterThan(0);
  });
});

describe('a case', () => {
  /** Over HTTP, as a hospital does it. */
  async function admit(person: string): Promise<{ status: number; body: { id?: string; code?: string } }> {
    const token = await world.sessions.open('01', nurse);
    const answer = await world.post(
      '/api/v1/handovers',
      { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      { patient: person, hospital, admittedAt: START, admissionKind: 'planned', careManager: manager },
    );
    return answer as never;
  }

  it('is begun once for a patient, however many begin it at one moment', async () => {
    const { id } = await patient();
    const answers = await Promise.all(Array.from({ length: 6 }, () => admit(id)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409', '409', '409', '409']);
    expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(Array(5).fill('already_exists'));
    const { rows } = await admin.query(`SELECT FROM claim WHERE claim = $1`, [`discharge_case:${id}`]);
    expect(rows).toHaveLength(1);
  });

  it('opens its obligations in the same commit, and a promise of each is its owner’s alone', async () => {
    const { id } = await patient();
    const { body } = await admit(id);
    const { rows } = await admin.query<{ id: string; step: string; owed_by: string; same: boolean }>(
      `SELECT o.id, o.step, o.owed_by, bool_and(e.xmin = o.xmin) AS same FROM obligation o JOIN event e ON e.correlation_id = o.case_id
        WHERE o.case_id = $1 GROUP BY o.prefecture, o.case_id, o.id ORDER BY o.step`,
      [body.id],
    );
    expect(rows.map(({ step, owed_by, same }) => [step, owed_by, same])).toEqual([
      ['admission_information', office, true],
      ['screening', hospital, true],
    ]);
    const promise = (actor: Actor, until: string, obligation = rows[0]?.id ?? '', key = randomUUID()) =>
      promised(ask({ type: 'PromiseObligation', until } as const, { id: obligation, actor, key }));
    const theirs: Actor = { userId: manager, role: 'care_manager', orgId: office };
    const ours: Actor = { userId: nurse, role: 'discharge_nurse', orgId: hospital };
    const tomorrow = '2025-06-03T00:00:00.000Z';
    expect(await refusal(promise(ours, tomorrow))).toBe('not_found');
    expect(await refusal(promise(theirs, START))).toBe('invalid_input');
    // 31 days of a routine step, to the minute.
    expect(await refusal(promise(theirs, '2025-07-03T00:01:00.000Z'))).toBe('invalid_input');
    expect(await refusal(promise(theirs, tomorrow, randomUUID()))).toBe('not_found');
    const key = randomUUID();
    const said = await promise(theirs, tomorrow, rows[0]?.id, key);
    expect(said).toMatchObject({ state: 'promised' });
    expect(await promise(theirs, tomorrow, rows[0]?.id, key)).toEqual(said);
  });

  it('takes a promise made while somebody else writes the row: whoever is slower looks again, and none fails', async () => {
    const { id } = await patient();
    const { body } = await admit(id);
    const { rows } = await admin.query<{ id: string }>(
      `SELECT id FROM obligation WHERE case_id = $1 AND step = 'admission_information'`,
      [body.id],
    );
    const actor: Actor = { userId: manager, role: 'care_manager', orgId: office };
    const promises = ['2025-06-03T00:00:00.000Z', '2025-06-04T00:00:00.000Z', '2025-06-05T00:00:00.000Z'].map((until) =>
      promised(ask({ type: 'PromiseObligation', until } as const, { id: rows[0]?.id ?? '', actor })),
    );
    expect(await codes(promises)).toEqual(['accepted', 'accepted', 'accepted']);
  });
});

import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { freshDatabase } from '#test/database.js';
import { areaId } from './domain/area-tree.js';

const FURANO = areaId('01', 'home_care_area', '富良野');
const TOWN = '012297';
const ASAHIKAWA = '012041';
const TODAY = '2025-06-02';

interface Shown {
  readonly key: string;
  readonly value: unknown;
  readonly standard: unknown;
  readonly source: string | null;
  readonly name: { readonly ja: string; readonly en: string };
  readonly area: { readonly id: string; readonly name: string } | null;
  readonly since: string | null;
  readonly decided: { readonly by: { readonly name: string } | null; readonly reason: string | null } | null;
  readonly coming: readonly { readonly from: string; readonly value: unknown }[];
}
interface Rules {
  readonly contexts: readonly { readonly context: string; readonly rules: readonly Shown[] }[];
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

let drop: () => Promise<void>;
let world: World;
let play: Play;

/** An area with a base, a hospital and an office, in which people lie in hospital. */
beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  const file = JSON.parse(readFileSync('test/scenarios/happy-path.json', 'utf8')) as {
    patients: { id: string }[];
    users: object[];
    organizations: object[];
    steps: { at: string; do: string; save?: string; with?: Record<string, unknown> }[];
  };
  const admit = file.steps.find((step) => step.do === 'RegisterAdmission');
  if (!admit) throw new Error('the story begins with an admission');
  const many = Array.from({ length: 6 }, (_, i) => ({
    ...file.patients[0],
    id: `lies-${i}`,
    name: `試験 ${'一二三四五六'[i]}`,
    birthDate: `194${i}-01-0${i + 1}`,
  }));
  const scenario = readScenario(
    JSON.stringify({
      ...file,
      clock: `${TODAY}T08:00:00+09:00`,
      until: `${TODAY}T12:00:00+09:00`,
      patients: many,
      users: [
        ...file.users,
        { id: 'rules-base', role: 'base_secretariat', organization: 'rules-base-org' },
        { id: 'rules-admin', role: 'admin', organization: 'rules-base-org' },
        { id: 'elsewhere', role: 'base_secretariat', organization: 'elsewhere-org' },
      ],
      organizations: [
        ...file.organizations,
        { id: 'rules-base-org', kind: 'cooperation_base', name: '富良野の拠点', municipality: '富良野市' },
        { id: 'elsewhere-org', kind: 'cooperation_base', name: '旭川の拠点', municipality: '旭川市' },
      ],
      steps: many.map(({ id }, i) => ({
        ...admit,
        at: `${TODAY}T10:0${i}:00+09:00`,
        save: `stay-${i}`,
        with: { ...admit.with, patient: id, admittedAt: `${TODAY}T10:00:00+09:00` },
      })),
      expect: {},
    }),
  );
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'area-values', start: scenario.clock });
  play = new Play(world, scenario, 'area-values');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
});
afterAll(async () => {
  await world.close();
  await drop();
});

const read = (user: string, path: string) => play.get(user, `/api/v1/${path}`);
const rulesOf = async (area = TOWN, user = 'rules-base', query = '') =>
  (await read(user, `areas/${area}/rules${query}`)).body as Rules;
const rule = ({ contexts }: Rules, context: string, key: string): Shown => {
  const found = contexts.find((one) => one.context === context)?.rules.find((one) => one.key === key);
  if (!found) throw new Error(`${context}.${key} is not there`);
  return found;
};
const agreed = { elsewhere: { name: '富良野の協議会', heldOn: '2025-05-20' } };
const change = (user: string, said: object, key = randomUUID()) =>
  play.as(
    user,
    '/api/v1/rule-changes',
    { context: 'handovers', area: TOWN, reason: 'fewer_leaks', agreed, ...said },
    key,
  );
const preview = (user: string, said: object) =>
  play.as(
    user,
    '/api/v1/rule-previews',
    { context: 'handovers', area: TOWN, effectiveFrom: TODAY, ...said },
    randomUUID(),
  );

describe('the rules of an area', () => {
  it('are all that there is, each with what it means in both languages, its source, and its default', async () => {
    const rules = await rulesOf();
    const all = rules.contexts.flatMap((one) => one.rules);
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(({ name }) => name.ja === '' || name.en === '')).toEqual([]);
    expect(rule(rules, 'handovers', 'recoveryDays')).toMatchObject({ value: 7, standard: 7, area: null, since: null });
    expect(rule(rules, 'handovers', 'recoveryDays').source).not.toBeNull();
    expect(rule(rules, 'handovers', 'feedbackDays').source).toBeNull();
    expect(rule(rules, 'promises', 'routineDays').value).toBe(31);
    expect(rule(rules, 'issues', 'leakLevel').value).toBe(4);
  });

  it('are there for whoever decides about them, and an area of others is not there', async () => {
    expect((await read('rules-base', `areas/${TOWN}/rules`)).status).toBe(200);
    expect((await read('rules-admin', `areas/${ASAHIKAWA}/rules`)).status).toBe(200);
    const missing = await read('rules-base', 'areas/999999/rules');
    for (const path of [
      `areas/${ASAHIKAWA}/rules`,
      'areas/01/rules',
      `areas/${ASAHIKAWA}/rules/handovers/feedbackDays`,
    ]) {
      const answer = await read('rules-base', path);
      expect([answer.status, answer.body]).toEqual([404, missing.body]);
    }
    expect((await read('elsewhere', `areas/${TOWN}/rules`)).status).toBe(404);
    expect((await preview('elsewhere', { set: { feedbackDays: 20 } })).status).toBe(404);
    for (const path of ['rule-areas', `areas/${TOWN}/rules`, `areas/${TOWN}/rules/handovers/feedbackDays`])
      expect((await read('nurse', path)).status).toBe(403);
    expect((await preview('nurse', { set: { feedbackDays: 20 } })).status).toBe(403);
    const areas = (await read('rules-base', 'rule-areas')).body as { id: string }[];
    expect(areas.map(({ id }) => id)).toEqual(expect.arrayContaining([TOWN, FURANO]));
    expect(areas.map(({ id }) => id)).not.toContain(ASAHIKAWA);
  });

  it.each(['areas/012297/rules?on=tomorrow', 'areas/012297/rules/handovers/toString', 'areas/012297/rules/weather/x'])(
    'answer nonsense with what to do: %s',
    async (path) => {
      expect([404, 422]).toContain((await read('rules-base', path)).status);
    },
  );
});

describe('a change of rules', () => {
  it('keeps what is not named, is inherited, goes on in what is decided for later, and can be withdrawn', async () => {
    expect((await change('rules-base', { effectiveFrom: '2025-07-01', set: { recoveryDays: 10 } })).status).toBe(201);
    expect((await change('rules-base', { effectiveFrom: TODAY, set: { feedbackDays: 20 } })).status).toBe(201);
    expect(
      (
        await change('rules-admin', {
          area: FURANO,
          effectiveFrom: TODAY,
          set: { feedbackDays: 25, answerBusinessDays: 2 },
        })
      ).status,
    ).toBe(201);
    const now = await rulesOf();
    expect(rule(now, 'handovers', 'feedbackDays')).toMatchObject({
      value: 20,
      area: { id: TOWN },
      since: TODAY,
      decided: { reason: 'fewer_leaks' },
    });
    expect(rule(now, 'handovers', 'answerBusinessDays')).toMatchObject({ value: 2, area: { name: '富良野' } });
    expect(rule(now, 'handovers', 'recoveryDays')).toMatchObject({
      value: 7,
      area: null,
      coming: [{ from: '2025-07-01', value: 10 }],
    });
    const later = await rulesOf(TOWN, 'rules-base', '?on=2025-07-15');
    expect(rule(later, 'handovers', 'recoveryDays').value).toBe(10);
    expect(rule(later, 'handovers', 'feedbackDays')).toMatchObject({ value: 20, since: TODAY });
    // Another municipality of the area has decided nothing.
    expect(rule(await rulesOf('014630'), 'handovers', 'feedbackDays').value).toBe(25);

    expect(
      (await change('rules-base', { effectiveFrom: TODAY, withdrawn: ['feedbackDays'], reason: 'correction' })).status,
    ).toBe(201);
    const after = await rulesOf();
    expect(rule(after, 'handovers', 'feedbackDays')).toMatchObject({ value: 25, area: { name: '富良野' } });
    expect(rule(after, 'handovers', 'recoveryDays').coming).toHaveLength(1);

    const { body } = await read('rules-base', `areas/${TOWN}/rules/handovers/feedbackDays`);
    const page = body as {
      entries: {
        area: { id: string };
        from: string;
        value?: number;
        before?: number;
        reason: string;
        agreed: { name: string };
      }[];
      tiers: { area: { id: string }; value?: number }[];
    };
    expect(
      page.entries.map(({ area, value, before, reason }) => [area.id, before ?? null, value ?? null, reason]),
    ).toEqual([
      [TOWN, 20, null, 'correction'],
      [FURANO, null, 25, 'fewer_leaks'],
      [TOWN, null, 20, 'fewer_leaks'],
    ]);
    expect(page.entries.map((entry) => entry.agreed.name)).toEqual(Array(3).fill('富良野の協議会'));
    expect(page.tiers.find(({ area }) => area.id === FURANO)?.value).toBe(25);
    expect(page.tiers.at(-1)?.value).toBeUndefined();
  });

  it('is recorded once, however often it is sent', async () => {
    const key = randomUUID();
    const said = { context: 'services', effectiveFrom: TODAY, set: { answerBusinessDays: 5 } };
    const [one, two] = [await change('rules-base', said, key), await change('rules-base', said, key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    const { body } = await read('rules-base', `areas/${TOWN}/rules/services/answerBusinessDays`);
    expect((body as { entries: unknown[] }).entries).toHaveLength(1);
  });

  it.each([
    [{ effectiveFrom: '2025-06-01', set: { recoveryDays: 9 } }, ['effectiveFrom in_the_past']],
    [{ effectiveFrom: TODAY, set: { recoveryDays: 9999 } }, ['set.recoveryDays out_of_range']],
    [{ effectiveFrom: TODAY, set: { recoveryDays: '9' } }, ['set.recoveryDays wrong_type']],
    [{ effectiveFrom: TODAY, set: { former: 1 } }, ['set.former unknown_rule']],
    [{ effectiveFrom: TODAY, withdrawn: ['nothing'] }, ['withdrawn[0] unknown_rule']],
    [{ effectiveFrom: TODAY, set: { recoveryDays: 9 }, withdrawn: ['recoveryDays'] }, ['withdrawn[0] duplicate']],
    [{ effectiveFrom: TODAY, set: { shortNoticeDays: 3 }, reason: 'because' }, ['reason unknown_code']],
    [{ effectiveFrom: TODAY, set: { shortNoticeDays: 3 }, agreed: undefined }, ['agreed missing']],
    [{ effectiveFrom: TODAY, set: {} }, ['set invalid_input']],
    [{ effectiveFrom: TODAY, set: { x: 1 }, area: 'ZZ99' }, ['area wrong_form']],
    [{ effectiveFrom: TODAY, set: { x: 1 }, context: 'weather' }, ['context invalid_input']],
  ])('that cannot hold is refused with what to mend: %j', async (said, faults) => {
    const { status, body } = await change('rules-base', said);
    expect(status).toBe(422);
    expect((body as Problem).errors?.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });

  it('is refused for an area of others, and to whoever does not decide about rules', async () => {
    const said = { effectiveFrom: TODAY, set: { recoveryDays: 8 } };
    expect((await change('elsewhere', said)).status).toBe(403);
    expect((await change('nurse', said)).status).toBe(403);
    expect(rule(await rulesOf(), 'handovers', 'recoveryDays').value).toBe(7);
  });
});

describe('what a change would do', () => {
  const dues = async (said: object) => {
    const { status, body } = await preview('rules-base', said);
    expect(status).toBe(200);
    return body as {
      municipalities: number;
      unchanged: number;
      dues: Record<string, number | null> | null;
      issues: Record<string, number> | null;
    };
  };

  it('is counted over what is open, and written nowhere', async () => {
    const sooner = await dues({ set: { familyInterviewDays: 2 } });
    expect(sooner.municipalities).toBe(1);
    expect(sooner.dues).toMatchObject({ later: 0 });
    const later = await dues({ set: { screeningDays: 12, screeningDaysStrong: 12 } });
    expect(later.dues).toMatchObject({ later: 6, earlier: 0, atOnce: 0 });
    const information = await dues({ set: { admissionInformationDay: 2 } });
    expect(information.dues).toMatchObject({ earlier: 6, later: 0, atOnce: 0 });
    const ladder = await dues({ set: { chaseOffsets: [-1, 0, 1, 2, 4] } });
    expect(ladder.dues?.['chasedOtherwise']).toBeGreaterThanOrEqual(6);
    expect(rule(await rulesOf(), 'handovers', 'screeningDays').value).toBe(7);
  });

  it('says what is due at once', async () => {
    await world.moveTo('2025-06-03T23:00:00.000Z');
    const { dues: found } = await dues({ effectiveFrom: '2025-06-04', set: { admissionInformationDay: 2 } });
    expect(found).toMatchObject({ earlier: 6, atOnce: 6 });
  });

  it('keeps back small numbers, and says of thresholds what would become of issues', async () => {
    const few = await preview('rules-admin', { context: 'packs', set: { leastCases: 9 }, effectiveFrom: '2025-06-04' });
    expect(few.body).toMatchObject({ dues: null, issues: null });
    await change('rules-admin', { context: 'packs', effectiveFrom: '2025-06-04', set: { leastCases: 9 } });
    const { dues: hidden } = await dues({ effectiveFrom: '2025-06-04', set: { admissionInformationDay: 2 } });
    expect(hidden).toMatchObject({ earlier: null, looked: null });
    const lower = { context: 'issues', effectiveFrom: '2025-06-04', set: { cases: 1, organizations: 1 } };
    expect((await dues(lower)).issues).toEqual({ arising: 0, falling: 0 });
    const signal = { scene: 'daily_care', issueType: 'lack_of_resource', severity: 1, municipality: '富良野市' };
    expect((await play.as('coordinator', '/api/v1/issue-signals', signal, randomUUID())).status).toBe(201);
    await world.settle();
    // One key would be an issue: too few to be told, and no longer none.
    expect((await dues(lower)).issues).toEqual({ arising: null, falling: 0 });
  });

  it('does nothing where narrower areas have decided for themselves', async () => {
    await change('rules-base', { context: 'consultations', effectiveFrom: '2025-06-04', set: { longOpenDays: 40 } });
    const wide = await dues({
      context: 'consultations',
      area: FURANO,
      effectiveFrom: '2025-06-04',
      set: { longOpenDays: 50 },
    });
    expect([wide.municipalities, wide.unchanged]).toEqual([4, 1]);
  });
});

import { built, openGraph, PREFECTURE, withKeysOf } from '../../faults/lib/region.mjs';

export const ELSEWHERE = '02';
/** Two small prefectures that are known by heart: where the rows happen, and where strangers are. */
export const HERE = '02';
export const STRANGERS = '03';

/** The code of its one municipality, with its check digit. */
const TOWN = { [HERE]: '020001', [STRANGERS]: '030007' };

/** A database with nothing but the two, and a session for everybody in both. */
export const setUpTwo = (dataDir) =>
  onDatabase(dataDir, false, async (app) => {
    for (const prefecture of [HERE, STRANGERS]) await fillSmall(app, prefecture);
    return everybody(app, [HERE, STRANGERS]);
  });

/**
 * The demo region with its hundred days of live cases, a small second prefecture beside it, and a session for everybody
 * in both: every role, several areas.
 */
export const setUpRegion = (dataDir) =>
  onDatabase(dataDir, true, async (app) => {
    await fillSmall(app, ELSEWHERE);
    return everybody(app, [PREFECTURE, ELSEWHERE]);
  });

async function onDatabase(dataDir, demo, fill) {
  withKeysOf(dataDir);
  const platform = await built('libs/platform/index.js');
  const { prepareDatabase } = await built('apps/cli/prepare-database.js');
  const postgres = await platform.startEmbeddedPostgres({ dataDir });
  try {
    const connection = { ...postgres.connection, database: 'tsunagi' };
    await prepareDatabase(connection, demo, () => undefined);
    const app = await openGraph(connection);
    try {
      return await fill(app);
    } finally {
      await app.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** The id of what `fillSmall` makes, by its kind or role. */
export const smallId = (idOf, prefecture, name) => idOf(`hostile ${prefecture}`, name);

async function fillSmall(app, prefecture) {
  const { idOf } = await built('libs/kernel/index.js');
  const { areaTreeKind, organizationKind, userKind, patientKind, areaTreeId } = await built('libs/directory/index.js');
  const { Cases } = await built('libs/cases/index.js');
  const cases = app.get(Cases, { strict: false });
  const id = (name) => smallId(idOf, prefecture, name);
  const run = (kind, of, command, personal = []) =>
    cases.execute(kind, {
      prefecture,
      id: of,
      key: idOf('hostile-key', of),
      actor: { system: 'worker', job: 'hostile' },
      command,
      personal,
    });
  const municipality = '架空市';
  await run(areaTreeKind, areaTreeId(prefecture), {
    type: 'ImportAreas',
    prefecture: { code: prefecture, name: '架空県' },
    homeCareAreas: [
      {
        tertiary: '架空',
        secondary: '架空',
        homeCareArea: '架空',
        municipalities: [{ code: TOWN[prefecture], name: municipality, kana: 'カクウシ' }],
      },
    ],
  });
  const staff = [
    ['help_desk', ['coordinator']],
    ['hospital', ['discharge_nurse', 'liaison_manager', 'ward_nurse', 'msw', 'outpatient_nurse']],
    ['care_management_office', ['care_manager', 'office_manager']],
    ['clinic', ['primary_physician', 'secondary_physician', 'clinic_staff']],
    ['public_health_center', ['council_secretariat', 'health_centre_officer']],
    ['municipality', ['municipal_ltc_officer', 'municipal_other']],
    ['cooperation_base', ['base_secretariat']],
    ['other', ['admin', 'prefecture_medical']],
  ];
  for (const [kind, roles] of staff) {
    await run(organizationKind, id(kind), { type: 'RegisterInstitution', kind, name: kind, municipality });
    for (const role of roles)
      await run(userKind, id(role), { type: 'RegisterUser', role, organization: id(kind) }, [
        { kind: 'user_name', body: { name: role } },
      ]);
  }
  await run(
    patientKind,
    id('patient'),
    {
      type: 'RegisterPatient',
      consent: true,
      municipality,
      primaryPhysician: id('clinic'),
      careManager: id('care_manager'),
      careTeam: [],
    },
    [
      {
        kind: 'patient_identity',
        body: { name: '架空 花子', kana: 'カクウ ハナコ', birthDate: '1940-01-01', sex: 'female' },
      },
    ],
  );
}

async function everybody(app, prefectures) {
  const { Accounts, Sessions } = await built('libs/access/index.js').then(async (access) => ({
    ...(await built('libs/access/accounts.query.js')),
    ...access,
  }));
  const people = [];
  for (const prefecture of prefectures)
    for (const { userId, role, organization } of await app.get(Accounts, { strict: false }).of(prefecture))
      people.push({
        id: userId,
        role,
        organization: organization.id,
        prefecture,
        token: await app.get(Sessions, { strict: false }).open(prefecture, userId),
      });
  return people;
}

const NAMED_IN = (json) =>
  `array(SELECT DISTINCT m[1] FROM regexp_matches(${json}::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') m)`;

/** Every id there is: by kind, with its state and whoever is named in it. Those of actions stand in their item. */
export async function idsOf(database) {
  const { rows } = await database.query(
    `SELECT stream::text AS id, kind, status, ${NAMED_IN('state')} AS parties, prefecture, state -> 'actions' AS actions
       FROM stream_head
     UNION ALL
     SELECT id::text, 'obligation', state, ${NAMED_IN('body')}, prefecture, NULL FROM obligation
     ORDER BY 1`,
  );
  const actions = rows.flatMap(({ actions: held, parties, prefecture }) =>
    Object.values(held ?? {})
      .filter((action) => typeof action?.id === 'string')
      .map(({ id }) => ({ id, kind: 'action', parties, prefecture })),
  );
  return [...rows.map(({ actions: _actions, ...one }) => one), ...actions];
}

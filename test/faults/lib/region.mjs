import { NestFactory } from '@nestjs/core';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../scripts/lib/ensure.mjs';

export const PREFECTURE = '01';
const TOWN = '富良野市';
const PATIENTS = 40;

export const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

/** What is sealed here lies under the keys of the data folder that a server is started in afterwards. */
export const withKeysOf = (dataDir) => (process.env.DATA_DIR = dirname(dataDir));

/** The system's own modules in this process, with loops that stand still. */
export async function openGraph(connection) {
  const { AllInOneModule } = await built('apps/cli/all-in-one.module.js');
  return NestFactory.createApplicationContext(
    AllInOneModule.of({ connection, queue: { kind: 'none' }, queuePrefix: 'faults', driven: true }),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
}

/**
 * A region small enough to know by heart: two desks, a base, four that answer at night. Its rules make the first action
 * on an immediate consultation due at once, level 2 with level 1, and let an urgent offer lapse after a minute, the least there is.
 */
export async function setUpRegion(dataDir) {
  withKeysOf(dataDir);
  const platform = await built('libs/platform/index.js');
  const { createDatabase, migrate } = await built('migrations/run.js');
  const postgres = await platform.startEmbeddedPostgres({ dataDir });
  try {
    const connection = { ...postgres.connection, database: 'tsunagi' };
    await createDatabase(connection);
    await migrate(connection);
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

async function fill(app) {
  const { idOf, dateIn } = await built('libs/kernel/index.js');
  const directory = await built('libs/directory/index.js');
  const backup = await built('libs/backup/index.js');
  const { Sessions } = await built('libs/access/index.js');
  const { Cases } = await built('libs/cases/index.js');
  const { areaTreeKind, organizationKind, userKind, patientKind, ruleSetKind, areaTreeId, areaId, ruleSetId } =
    directory;
  const cases = app.get(Cases);
  const id = (name) => idOf('faults', name);
  const run = (kind, of, command, actor = { system: 'worker', job: 'faults' }, personal = []) =>
    cases.execute(kind, { prefecture: PREFECTURE, id: of, key: idOf('faults-key', of), actor, command, personal });

  const { prefecture, homeCareAreas } = JSON.parse(
    readFileSync(join(root, 'data/hokkaido-home-care-areas.json'), 'utf8'),
  );
  await run(areaTreeKind, areaTreeId(PREFECTURE), { type: 'ImportAreas', prefecture, homeCareAreas });

  const organizations = {
    desk1: { kind: 'help_desk' },
    desk2: { kind: 'help_desk', municipality: '上富良野町' },
    base: { kind: 'cooperation_base' },
    clinicA: { kind: 'clinic' },
    clinicB: { kind: 'clinic' },
    clinicC: { kind: 'clinic' },
    hospital: { kind: 'home_care_support_hospital' },
    station: { kind: 'visiting_nurse_station' },
  };
  for (const [name, { kind, municipality = TOWN }] of Object.entries(organizations))
    await run(organizationKind, id(name), { type: 'RegisterInstitution', kind, name, municipality });

  const users = {
    coordinator1: ['coordinator', 'desk1'],
    coordinator2: ['coordinator', 'desk1'],
    coordinator3: ['coordinator', 'desk2'],
    secretary: ['base_secretariat', 'base'],
    drA: ['primary_physician', 'clinicA'],
    drB: ['secondary_physician', 'clinicB'],
    drC: ['secondary_physician', 'clinicC'],
    nurse: ['visiting_nurse', 'station'],
  };
  for (const [name, [role, organization]] of Object.entries(users))
    await run(userKind, id(name), { type: 'RegisterUser', role, organization: id(organization) }, undefined, [
      { kind: 'user_name', body: { name } },
    ]);

  const patients = Array.from({ length: PATIENTS }, (_, i) => id(`patient${i}`));
  for (const patient of patients)
    await run(
      patientKind,
      patient,
      {
        type: 'RegisterPatient',
        municipality: TOWN,
        consent: true,
        primaryPhysician: id('clinicA'),
        careTeam: [id('nurse')],
      },
      undefined,
      [
        {
          kind: 'patient_identity',
          body: { name: '架空 花子', kana: 'カクウ ハナコ', birthDate: '1940-01-01', sex: 'female' },
        },
      ],
    );

  const secretary = { userId: id('secretary'), role: 'base_secretariat', orgId: id('base') };
  for (const to of ['clinicB', 'clinicC']) {
    const command = { type: 'AgreeBackupArrangement', kind: 'mutual', from: id('clinicA'), to: id(to) };
    await run(backup.backupArrangementKind, id(`arrangement ${to}`), command, secretary);
  }
  const now = Date.now();
  const shift = (organization, user) => ({
    organization: id(organization),
    user: id(user),
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now + 86_400_000).toISOString(),
  });
  const shifts = [shift('clinicB', 'drB'), shift('clinicC', 'drC')];
  await run(backup.onCallRosterKind, id('roster'), { type: 'PublishOnCallShifts', shifts }, secretary);

  const effectiveFrom = dateIn(new Date(now).toISOString());
  for (const [context, values] of [
    ['consultations', { firstActionImmediateHours: 0, chaseOffsets: [0, 0] }],
    ['backup', { urgentOfferMinutes: 1 }],
  ])
    for (const home of ['富良野']) {
      const area = areaId(PREFECTURE, 'home_care_area', home);
      const command = { type: 'ActivateRuleSet', context, area, effectiveFrom, values };
      await run(ruleSetKind, ruleSetId(context, area), command);
    }

  const sessions = app.get(Sessions);
  const people = {};
  for (const name of Object.keys(users))
    people[name] = { id: id(name), token: await sessions.open(PREFECTURE, id(name)) };
  return { people, patients };
}

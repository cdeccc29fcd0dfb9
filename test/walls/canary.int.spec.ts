import { Logger } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { pino } from 'pino';
import { dateIn, idOf } from '#kernel';
import { PinoLogger, Vault, type Connection, type StoredRecord } from '#platform';
import type { AnyKind } from '#cases';
import { DeliveryClock } from '#notifications';
import { NOWHERE } from '#platform';
import { KINDS } from '../../apps/contexts.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { reportOf } from '../../apps/cli/scenario/report.js';
import { readScenario, type Scenario, type ScenarioStep } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase } from '../database.js';

/** What nobody but the personal-data store may hold, in two scripts: escaping hides one of them. */
const SIGNS = ['カナリア', 'kanaria9f3'] as const;
let planted = 0;
/** 要旨: what councils may read. It may not name the person, and the whole sign is part of every name here. */
const told = (what: string): string => `${what}カナリア${++planted}`;
const canary = (what: string): string => `${what}カナリア${++planted} kanaria9f3 𠮷\u{1F426}`;

const PARTS = [
  'addressee',
  'sender',
  'careLevel',
  'dates',
  'destination',
  'diagnosisAndCourse',
  'explanationAndWishes',
  'adl',
  'eatingSwallowingOral',
  'excretion',
  'proceduresAfterDischarge',
  'medicine',
  'prognosisAndWhatToDo',
  'familyKeyPerson',
  'followUp',
  'conference',
  'consent',
  'notes',
];
const document = () => Object.fromEntries(PARTS.map((part) => [part, canary(part)]));

const NURSE = canary('看護師');
const CARE_MANAGER = canary('ケアマネ');
const OTHER_MANAGER = canary('後任');
const DOCTOR = canary('主治医');
const SECOND = canary('副主治医');
const SECRETARIAT = canary('拠点');
const FAMILY = canary('一人目');
const OFFICER = canary('介護保険課');
const ASSOCIATION = canary('医師会');
const N = 'coordinator-n';
const E = 'coordinator-e';

let minute = 0;
const step = (as: string, command: string, payload: object, more: Partial<ScenarioStep> = {}): ScenarioStep => ({
  at: new Date(Date.parse('2025-06-17T00:00:00Z') + ++minute * 60_000).toISOString(),
  as,
  do: command,
  with: payload as ScenarioStep['with'],
  ...more,
});
const consultation = {
  channel: 'phone',
  scene: 'daily_care',
  topics: ['night_holiday_cover'],
  urgency: 'normal',
};

/** The scenario of the recurring issue, so that issues and councils are there, and around it whatever takes text. */
function scenario(): Scenario {
  const base = readScenario(readFileSync(new URL('../scenarios/recurring-issue.json', import.meta.url), 'utf8'));
  const town = { municipality: '西興部村' };
  return {
    ...base,
    organizations: [
      ...base.organizations,
      { id: 'hospital', kind: 'hospital', name: '病院', ...town },
      { id: 'clinic-a', kind: 'clinic', name: '診療所A', ...town, block: 'south' },
      { id: 'clinic-b', kind: 'clinic', name: '診療所B', ...town, block: 'south' },
      { id: 'base', kind: 'cooperation_base', name: '拠点', ...town },
      { id: 'dentist', kind: 'dental_clinic', name: '歯科', ...town },
      { id: 'town', kind: 'municipality', name: '介護保険課', ...town },
      { id: 'association', kind: 'medical_association', name: '医師会', ...town },
    ],
    users: [
      ...base.users,
      { id: NURSE, role: 'discharge_nurse', organization: 'hospital' },
      { id: CARE_MANAGER, role: 'care_manager', organization: 'office-n1' },
      { id: OTHER_MANAGER, role: 'care_manager', organization: 'office-e1' },
      { id: DOCTOR, role: 'primary_physician', organization: 'clinic-a' },
      { id: SECOND, role: 'secondary_physician', organization: 'clinic-b' },
      { id: SECRETARIAT, role: 'base_secretariat', organization: 'base' },
      { id: OFFICER, role: 'municipal_ltc_officer', organization: 'town' },
      { id: ASSOCIATION, role: 'medical_association', organization: 'association' },
    ],
    patients: [
      {
        id: FAMILY,
        name: canary('患者'),
        kana: canary('カナ'),
        birthDate: '1938-02-11',
        sex: 'female',
        ...town,
        block: 'south',
        careManager: CARE_MANAGER,
        primaryPhysician: 'clinic-a',
        careTeam: [CARE_MANAGER],
      },
    ],
    steps: [
      ...base.steps.map((one) => ({
        ...one,
        with: { ...one.with, ...('summary' in one.with && { summary: canary('相談') }) },
      })),
      step(
        NURSE,
        'RegisterAdmission',
        {
          patient: FAMILY,
          hospital: 'hospital',
          admissionKind: 'planned',
          admittedAt: '2025-06-16T10:00:00+09:00',
          careManager: CARE_MANAGER,
          ward: canary('病棟'),
        },
        { save: 'case' },
      ),
      step(NURSE, 'ScreenForDischargeSupport', { case: '$case', criteria: { dementia_symptoms: true } }),
      step(NURSE, 'PlanDischarge', { case: '$case', plannedDischargeOn: '2025-06-24', destination: 'home' }),
      step(NURSE, 'SubmitHandover', { case: '$case', document: document() }),
      step(CARE_MANAGER, 'RequestHandoverClarification', { case: '$case', text: canary('照会') }),
      step(NURSE, 'SupplementHandover', { case: '$case', document: document() }),
      step(CARE_MANAGER, 'ReturnHandover', { case: '$case', reason: canary('返却') }),
      step(NURSE, 'ReassignCareManager', { case: '$case', careManager: OTHER_MANAGER }),
      step(OTHER_MANAGER, 'AcknowledgeHandover', { case: '$case' }),
      step(
        N,
        'LogConsultation',
        {
          ...consultation,
          consulter: { side: 'resident', callbackTo: canary('折り返し') },
          patient: FAMILY,
          summary: canary('相談'),
        },
        { save: 'asked' },
      ),
      step(N, 'RecordConsultationAction', {
        consultation: '$asked',
        kind: 'advice',
        minutes: 5,
        note: canary('対応'),
        sharedNote: canary('共有'),
      }),
      step(N, 'ReferConsultation', { consultation: '$asked', to: 'desk-e' }),
      step(E, 'DeclineReferral', { consultation: '$asked', reason: canary('断り') }),
      step(N, 'CloseConsultation', {
        consultation: '$asked',
        outcome: 'solved',
        issueAssessment: { raises: true, issueType: 'skill', subject: 'narcotics', redactedNarrative: told('課題') },
        furtherIssues: [
          { issueType: 'pathway', redactedNarrative: told('課題二') },
          { issueType: 'information_gap', redactedNarrative: told('課題三') },
        ],
      }),
      step(N, 'ReopenConsultation', { consultation: '$asked', reason: canary('再開') }),
      step(N, 'RecordConsultationAction', { consultation: '$asked', kind: 'advice', minutes: 5 }),
      step(N, 'AnswerConsultation', { consultation: '$asked', answer: canary('回答') }),
      step(SECRETARIAT, 'AppointCoordinator', {
        user: N,
        kind: 'home_care',
        fields: ['home_care'],
        level: 'case',
        area: '西興部村',
        trainedOn: '2025-03-14',
        certificate: canary('修了証'),
      }),
      step(SECRETARIAT, 'GiveConsent', {
        patient: FAMILY,
        form: 'consent_form',
        givenBy: 'family',
        giver: canary('同意者'),
        relation: canary('続柄'),
        note: canary('補足'),
      }),
      step(SECRETARIAT, 'RecordConsentException', {
        patient: FAMILY,
        ground: 'life',
        purposes: ['emergency'],
        reason: canary('同意によらない理由'),
      }),
      step(
        SECOND,
        'OpenInEmergency',
        { patient: FAMILY, reason: 'sudden_change', text: canary('緊急閲覧の理由'), sections: ['contacts'] },
        { save: 'emergency' },
      ),
      step(OFFICER, 'ReviewEmergencyLook', {
        emergencyLook: '$emergency',
        verdict: 'justified',
        note: canary('点検の所見'),
      }),
      step(SECRETARIAT, 'HideAddress', { patient: FAMILY, reason: canary('伏せる理由') }),
      step(SECRETARIAT, 'ShowAddress', { patient: FAMILY, reason: canary('示す理由') }),
      step(SECRETARIAT, 'AgreeBackupArrangement', { kind: 'mutual', from: 'clinic-a', to: 'clinic-b', block: 'south' }),
      step(SECRETARIAT, 'PublishOnCallShifts', {
        shifts: [
          {
            organization: 'clinic-b',
            user: SECOND,
            from: '2025-06-16T00:00:00+09:00',
            to: '2025-06-19T00:00:00+09:00',
          },
        ],
      }),
      step(
        DOCTOR,
        'RequestEmergencyBackup',
        { patient: FAMILY, reason: 'night', urgency: 'immediate', need: ['home_visit'], summary: canary('急変') },
        { save: 'request' },
      ),
      step(SECOND, 'AcceptBackup', { request: '$request' }),
      step(SECOND, 'CompleteBackup', { request: '$request', outcome: 'home_visit' }),
      step(SECOND, 'HandBackToPrimary', { request: '$request', text: canary('申し送り') }),
      step(
        DOCTOR,
        'RequestEmergencyBackup',
        { patient: FAMILY, reason: 'night', urgency: 'immediate', need: ['home_visit'], summary: canary('再び') },
        { save: 'second' },
      ),
      step(DOCTOR, 'CancelBackup', { request: '$second', reason: canary('取下げ') }),
      step(
        N,
        'RaiseIssueSignal',
        { scene: 'daily_care', issueType: 'pathway', redactedNarrative: told('困りごと') },
        { save: 'signal' },
      ),
      step(N, 'WithdrawIssueSignal', { signal: '$signal', reason: canary('取消し') }),
      step(
        N,
        'RaiseIssueSignal',
        { scene: 'daily_care', issueType: 'pathway', subject: canary('課題を分ける言葉') },
        { fails: 'invalid_input' },
      ),
      step(
        CARE_MANAGER,
        'RequestService',
        { patient: FAMILY, service: 'oral_care', to: 'dentist', wish: canary('依頼') },
        { save: 'service' },
      ),
      step(N, 'AcceptServiceRequest', { serviceRequest: '$service', doneBy: '2025-06-27', note: canary('受諾') }),
      // What is refused carries its text as far as the edge, the policy or the aggregate.
      step(NURSE, 'SubmitHandover', { case: '$case', document: document() }, { fails: 'invalid_state' }),
      step(NURSE, 'ReturnHandover', { case: '$case', reason: canary('役割違い') }, { fails: 'forbidden' }),
      step(
        NURSE,
        'PlanDischarge',
        { case: '$case', plannedDischargeOn: canary('日付'), destination: canary('行き先') },
        { fails: 'invalid_input' },
      ),
      step(
        NURSE,
        'PlanDischarge',
        { case: '$case', [canary('項目')]: canary('値'), careManager: canary('番号') },
        { fails: 'invalid_input' },
      ),
      step(
        DOCTOR,
        'RequestEmergencyBackup',
        { patient: canary('誰か'), reason: canary('理由'), summary: canary('急変') },
        { fails: 'invalid_input' },
      ),
      // The report of a month, on which the two who approve do not agree.
      step(N, 'OpenActivityReport', { desk: 'desk-n', month: '2025-06' }, { save: 'report' }),
      ...(
        [
          ['07-02', N, 'SubmitActivityReport', {}],
          ['07-03', OFFICER, 'ReturnActivityReport', { reason: canary('差し戻し') }],
          ['07-04', N, 'SubmitActivityReport', {}],
          ['07-05', OFFICER, 'ApproveActivityReport', {}],
          ['08-08', OFFICER, 'DecideActivityReport', { note: canary('決める') }],
        ] as const
      ).map(([on, as, command, said]) =>
        step(as, command, { report: '$report', ...said }, { at: `2025-${on}T01:00:00Z` }),
      ),
    ],
    until: '2025-08-10T00:00:00Z',
  };
}

let connection: Connection;
let drop: () => Promise<void>;
let admin: pg.Client;
let world: World;
let play: Play;
let played: Scenario;
let logged = '';

/** The logger of production at its most talkative, writing where we can read. */
function listen(): PinoLogger {
  const logger = new PinoLogger('debug');
  const inside = (logger as unknown as { pino: Record<symbol, unknown> }).pino;
  expect(inside[pino.symbols.streamSym]).toBeDefined();
  inside[pino.symbols.streamSym] = { write: (line: string) => (logged += line) };
  return logger;
}

async function ask(method: 'GET' | 'POST', path: string, as: string, body?: object) {
  const token = await world.sessions.open('01', idOf('scenario', 'canary', as));
  const response = await fetch(`${await world.app.getUrl()}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': idOf(path, as, JSON.stringify(body)) }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  played = scenario();
  world = await World.open({
    connection,
    queue: { kind: 'postgres' },
    queuePrefix: 'canary',
    start: played.clock,
    outside: { ...NOWHERE, simulated: true },
  });
  world.app.useLogger(listen());
  const write = (stream: NodeJS.WriteStream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      logged += String(chunk);
      return true;
    });
  const { jest } = import.meta;
  const spies = [write(process.stdout), write(process.stderr)];
  try {
    play = new Play(world, played, 'canary');
    await play.all();
    await councilsAndIssues();
    await everybodyIsToldOutside();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  admin = await clientOf(connection);
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await world.close();
  await drop();
});

/** What the roll-up made has ids that no step could name. */
async function councilsAndIssues(): Promise<void> {
  const { rows } = await world.databases.writer.query<{ stream: string; kind: string; area: string }>(
    `SELECT stream, kind, state ->> 'level' AS area FROM stream_head WHERE kind IN ('agenda_item', 'regional_issue') ORDER BY kind`,
  );
  // Of those of single municipalities some are none of the base's.
  const shared = rows.filter(({ area }) => area === 'secondary_area');
  const item = shared.find(({ kind }) => kind === 'agenda_item')?.stream;
  const issue = shared.find(({ kind }) => kind === 'regional_issue')?.stream;
  const office = idOf('scenario', 'canary', 'office-n1');
  const said: number[] = [];
  const clock = await world.databases.writer.query<{ now: string }>('SELECT app.now() AS now');
  for (const [path, body] of [
    [`agenda-items/${item}/notes`, { note: canary('メモ') }],
    [`agenda-items/${item}/schedulings`, { meetingOn: dateIn(clock.rows[0]?.now ?? '') }],
    [`agenda-items/${item}/discussions`, { summary: canary('審議') }],
    [`agenda-items/${item}/decisions`, { decision: 'adopt_measure', reason: canary('決定') }],
    [`agenda-items/${item}/actions`, { what: canary('行動'), ownerOrganization: office, dueOn: '2025-09-01' }],
    [`issues/${issue}/dismissals`, { reason: canary('見送り') }],
  ] as const)
    said.push((await ask('POST', `/api/v1/${path}`, SECRETARIAT, body)).status);
  const assigned = await world.databases.writer.query<{ action: string }>(
    `SELECT jsonb_object_keys(state -> 'actions') AS action FROM stream_head WHERE stream = $1`,
    [item],
  );
  const action = assigned.rows[0]?.action;
  for (const [path, body] of [
    [`agenda-items/${item}/action-completions`, { action, report: canary('報告') }],
    [`agenda-items/${item}/effect-checks`, { action, effect: 'partly', note: canary('所見') }],
  ] as const)
    said.push((await ask('POST', `/api/v1/${path}`, SECRETARIAT, body)).status);
  expect(said).toEqual(Array<number>(8).fill(201));
  await mergedIssue();
  await establishedCouncil(dateIn(clock.rows[0]?.now ?? ''));
  await world.settle();
}

/** All that anybody was told of goes out once more, to contacts that everybody has by now. */
async function everybodyIsToldOutside(): Promise<void> {
  for (const { id } of played.users) {
    const user = idOf('scenario', 'canary', id);
    const contact = idOf('canary-contact', id);
    const [kept] = await world.app.get(Vault).sealed('01', [
      {
        id: contact,
        kind: 'contact_address',
        about: contact,
        subject: user,
        body: { address: 'カナリア kanaria9f3@example.jp' },
      },
    ]);
    await world.databases.writer.query(
      `WITH kept AS (
         INSERT INTO personal_record (prefecture, id, kind, about, subject, body, stored_at)
         VALUES ('01', $2, 'contact_address', $2, $1, $3, app.now()))
       INSERT INTO contact_point (prefecture, id, user_id, kind, main, record, added_at, verified_at)
       VALUES ('01', $2, $1, 'email', true, $2, app.now(), app.now())`,
      [user, contact, JSON.stringify(kept?.body)],
    );
  }
  await world.databases.writer.query('UPDATE message SET routed = false');
  await world.app.get(DeliveryClock).turn();
  const { rows } = await world.databases.writer.query<{ sent: number; templates: number }>(
    `SELECT (SELECT count(*)::int FROM outbox_item) AS sent,
            (SELECT count(DISTINCT template)::int FROM message m JOIN delivery d ON d.message = m.id) AS templates`,
  );
  expect(rows[0]?.sent).toBeGreaterThan(0);
  expect(rows[0]?.templates).toBeGreaterThan(10);
}

/** Two issues of one town, found to be one. */
async function mergedIssue(): Promise<void> {
  for (const issueType of ['skill', 'supply']) {
    const body = { scene: 'end_of_life', issueType, redactedNarrative: told('兆し') };
    expect((await ask('POST', '/api/v1/issue-signals', SECRETARIAT, body)).status).toBe(201);
  }
  await world.settle();
  const { rows } = await world.databases.writer.query<{ stream: string }>(
    `SELECT stream FROM stream_head WHERE kind = 'regional_issue' AND state ->> 'key' LIKE 'end_of_life|s%' ORDER BY stream`,
  );
  const [issue, into] = rows.map(({ stream }) => stream);
  const merged = await ask('POST', `/api/v1/issues/${issue}/mergers`, SECRETARIAT, { into, reason: canary('統合') });
  expect(merged.status).toBe(201);
}

/** A council that meets in writing, and is put off before. */
async function establishedCouncil(on: string): Promise<void> {
  const began = async (path: string, body: object): Promise<string> => {
    const { status, text } = await ask('POST', `/api/v1/${path}`, SECRETARIAT, body);
    expect([path, status]).toEqual([path, 201]);
    return (JSON.parse(text) as { id: string }).id;
  };
  const base = idOf('scenario', 'canary', 'base');
  const member = { organization: base, body: 'cooperation_base' };
  const { serves } = (
    await world.databases.writer.query<{ serves: string }>(
      `SELECT state -> 'serves' ->> 0 AS serves FROM stream_head WHERE stream = $1`,
      [base],
    )
  ).rows[0] ?? { serves: '' };
  const council = await began('councils', {
    name: '協議会',
    level: 'home_care_area',
    types: ['promotion'],
    areas: [serves],
    secretariat: base,
  });
  await began(`councils/${council}/members`, member);
  const item = await began('agenda-items', { council, title: canary('議題名'), category: 'ict_network' });
  await began(`agenda-items/${item}/positions`, { ...member, stance: 'agree', note: canary('立場') });
  const taken = await began('agenda-items', { council, title: canary('別の議題名'), category: 'ict_network' });
  await began(`agenda-items/${taken}/droppings`, { reason: canary('取下げ') });
  const meeting = await began('meetings', { council, on, startsAt: '14:00' });
  await began(`meetings/${meeting}/postponements`, { reason: canary('延期') });
  await began(`meetings/${meeting}/calls`, {});
  await began(`meetings/${meeting}/holdings-in-writing`, {});
  await began(`meetings/${meeting}/minutes`, { text: canary('要旨') });
}

const found = (text: string): string[] => SIGNS.filter((sign) => text.includes(sign) || text.includes(escaped(sign)));
/** As JSON writes it where only ASCII may stand. */
const escaped = (text: string): string =>
  text.replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

async function tables(): Promise<{ table: string; hits: number; rows: number }[]> {
  const { rows: all } = await admin.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1, 2`,
  );
  const result = [];
  for (const { schema, name } of all) {
    const { rows } = await admin.query<{ hits: string; rows: string }>(
      `SELECT count(*) FILTER (WHERE t::text LIKE ANY ($1) OR convert_from(convert_to(t::text, 'UTF8'), 'UTF8') ILIKE ANY ($1)) AS hits,
              count(*) AS rows FROM "${schema}"."${name}" t`,
      [
        SIGNS.flatMap((sign) => [
          `%${sign}%`,
          `%${escaped(sign).replaceAll('\\', '\\\\')}%`,
          `%${Buffer.from(sign).toString('hex')}%`,
          `%${Buffer.from(sign).toString('base64').slice(0, 10)}%`,
        ]),
      ],
    );
    result.push({ table: `${schema}.${name}`, hits: Number(rows[0]?.hits), rows: Number(rows[0]?.rows) });
  }
  return result;
}

describe('what people wrote about people', () => {
  it('was written, in every place that takes text, and each step went as it should', async () => {
    expect(play.failures).toEqual([]);
    const { rows } = await admin.query<StoredRecord>('SELECT id, kind, about, subject, body FROM personal_record');
    const kinds = rows.map(({ kind }) => kind);
    expect(declaredKinds().filter((kind) => !kinds.includes(kind))).toEqual([]);
    const bodies = await world.app.get(Vault).opened('01', rows);
    // The base scenario's own coordinators are the only names that carry no sign.
    const clean = kinds.filter((kind, i) => !JSON.stringify(bodies[i]).includes('カナリア') && kind !== 'user_name');
    expect(clean).toEqual([]);
  });

  it('lies sealed in the personal-data store, and plain in no table, the queue’s included', async () => {
    const all = await tables();
    expect(all.find(({ table }) => table === 'public.personal_record')?.rows).toBeGreaterThan(20);
    expect(all.filter(({ hits }) => hits > 0)).toEqual([]);
    const filled = all.filter(({ rows }) => rows > 0).map(({ table }) => table);
    expect(filled).toEqual(
      expect.arrayContaining([
        'public.event',
        'public.message',
        'public.obligation',
        'public.outbox_item',
        'public.stream_head',
      ]),
    );
    expect(filled.some((table) => table.startsWith('bullmq.'))).toBe(true);
  });

  it('is not in the scenario’s report, which shows ids', async () => {
    const { name: _name, steps: _steps, ...report } = await reportOf(world, played, play);
    // The file's own ids are in the report by their names; ours carry the sign, so they are taken out again.
    const ids = new Map([...played.users, ...played.patients].map(({ id }) => [id, idOf('scenario', 'canary', id)]));
    const text = [...ids].reduce(
      (t, [id, uuid]) => t.replaceAll(JSON.stringify(id), JSON.stringify(uuid)),
      JSON.stringify(report),
    );
    expect(found(text)).toEqual([]);
  });

  it('is not in the log of the program, whatever people look at or go wrong with', async () => {
    for (const as of [NURSE, CARE_MANAGER, DOCTOR, SECRETARIAT])
      for (const path of [
        'board',
        'messages',
        'patients',
        'organizations',
        'users',
        `patients/${SIGNS[1]}`,
        `users?role=${SIGNS[1]}`,
        'cases',
        `cases?kind=${SIGNS[1]}`,
      ])
        await ask('GET', `/api/v1/${path}`, as);
    for (const q of [...SIGNS, 'ｶﾅﾘｱ']) for (const as of [NURSE, N]) await ask('POST', '/api/v1/search', as, { q });
    // A statement that fails on the row itself …
    await admin.query(
      `ALTER TABLE personal_record ADD CONSTRAINT full_up CHECK (kind <> 'consultation_summary') NOT VALID`,
    );
    const body = { ...consultation, consulter: { side: 'care' }, summary: canary('入らない') };
    const refused = await ask('POST', '/api/v1/consultations', N, body);
    await admin.query('ALTER TABLE personal_record DROP CONSTRAINT full_up');
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(found(refused.text)).toEqual([]);
    // … a detail and a value of the wrong form, which PostgreSQL's messages quote.
    const failing = async (sql: string, ...values: string[]) =>
      new Logger('test').error(
        'could not',
        await world.databases.writer.query(sql, values).catch((error: Error) => error),
      );
    await failing(`DO $$ BEGIN RAISE EXCEPTION 'in_detail' USING DETAIL = '${canary('行')}'; END $$`);
    await failing('SELECT $1::uuid', canary('番号'));
    expect(logged).toContain('in_detail');
    expect(logged).toContain('full_up');
    expect(logged).toContain('invalid input syntax for type uuid');
    expect(found(logged)).toEqual([]);
  });

  it('would be found: a sign in a table, in a log line', async () => {
    await admin.query('BEGIN');
    await admin.query(
      `UPDATE stream_head SET state = state || jsonb_build_object('note', $1::text) WHERE kind = 'patient'`,
      [canary('患者')],
    );
    expect((await tables()).filter(({ hits }) => hits > 0).map(({ table }) => table)).toEqual(['public.stream_head']);
    await admin.query('ROLLBACK');
    expect(found(JSON.stringify({ m: canary('x') }))).toEqual(SIGNS);
    expect(found('\\u30ab\\u30ca\\u30ea\\u30a2')).toEqual([SIGNS[0]]);
  });
});

/** The kinds of record that the routes write: one added without a step here is noticed. */
function declaredKinds(): string[] {
  const written = (KINDS as unknown as readonly AnyKind[]).flatMap(({ commands }) =>
    Object.values(commands).flatMap(({ route }) => Object.keys(route?.personal ?? {})),
  );
  expect(written.length).toBeGreaterThan(15);
  return [...new Set(written)];
}

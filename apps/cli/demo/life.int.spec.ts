import { randomUUID } from 'node:crypto';
import { DemoGuide } from '#access';
import { dateIn, plusDays } from '#kernel';
import { createDatabase, dropDatabase, migrate } from '../../../migrations/run.js';
import { testServer } from '#test/server.js';
import { World } from '../scenario/world.js';
import { DEMO_ACCOUNTS } from './accounts.js';
import { isStale } from './fresh.js';
import { handoverDocument } from './handover-text.js';
import { DemoLife } from './life.js';
import { DEMO_DAYS, loadDemo } from './load-demo.js';
import { organizationId } from './organizations.js';
import { userId, type PersonName } from './people.js';

interface Row {
  readonly about: { readonly kind: string; readonly id: string };
  readonly caseState: string;
  readonly step: string;
  readonly instance: string | null;
  readonly dueAt: string;
  readonly level: number | null;
  readonly mine: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly commands: readonly string[];
}

/** What one does about it: the route below the case, and what is said. */
type Try = readonly [person: PersonName, about: string, is: (row: Row) => boolean, route: string, body?: object];

const HANDOVER = 'discharge_case';
const of = (kind: string, step: string, command: string) => (row: Row) =>
  row.about.kind === kind && row.step === step && row.commands.includes(command);
const inState = (state: string, command: string) => (row: Row) =>
  row.caseState === state && row.commands.includes(command);

/** Every hint of the first page, done. */
const TRIES: readonly Try[] = [
  [
    'coordinator',
    '初回対応を待つ相談',
    of('consultation', 'first_action', 'RecordConsultationAction'),
    'consultations/:id/actions',
    { kind: 'advice', minutes: 10, note: '電話で助言した。' },
  ],
  ['coordinator', '返答待ち', inState('WAITING_REPLY', 'AnswerConsultation'), 'consultations/:id/answers'],
  ['coordinator', 'つながれた相談', inState('REFERRED', 'AcceptReferral'), 'consultations/:id/referral-acceptances'],
  [
    'coordinator',
    'もれた引継ぎから自動で開いた相談',
    ({ facts, about }) => about.kind === 'consultation' && facts['origin'] === 'system',
    'consultations/:id/actions',
    { kind: 'contact_third_party', minutes: 10, note: '病院へ電話した。' },
  ],
  [
    'dischargeNurse',
    '開始連絡',
    of(HANDOVER, 'start_notice', 'NotifyDischargeSupportStart'),
    'handovers/:id/start-notices',
  ],
  [
    'dischargeNurse',
    '引継書',
    (row) => of(HANDOVER, 'handover_document', 'SubmitHandover')(row),
    'handovers/:id/documents',
    { document: handoverDocument('受け手', '送り手') },
  ],
  [
    'dischargeNurse',
    '照会',
    inState('CLARIFYING', 'SupplementHandover'),
    'handovers/:id/supplements',
    { document: handoverDocument('受け手', '送り手') },
  ],
  [
    'dischargeNurse',
    '宛先違いの返送',
    inState('REDIRECTING', 'ReassignCareManager'),
    'handovers/:id/care-manager-changes',
    { careManager: userId('careManager2') },
  ],
  [
    'careManager',
    '届いた引継書を受領',
    of(HANDOVER, 'acknowledgement', 'AcknowledgeHandover'),
    'handovers/:id/acknowledgements',
  ],
  [
    'careManager',
    '今日が期限の入院時情報',
    of(HANDOVER, 'admission_information', 'ProvideAdmissionInformation'),
    'handovers/:id/admission-information',
    { channel: 'fax' },
  ],
  [
    'secondaryPhysician',
    'いま鳴っている打診',
    of('backup_request', 'offer', 'AcceptBackup'),
    'backup-requests/:id/acceptances',
  ],
  [
    'secondaryPhysician',
    '申し送り',
    of('backup_request', 'hand_back', 'HandBackToPrimary'),
    'backup-requests/:id/hand-backs',
    { text: '落ち着いている。' },
  ],
  [
    'furanoBase',
    '手動で割り当て',
    of('backup_request', 'assignment', 'AssignBackupManually'),
    'backup-requests/:id/assignments',
    { organization: organizationId('kamifuranoClinic') },
  ],
  ['furanoBase', '長期未終結の相談', ({ step }) => step === 'long_open', ''],
  ['liaisonManager', '二段目まで上がった催促', ({ level }) => (level ?? 0) >= 2, ''],
  ['officeManager', '引継ぎと期限', ({ mine, about }) => mine && about.kind === HANDOVER, ''],
  [
    'primaryPhysician',
    '届いた申し送りを確認',
    of('backup_request', 'hand_back_acknowledgement', 'AcknowledgeHandback'),
    'backup-requests/:id/hand-back-acknowledgements',
  ],
  [
    'primaryPhysician',
    '自分の依頼の行方',
    ({ about, step }) => about.kind === 'backup_request' && step !== 'hand_back',
    '',
  ],
  [
    'furanoSecretariat',
    '期限までに資料を送る',
    of('meeting', 'meeting_materials', 'SendMaterials'),
    'meetings/:id/materials',
  ],
  [
    'furanoOfficer',
    '割り当てた対応の期限',
    of('agenda_item', 'action', 'CompleteAction'),
    'agenda-items/:id/action-completions',
  ],
  ['furanoAssociation', '委員として議題', ({ about }) => about.kind === 'agenda_item', ''],
  [
    'asahikawaCoordinator',
    '回答した相談を終結',
    inState('ANSWERED', 'CloseConsultation'),
    'consultations/:id/closings',
    { outcome: 'solved', issueAssessment: { raises: false } },
  ],
  ['asahikawaCoordinator', '緊急バックアップの行方', ({ about }) => about.kind === 'backup_request', ''],
  ['asahikawaNurse', '転院してきた方のケース', ({ about, mine }) => about.kind === HANDOVER && mine, ''],
  ['admin', '地域全体の期限', () => true, ''],
];

describe.each([
  ['in office hours', '2026-02-04T10:20:00+09:00', '2026-03-11T10:20:00+09:00'],
  ['in the nights of a Sunday and of the new year', '2025-11-30T03:20:00+09:00', '2026-01-02T03:40:00+09:00'],
])('the demo region, %s', (_when, made, fiveWeeksOn) => {
  const connection = { ...testServer(), database: `demo_life_${process.pid}` };
  let world: World;

  beforeAll(async () => {
    process.env['DEMO_SIGN_IN'] = 'true';
    await createDatabase(connection);
    await migrate(connection);
    world = await World.open({
      connection,
      queue: { kind: 'none' },
      queuePrefix: 'life',
      start: plusDays(dateIn(new Date(made).toISOString()), -DEMO_DAYS) + 'T00:00:00+09:00',
    });
    await loadDemo(world, new Date(made).toISOString());
    const life = new DemoLife(world.app);
    Object.assign(world.app.get(DemoGuide), {
      accounts: DEMO_ACCOUNTS,
      prepare: (user: string) => life.prepare(user),
    });
  }, 300_000);
  afterAll(async () => {
    delete process.env['DEMO_SIGN_IN'];
    await world.close();
    await dropDatabase(connection);
  });

  const signIn = async (person: PersonName): Promise<string> => {
    const response = await fetch(`${await world.app.getUrl()}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ userId: userId(person) }),
    });
    expect(response.status).toBe(201);
    await world.settle();
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const board = async (cookie: string): Promise<{ now: string; rows: readonly Row[] }> =>
    (await world.get('/api/v1/board', { cookie })).body as { now: string; rows: readonly Row[] };
  const does = async (cookie: string, route: string, { about }: Row, body: object = {}): Promise<number> => {
    const { status } = await world.post(
      `/api/v1/${route.replace(':id', about.id)}`,
      { cookie, 'idempotency-key': randomUUID() },
      body,
    );
    await world.settle();
    return status;
  };

  /** Each after the one before was done: nobody finds less than the first who came. */
  const everyHint = async (): Promise<string[]> => {
    const undone: string[] = [];
    for (const [person, about, is, route, body] of TRIES) {
      const cookie = await signIn(person);
      const { now, rows } = await board(cookie);
      const row = rows.find((each) => is(each) && !isStale({ body: { plan: each } } as never, now));
      if (!row) undone.push(`${person}: ${about} is not there`);
      else if (route !== '') {
        const status = await does(
          cookie,
          route,
          row,
          route.endsWith('action-completions') ? await actionOf(cookie, row) : body,
        );
        if (status !== 201) undone.push(`${person}: ${about} answers ${status}`);
      }
    }
    return undone;
  };
  /** The n-th action that was assigned is owed as the n-th. */
  const actionOf = async (cookie: string, { about, instance }: Row): Promise<{ action: string | undefined }> => {
    const { body } = await world.get(`/api/v1/cases/${about.id}/timeline`, { cookie });
    const { entries } = body as { entries: { type: string; details: { action?: string } }[] };
    const assigned = entries.filter(({ type }) => type === 'ActionAssigned');
    return { action: assigned[Number(instance) - 1]?.details.action };
  };

  it('names somebody to try each hint of the first page', () => {
    const said = (person: PersonName) => TRIES.filter(([who]) => who === person).length;
    expect(DEMO_ACCOUNTS.filter(({ person }) => said(person) === 0)).toEqual([]);
  });

  it('can do what each hint says, on the first day', async () => {
    expect(await everyHint()).toEqual([]);
  }, 300_000);

  it('and again when all of it has been done', async () => {
    expect(await everyHint()).toEqual([]);
  }, 300_000);

  it('and five weeks later, with dates of those days', async () => {
    await world.moveTo(new Date(fiveWeeksOn).toISOString());
    expect(await everyHint()).toEqual([]);
    const { now, rows } = await board(await signIn('admin'));
    const stale = rows.filter((row) => isStale({ body: { plan: row } } as never, now));
    expect(stale.map(({ about, step, caseState, dueAt }) => [about.kind, step, caseState, dueAt])).toEqual([]);
  }, 300_000);

  it('rings once for two who sign in at the same moment', async () => {
    const [one, two] = await Promise.all([signIn('secondaryPhysician'), signIn('secondaryPhysician')]);
    const offers = ({ rows }: { readonly rows: readonly Row[] }) =>
      rows.filter(({ step, mine }) => step === 'offer' && mine).map(({ about }) => about.id);
    const [first, second] = [offers(await board(one)), offers(await board(two))];
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });
});

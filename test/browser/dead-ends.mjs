import { randomUUID } from 'node:crypto';
import { openContext, PHONE, signIn, signInAs } from './pages.mjs';

/** Nobody writes what must be refused, searches where there is nothing, or opens forty messages to find one. */
export async function deadEnds({ browser, base, report }) {
  await unread({ browser, base, report });
  await offered({ browser, base, report });
  await toOneself({ browser, base, report });
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'secondary_physician');
  const patients = await (await context.request.get('/api/v1/patients')).json();
  const none = patients.every(({ begins }) => !begins.includes('RequestEmergencyBackup'));
  await page.goto('/backup-requests/new');
  await page.locator('main h1').waitFor();
  const said = page.getByText(/選べる患者がいません|これを始められません/);
  await (none ? said : page.locator('#field-patient')).waitFor();
  report.check(
    'dead ends: whoever has nobody to choose is told so, and nobody else',
    (await said.count()) === (none ? 1 : 0),
  );
  await context.close();
}

/** 緊急バックアップ依頼 is begun for somebody: whoever may for nobody is not offered it. */
async function offered({ browser, base, report }) {
  const context = await openContext(browser, base, PHONE);
  const page = await context.newPage();
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const wrong = [];
  const seen = new Set();
  for (const { userId, role } of accounts) {
    await signInAs(context, userId);
    const patients = await (await context.request.get('/api/v1/patients')).json();
    const { commands } = await (await context.request.get('/api/v1/me')).json();
    const may = commands.includes('RequestEmergencyBackup');
    // Whom nobody attends is not on the list, and is found by birth date and reading: then it is offered, too.
    const own = patients.some(({ begins }) => begins.includes('RequestEmergencyBackup'));
    if (own && !may) wrong.push(`${role} has a patient to ask for`);
    await page.goto('/menu');
    await page.locator('main a').first().waitFor();
    const shown = await page.locator('main a[href="/backup-requests/new"]').count();
    if (shown !== (may ? 1 : 0)) wrong.push(`${role} ${shown}`);
    seen.add(may);
  }
  report.check(
    'dead ends: the night call is offered to whoever may ask for one, and to nobody else',
    wrong.length === 0 && seen.size === 2,
    wrong.join(', '),
  );
  await context.close();
}

/** Nobody refers to himself: of institutions to hand on to, that which has the case is none. */
async function toOneself({ browser, base, report }) {
  for (const [role, command, field] of [
    ['coordinator', 'ReferConsultation', 'to'],
    ['discharge_nurse', 'RecordTransfer', 'toHospital'],
  ]) {
    const context = await openContext(browser, base, PHONE);
    const page = await signIn(context, role);
    const { organization } = await (await context.request.get('/api/v1/me')).json();
    const { rows } = await (await context.request.get('/api/v1/board')).json();
    const row = rows.find(({ commands, contact }) => commands.includes(command) && contact?.id === organization.id);
    await page.goto(`/cases/${row?.about.id}?do=${command}`);
    const offers = page.locator(`main ul[aria-label] button`);
    const box = page.locator(`#field-${field}`);
    await box.waitFor();
    const kinds = organization.kind === 'hospital' ? ['hospital'] : ['help_desk', 'cooperation_base'];
    const all = (
      await Promise.all(
        kinds.map(async (kind) => (await context.request.get(`/api/v1/organizations?kind=${kind}`)).json()),
      )
    ).flat();
    const another = all.find(({ id }) => id !== organization.id);
    await box.fill(another.name);
    await offers.filter({ hasText: another.name }).first().waitFor();
    await box.fill(organization.name);
    const none = page.getByRole('status').filter({ hasText: '当てはまるものがありません' });
    const own = offers.filter({ hasText: organization.name });
    await none.or(own).first().waitFor();
    report.check(`dead ends: ${command} does not offer the institution that has the case`, (await own.count()) === 0);
    await context.close();
  }
}

/** 引継書 without a care manager (担当ケアマネジャー): its reader is named first. */
async function unread({ browser, base, report }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'discharge_nurse');
  await page.goto('/messages');
  await page.locator('main ul a').first().waitFor();
  const opening = await page
    .locator('main ul li')
    .filter({ has: page.locator('a') })
    .allInnerTexts();
  const nameless = opening.filter((text) => !/（デモ）|試験|[0-9]+-[0-9]+/.test(text));
  report.check('messages: each that opens says what it is about', nameless.length === 0, nameless.join(' / '));

  const post = async (path, data) =>
    (await context.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } })).json();
  const { organization } = await (await context.request.get('/api/v1/me')).json();
  const patient = await post('/api/v1/patients', {
    name: '試験 担当なし',
    kana: 'シケン タントウナシ',
    birthDate: '1941-04-05',
    sex: 'female',
    municipality: '富良野市',
    consent: true,
  });
  const stay = await post('/api/v1/handovers', {
    patient: patient.id,
    hospital: organization.id,
    admittedAt: new Date(Date.now() - 3_600_000).toISOString(),
    admissionKind: 'planned',
  });
  await page.goto(`/cases/${stay.id}?do=SubmitHandover`);
  await page.getByText('担当ケアマネジャーが決まっていないため').waitFor();
  await page.locator('main form').waitFor();
  await page.getByRole('link', { name: '担当ケアマネジャーを登録する' }).click();
  await page.locator('#field-careManager').waitFor();
  report.check('dead ends: a handover that nobody could read leads to naming its reader first', true);
  await context.close();
}

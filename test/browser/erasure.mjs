import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** An administrator erases what is written of a person; who has cared for the person reads that it is erased, and finds nothing. */
export async function erasure({ browser, base, report, shots }) {
  const desk = await openContext(browser, base);
  const reader = await signIn(desk, 'coordinator');
  const office = await openContext(browser, base);
  const admin = await signIn(office, 'admin');
  const one = await someoneWithClosedCases(desk, office);
  const name = one.identity.name;

  await admin.goto(`/patients/${one.id}`);
  await admin.getByText('そのほかの操作').click();
  await admin.getByRole('link', { name: '個人情報を消去する' }).click();
  await admin.getByText('元に戻せません').waitFor();
  await shoot(admin, shots, 'erasure-form');
  for (const fault of await axeFaults(admin)) report.check(`erasure: the form: ${fault}`, false);
  await admin.getByText('保存する期間が過ぎた').click();
  await admin.getByRole('button', { name: '個人情報を消去する' }).click();
  await admin.getByText('個人情報は消去されました。').waitFor();
  report.check('erasure: the page says so', true);
  report.check(
    'erasure: the certificate stands in the history, with its reason',
    await admin.locator('main').getByText('理由：保存する期間が過ぎた').isVisible(),
  );
  await shoot(admin, shots, 'erasure-done');
  await admin.setViewportSize(PHONE);
  report.check('erasure: nothing overflows on a phone', (await overflow(admin)) <= 0);
  await shoot(admin, shots, 'erasure-done-phone');

  // The key is destroyed by a worker, within a moment.
  await reader.goto(`/patients/${one.id}`);
  await reader.getByRole('heading', { name: '（消去済み）' }).waitFor();
  report.check('erasure: the name is gone for who knew it', !(await reader.locator('main').innerText()).includes(name));
  await shoot(reader, shots, 'erasure-read');
  for (const id of one.cases) {
    await reader.goto(`/cases/${id}`);
    await reader.getByText('（消去済み）').first().waitFor();
    report.check('erasure: a case opens and says erased', !(await reader.locator('main').innerText()).includes(name));
    await shoot(reader, shots, `erasure-case-${one.cases.indexOf(id)}`);
  }
  const found = await (
    await desk.request.post('/api/v1/search', {
      headers: { 'idempotency-key': crypto.randomUUID(), origin: base },
      data: { q: name },
    })
  ).json();
  report.check('erasure: nobody is found by the name', !found.people.some(({ id }) => id === one.id));
  await office.close();
  await desk.close();
}

/** Somebody of whom nothing is owed, whose cases the desk has seen, and whom the administrator may erase. */
async function someoneWithClosedCases(desk, office) {
  const cases = new Map();
  for (let after = ''; ;) {
    const { rows, next } = await (await desk.request.get(`/api/v1/cases${after}`)).json();
    for (const { about, patient } of rows)
      if (patient) cases.set(patient.id, [...(cases.get(patient.id) ?? []), about.id]);
    if (!next) break;
    after = `?after=${next}`;
  }
  for (const [id, of] of cases) {
    const page = await desk.request.get(`/api/v1/patients/${id}`);
    if (!page.ok()) continue;
    const { identity, openCases } = await page.json();
    if (openCases.length > 0 || !identity) continue;
    const own = await office.request.get(`/api/v1/patients/${id}`);
    if (own.ok() && (await own.json()).commands.includes('ErasePatient'))
      return { id, identity, cases: of.slice(0, 3) };
  }
  // Those who ran before may have left nobody whose cases are all over: somebody is erased of whom there is none.
  return registered(desk, office);
}

async function registered(desk, office) {
  const { organization } = await (await desk.request.get('/api/v1/me')).json();
  const { municipality } = await (await desk.request.get(`/api/v1/organizations/${organization.id}`)).json();
  const identity = { name: '消去 花子', kana: 'ショウキョ ハナコ', birthDate: '1931-04-05', sex: 'female' };
  const answer = await office.request.post('/api/v1/patients', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { municipality: municipality.id, consent: true, ...identity },
  });
  const { id } = await answer.json();
  return { id, identity, cases: [] };
}

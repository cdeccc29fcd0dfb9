import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

const OPENING = { reason: 'sudden_change', text: '外出先で倒れ、意識がない。', sections: ['contacts', 'handover'] };

/** A care manager writes a consent down and withdraws it; a physician of elsewhere opens a person in an emergency, and it is reviewed. */
export async function consent({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'care_manager');
  const listed = await (await context.request.get('/api/v1/patients')).json();
  let own;
  for (const { id } of listed) if (!own && (await context.request.get(`/api/v1/patients/${id}`)).ok()) own = id;
  await page.goto(`/patients/${own}`);
  await page.locator('#consent').waitFor();
  await shoot(page, shots, 'consent-ledger');
  report.check('consent: nothing of the ledger overflows on a phone', (await overflow(page)) <= 0);
  for (const fault of await axeFaults(page)) report.check(`consent: the ledger: ${fault}`, false);
  await page.goto(`/patients/${own}?do=GiveConsent`);
  await page.getByText('入退院時の引継ぎ').click();
  await page.getByText('個人情報使用の同意書').click();
  await page.locator('#field-formVersion').fill('2026-04');
  await page.getByText('家族', { exact: true }).click();
  await page.locator('#field-relation').fill('長女');
  await page.getByRole('button', { name: '情報共有の同意を記録する' }).click();
  await page.getByText('（2026-04）').waitFor();
  report.check('consent: a consent stands in the ledger with its paper', true);
  await page.getByRole('link', { name: 'この同意の撤回を記録する' }).first().click();
  await page.getByText('本人', { exact: true }).click();
  await page.getByRole('button', { name: '同意の撤回を記録する' }).click();
  await page.getByText('終わった').first().waitFor();
  report.check('consent: it is withdrawn by itself', true);
  await context.close();

  const elsewhere = await openContext(browser, base);
  const physician = await signIn(elsewhere, 'secondary_physician');
  await physician.goto('/emergency-looks/new');
  await physician.locator('#field-text').waitFor();
  for (const fault of await axeFaults(physician)) report.check(`consent: the emergency form: ${fault}`, false);
  const opened = await elsewhere.request.post('/api/v1/emergency-looks', {
    headers: { 'idempotency-key': crypto.randomUUID(), origin: base },
    data: { patient: own, ...OPENING },
  });
  const { id } = await opened.json();
  await physician.goto(`/emergencies/${id}`);
  await physician.getByRole('heading', { name: '担当と連絡先' }).waitFor();
  await shoot(physician, shots, 'emergency-record');
  for (const fault of await axeFaults(physician)) report.check(`consent: the emergency record: ${fault}`, false);
  await elsewhere.close();

  const desk = await openContext(browser, base);
  const admin = await signIn(desk, 'admin');
  await admin.goto('/emergency-reviews');
  await admin.getByRole('link', { name: '点検する' }).first().click();
  await admin.getByText('正当', { exact: true }).click();
  await admin.getByRole('button', { name: '点検する' }).click();
  await admin.getByText('点検済み').first().waitFor();
  report.check('consent: an emergency look is reviewed', true);
  await desk.close();
}

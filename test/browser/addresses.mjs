import { openContext, signIn } from './pages.mjs';

/** Addresses that somebody types, keeps or is sent. */
export async function addresses({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'discharge_nurse');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const id = rows.find(({ about }) => about.kind === 'discharge_case')?.about.id;

  await page.goto(`/handovers/${id}`);
  await page.locator('#timeline').waitFor();
  report.check('addresses: a case by its kind leads to its page', new URL(page.url()).pathname === `/cases/${id}`);
  await page.goto('/handovers/new');
  await page.locator('#field-patient').waitFor();
  await page.reload();
  await page.locator('#field-patient').waitFor();
  report.check('addresses: a form can be loaded anew', true);
  for (const address of ['/handovers/new/', '/handovers/new?from=mail', '/messages/', `/cases/${id}/`]) {
    const answer = await page.goto(address);
    await page.locator('main h1').first().waitFor();
    const missing = await page.getByText('ページが見つかりません').count();
    report.check(`addresses: ${address.replace(id, ':id')} is that page`, answer.status() === 200 && missing === 0);
  }
  for (const address of ['/cases/nowhere/at/all', '/cases', '/handover', '/index.html', '/patients/new/x']) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
  }
  report.check('addresses: wrong ones say so', true);
  await page.getByRole('link', { name: 'ボードへ戻る' }).click();
  await page.locator('[data-board]').waitFor();
  report.check('addresses: and leads back to the board', true);
  await page.goto('/cases/019af0e0-0000-7000-8000-000000000000');
  await page.getByRole('heading', { name: 'この案件は開けません' }).waitFor();
  report.check(
    'addresses: it sends nobody to a number or a list that there is not',
    (await page.getByText('番号を確かめる').count()) === 0,
  );
  await page.getByRole('link', { name: 'ボードへ戻る' }).click();
  await page.locator('[data-board]').waitFor();
  report.check('addresses: a case that is not there says so, and leads back to the board', true);
  await context.close();
}

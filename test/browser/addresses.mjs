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
  report.check('addresses: a form can be loaded anew', true);
  await page.goto('/cases/nowhere/at/all');
  await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
  report.check('addresses: a wrong one says so', true);
  await page.getByRole('link', { name: 'ボードへ戻る' }).click();
  await page.locator('[data-board]').waitFor();
  report.check('addresses: and leads back to the board', true);
  await page.goto('/cases/019af0e0-0000-7000-8000-000000000000');
  await page.getByRole('alert').getByText('読み込めませんでした').waitFor();
  report.check('addresses: a case that is not there is not "not recorded"', true);
  await context.close();
}

import { axeFaults, boardShown, openContext, overflow, PHONE, shoot, signIn, signInAs } from './pages.mjs';

/** At night: one asks for backup, another takes it with one tap; declining takes two. */
export async function offers({ browser, base, report, shots }) {
  const asking = await openContext(browser, base);
  const asker = await signIn(asking, 'primary_physician');
  await asker.getByRole('link', { name: '緊急バックアップを依頼' }).first().click();
  await asker.locator('#field-patient').fill('旭川');
  await asker.getByRole('list', { name: '患者' }).getByRole('button').first().click();
  await asker.locator('#field-reason input').first().check();
  await asker.locator('#field-need input').nth(1).check();
  await asker.locator('#field-summary').fill('呼吸苦、SpO2 88%。在宅酸素2L。');
  await asker.getByRole('button', { name: '記録する' }).click();
  await asker.locator('#timeline').waitFor();
  const id = new URL(asker.url()).pathname.split('/').at(-1);
  report.check('backup: requested, and its case is shown', id !== undefined);

  const asked = await whoIsAsked(browser, base, id);
  report.check('backup: somebody is asked', asked !== undefined);
  if (asked === undefined) return asking.close();
  const context = await openContext(browser, base, PHONE);
  await signInAs(context, asked);
  const page = await context.newPage();
  await page.goto('/');
  await boardShown(page);
  const card = page.locator('article').filter({ has: page.locator(`a[href="/cases/${id}"]`) });
  const accept = card.getByRole('button', { name: '引き受ける' });
  const box = await accept.boundingBox();
  report.check('backup: the button to accept is 64 px high', (box?.height ?? 0) >= 64, `${box?.height} px`);
  report.check('backup: the line to 119 stands there', await card.getByText('119').isVisible());
  await card.getByRole('button', { name: '断る', exact: true }).click();
  await shoot(page, shots, 'offer-decline-phone');
  report.check('backup: declining asks why first', (await card.getByRole('button').count()) > 7);
  const faults = await axeFaults(page);
  report.check('backup: axe has nothing serious', faults.length === 0, faults.join('; '));
  report.check('backup: no horizontal scroll', (await overflow(page)) <= 0);
  await card.getByRole('button', { name: '断らずに戻る' }).click();
  await accept.click();
  await page.getByRole('link', { name: '出発した' }).waitFor();
  report.check('backup: accepted, and what comes next is offered', true);
  await shoot(page, shots, 'case-accepted-phone');
  await context.close();
  await asking.close();
}

/** The physician on whose board the offer stands. */
async function whoIsAsked(browser, base, id) {
  const context = await openContext(browser, base);
  try {
    const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
    for (const { userId, role } of accounts) {
      if (role !== 'secondary_physician' && role !== 'primary_physician') continue;
      await signInAs(context, userId);
      const { rows } = await (await context.request.get('/api/v1/board')).json();
      if (rows.some(({ mine, step, about }) => mine && step === 'offer' && about.id === id)) return userId;
    }
    return undefined;
  } finally {
    await context.close();
  }
}

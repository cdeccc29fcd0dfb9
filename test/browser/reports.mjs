import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** A month is looked at, walked to its consultations, submitted and approved by hand (C10, H-04). */
export async function reports({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'coordinator');
  await page.getByText('ほか', { exact: true }).click();
  await page.getByRole('link', { name: '月次集計' }).first().click();
  await page.locator('[data-by="topic"]').waitFor();
  report.check('reports: the months of the desk stand in the navigation, and open', true);
  await shoot(page, shots, 'month-desk');

  const figure = page.locator('[data-by="side"] td a').first();
  const count = Number(await figure.innerText());
  await figure.click();
  await page.locator('[data-behind] li').first().waitFor();
  const listed = await page.locator('[data-behind] li').count();
  // One that another desk has taken over since counts where it was received, and opens there.
  const elsewhere = await page
    .locator('[data-behind]')
    .getByText(/ほか \d+件/)
    .allInnerTexts();
  const others = Number(/\d+/.exec(elsewhere[0] ?? '')?.[0] ?? 0);
  report.check('reports: a number leads to as many consultations', listed + others === count, `${listed} of ${count}`);
  report.check('reports: what is looked at stands in the address', page.url().includes('by=side'));
  await shoot(page, shots, 'month-behind');
  await page.locator('[data-behind] li a').first().click();
  await page.locator('#timeline').waitFor();
  report.check('reports: and each of them opens', true);
  await page.goBack();

  // In the first days of a month the last one is still to be submitted.
  const submit = page.getByRole('link', { name: '報告を提出する' });
  await page.locator('[data-state]').waitFor();
  if ((await submit.count()) > 0) {
    await submit.click();
    await page.locator('[data-by="topic"]').waitFor();
    await shoot(page, shots, 'month-submit');
    await page.getByRole('button', { name: '報告を提出する' }).click();
    await page.getByText('承認待ち').first().waitFor();
  }
  for (const fault of await axeFaults(page)) report.check(`reports: the month: ${fault}`, false);
  await context.close();

  const office = await openContext(browser, base, PHONE);
  const association = await signIn(office, 'medical_association');
  await association.goto('/messages');
  await association
    .getByRole('link', { name: /月次活動報告が提出されました/ })
    .first()
    .click();
  await association.locator('#timeline').waitFor();
  const address = new URL(association.url()).pathname;
  report.check('reports: the message of the association leads to what was submitted', address.startsWith('/cases/'));
  await approve(association, address);
  report.check('reports: the figures stand above the approval, and it is given on a phone', true);

  await office.close();

  const phone = await openContext(browser, base, PHONE);
  const officer = await signIn(phone, 'municipal_ltc_officer');
  const { commands, state } = await (await phone.request.get(`/api/v1${address}/timeline`)).json();
  if (commands.includes('ApproveActivityReport') && state !== 'APPROVED') await approve(officer, address);
  await officer.goto('/activity-reports');
  await officer.locator('[data-state="APPROVED"]').waitFor();
  await officer.locator('[data-by="side"] td a').first().click();
  await officer.locator('[data-behind]').getByText('だけが開けます').waitFor();
  report.check('reports: who may not open a consultation hears why', true);
  report.check('reports: nothing overflows on a phone', (await overflow(officer)) <= 0);
  for (const fault of await axeFaults(officer)) report.check(`reports: the month: ${fault}`, false);
  await shoot(officer, shots, 'month-phone');
  await phone.close();
}

async function approve(page, address) {
  await page.goto(`${address}?do=ApproveActivityReport`);
  await page.locator('[data-by="topic"]').waitFor();
  await page.getByRole('button', { name: '報告を承認する' }).click();
  await page.locator('#timeline').waitFor();
}

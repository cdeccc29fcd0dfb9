import { randomUUID } from 'node:crypto';
import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 閲覧の記録: a look at a person is there for whoever reviews it, and no name is. */
export async function readLog({ browser, base, report, shots }) {
  const nurse = await openContext(browser, base);
  await signIn(nurse, 'discharge_nurse');
  const patients = await (await nurse.request.get('/api/v1/patients')).json();
  const [patient] = patients;
  await nurse.request.post('/api/v1/patients/searches', {
    headers: { 'idempotency-key': randomUUID() },
    data: { birthDate: patient.birthDate, kana: patient.kana, for: 'RegisterAdmission' },
  });
  await nurse.close();

  for (const [size, options] of [
    ['desktop', undefined],
    ['phone', PHONE],
  ]) {
    const context = await openContext(browser, base, options);
    const page = await signIn(context, 'admin');
    await page.goto('/menu');
    await page.locator('main').getByRole('link', { name: '閲覧の記録', exact: true }).click();
    await page.locator('main table tbody tr').first().waitFor();
    report.check(
      `read log: reached from the menu (${size})`,
      (await page.locator('main h1').innerText()) === '閲覧の記録',
    );
    await page.locator('#field-looks-about').fill(patient.id);
    await page.getByRole('button', { name: '表示する' }).click();
    await page.locator('main tbody tr').filter({ hasText: '患者の選択' }).first().waitFor();
    const rows = await page.locator('main tbody tr').allInnerTexts();
    report.check(
      `read log: narrowed to one person (${size})`,
      rows.every((row) => row.includes(patient.id)),
    );
    report.check(
      `read log: names nobody who is cared for (${size})`,
      !(await page.locator('main').innerText()).includes(patient.name),
    );
    report.check(`read log: no horizontal scroll (${size})`, (await overflow(page)) <= 0);
    const faults = await axeFaults(page);
    report.check(`read log: axe has nothing serious (${size})`, faults.length === 0, faults.join('; '));
    await shoot(page, shots, `read-log-${size}`);

    await page.getByRole('button', { name: '一人の方について誰が見たか' }).click();
    await page.locator('#field-looks-patient').fill(patient.id);
    await page.getByRole('button', { name: '表示する' }).click();
    await page.locator('main tbody tr').filter({ hasText: '退院支援看護師' }).first().waitFor();
    report.check(`read log: says who saw a person (${size})`, true);
    await shoot(page, shots, `who-saw-${size}`);

    await page.getByRole('button', { name: '月次の点検' }).click();
    await page.locator('main tbody tr').filter({ hasText: '退院支援看護師' }).first().waitFor();
    const [first] = await page.locator('main tbody tr').allInnerTexts();
    report.check(
      `read log: the month begins with who went beyond his relations (${size})`,
      /退院支援看護師/.test(first ?? ''),
      first,
    );
    await shoot(page, shots, `looks-of-month-${size}`);
    await context.close();
  }

  const other = await openContext(browser, base);
  const page = await signIn(other, 'coordinator');
  await page.goto('/menu');
  await page.locator('main a').first().waitFor();
  report.check('read log: is offered to nobody else', (await page.locator('main a[href="/read-log"]').count()) === 0);
  await other.close();
}

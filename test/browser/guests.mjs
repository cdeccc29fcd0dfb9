import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 口座のない側: a sheet is made, its page opens without JavaScript, and its answer is written down at the desk. */
export async function guests({ browser, base, report, shots }) {
  for (const [name, viewport] of [
    ['phone', PHONE],
    ['desk', DESK],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'discharge_nurse');
    const { rows } = await (await context.request.get('/api/v1/board')).json();
    const { about } = rows.find(({ commands }) => commands.includes('DeliverHandoverOnPaper'));
    await page.goto(`/cases/${about.id}?do=DeliverHandoverOnPaper`);
    await page.getByRole('button', { name: '送付状と回答番号を作る' }).click();
    await page.getByText('送付状ができました').waitFor();
    const code = await page.locator('[data-reply-code]').innerText();
    const address = await page.getByText('/reply/').innerText();
    await sound({ page, report, shots, name: `sheet-${name}` });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '送付状（PDF）を受け取る' }).click(),
    ]);
    report.check(`guests: on a ${name} the sheet is a file`, (await download.failure()) === null);

    const outside = await browser.newPage({ viewport, javaScriptEnabled: false });
    const answer = await outside.goto(new URL(new URL(address).pathname, base).href);
    report.check(
      `guests: on a ${name} the page of the sheet opens without an account and without JavaScript`,
      answer.status() === 200 && (await outside.getByRole('button').count()) > 0,
    );
    if (shots) await outside.screenshot({ path: `${shots}/guest-${name}.png`, fullPage: true });
    await outside.close();

    await page.goto('/menu');
    await page.locator('main').getByRole('link', { name: '電話・FAXの回答' }).click();
    await page.getByLabel('回答番号').fill(code);
    await page.locator('select').nth(1).selectOption('question');
    await page.getByLabel('確認したいこと').fill('訪問看護の開始日を教えてください。');
    await page.getByLabel('答えた人').fill('居宅 花子');
    await sound({ page, report, shots, name: `replies-${name}` });
    if (name === 'phone') {
      await context.close();
      continue;
    }
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByText('記録しました', { exact: true }).waitFor();
    await page.goto(`/cases/${about.id}`);
    await page.getByText('回答の方法').first().waitFor();
    const told = await page.locator('main').innerText();
    report.check(
      'guests: the hospital sees by which way it was answered, and by whom',
      /回答の方法[:：\s]*電話/.test(told) && told.includes('居宅 花子'),
      told.slice(told.indexOf('回答の方法'), told.indexOf('回答の方法') + 80),
    );
    await context.close();
  }
}

async function sound({ page, report, shots, name }) {
  report.check(`guests: ${name} does not run out of the page`, (await overflow(page)) <= 0);
  const faults = await axeFaults(page);
  report.check(`guests: everybody can use ${name}`, faults.length === 0, JSON.stringify(faults));
  await shoot(page, shots, name);
}

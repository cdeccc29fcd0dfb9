import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

const HEAD = '名称,種類,市町村,電話番号\n';
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) });

/** 一覧の取り込み: a file is looked at, its faults are named, and what is imported can be taken back. */
export async function imports({ browser, base, report, shots }) {
  for (const [name, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ])
    await importing({ browser, base, report, shots, name, viewport });
  const context = await openContext(browser, base);
  const page = await signIn(context, 'care_manager');
  await page.goto('/imports');
  await page.getByText('何の一覧ですか').waitFor();
  report.check(
    'imports: a care manager is offered patients and nothing else',
    (await page.locator('input[name="target"]').evaluateAll((all) => all.map((one) => one.value).join())) ===
      'patients',
  );
  await context.close();
}

async function importing({ browser, base, report, shots, name, viewport }) {
  const context = await openContext(browser, base, viewport);
  const page = await signIn(context, 'coordinator');
  await page.goto('/menu');
  await page.locator('main').getByRole('link', { name: '一覧の取り込み' }).click();
  await page.getByText('何の一覧ですか').waitFor();
  await sound({ page, report, shots, name, part: 'choice' });

  await choose(page, csv('機関.csv', `${HEAD}架空${name}薬局,薬局,富良野市,167001234\n=1+1薬局,何か,無い町,\n`));
  await page.getByText('列の対応と、先頭の行').waitFor();
  report.check(
    `imports: on a ${name} the columns are guessed and the first rows shown as they will be read`,
    (await page.locator('select').first().inputValue()) === 'name' &&
      (await page.getByRole('cell', { name: '薬局', exact: true }).count()) > 0,
  );
  await sound({ page, report, shots, name, part: 'columns' });
  await page.getByRole('button', { name: /すべての行を確かめる/ }).click();
  await page.getByText('直すところのある行が2行あります').waitFor();
  report.check(
    `imports: on a ${name} every fault is named with what to do`,
    await page.getByText('先頭の0が落ちています').first().isVisible(),
  );
  await sound({ page, report, shots, name, part: 'faults' });
  const link = page.getByRole('link', { name: '直すところをCSVで受け取る' });
  // How it is called on the disk is the computer's own: without a locale it has no letters for it.
  const [download, answer] = await Promise.all([
    page.waitForEvent('download'),
    page.request.get(await link.getAttribute('href')),
    link.click(),
  ]);
  report.check(
    `imports: on a ${name} the faults are a file`,
    (await download.failure()) === null &&
      decodeURIComponent(answer.headers()['content-disposition']).endsWith('直すところ.csv'),
  );
  await page.getByRole('button', { name: 'このファイルを消す' }).click();

  await page.getByText('何の一覧ですか').waitFor();
  await choose(page, csv('機関.csv', `${HEAD}架空${name}薬局,薬局,富良野市,0167-00-1234\n`));
  await page.getByRole('button', { name: /すべての行を確かめる/ }).click();
  await page.getByText('直すところはありません').waitFor();
  await sound({ page, report, shots, name, part: 'checked' });
  await page.getByRole('button', { name: '取り込む', exact: true }).click();
  await page.getByText('取り込みました').waitFor();
  report.check(
    `imports: on a ${name} the result says what was new`,
    await page.getByText('新しく登録：1件').isVisible(),
  );
  await sound({ page, report, shots, name, part: 'done' });
  await page.getByRole('button', { name: 'この取り込みを取り消す' }).click();
  await page.getByRole('button', { name: '取り消す', exact: true }).click();
  await page.getByText('取り消しました').waitFor();
  report.check(`imports: on a ${name} it is taken back with one press`, true);
  await context.close();
}

async function choose(page, file) {
  await page.locator('input[name="target"][value="organizations"]').check();
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'このファイルを読む' }).click();
}

async function sound({ page, report, shots, name, part }) {
  report.check(`imports: on a ${name} nothing runs out of the page (${part})`, (await overflow(page)) === 0);
  const faults = await axeFaults(page);
  report.check(`imports: on a ${name} everybody can use it (${part})`, faults.length === 0, faults.join(', '));
  await shoot(page, shots, `imports-${name}-${part}`);
}

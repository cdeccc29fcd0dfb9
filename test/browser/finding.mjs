import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** Lists and search: found again, by the address alone or by what no address holds. */
export async function finding({ browser, base, report, shots }) {
  const context = await openContext(browser, base, DESK);
  const page = await signIn(context, 'coordinator');
  const rows = page.locator('li[data-case]');
  await page.getByRole('link', { name: '一覧', exact: true }).first().click();
  await rows.first().waitFor();
  report.check('list: shows cases, those that are over among them', (await rows.count()) > 3);
  await shoot(page, shots, 'list-desk');
  report.check(
    'list: no faults for assistive technology',
    (await axeFaults(page)).length === 0,
    (await axeFaults(page)).join('; '),
  );
  await page.getByRole('link', { name: '今月終結' }).click();
  await page.waitForURL(/over=this/);
  await page.getByLabel('種類').selectOption('issue_signal');
  await page.waitForURL(/kind=issue_signal/);
  await page.getByText('この条件に当てはまる案件はありません').waitFor();
  await shoot(page, shots, 'list-none');
  await page.reload();
  await page.getByRole('link', { name: '条件を外す' }).click();
  await rows.first().waitFor();
  report.check(
    'list: what is chosen stands in the address, and there is a way out of nothing',
    !page.url().includes('over='),
  );

  const named = (await (await context.request.get('/api/v1/cases')).json()).rows.find(
    ({ patient }) => patient !== null,
  );
  const { name, kana } = named.patient;
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'さがす' }).and(page.locator(':visible'));
  report.check('search: / leads to it', await box.evaluate((input) => input === document.activeElement));
  await box.fill(kana);
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/search')) asked.push(request.url());
  });
  await box.evaluate((input) =>
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  report.check(
    'search: Enter that chooses a kanji asks for nothing',
    asked.length === 0 && !page.url().endsWith('/search'),
  );
  await box.press('Enter');
  await page.waitForURL(/\/search$/);
  const person = page.getByRole('heading', { name, level: 3 }).first();
  await person.waitFor();
  report.check('search: a person is found by kana, with the cases', (await rows.count()) > 0);
  report.check(
    'search: no address holds what was looked for',
    asked.every((url) => new URL(url).search === '') && !page.url().includes(encodeURIComponent(kana)),
  );
  await shoot(page, shots, 'search-desk');
  report.check(
    'search: no faults for assistive technology',
    (await axeFaults(page)).length === 0,
    (await axeFaults(page)).join('; '),
  );
  await rows.first().getByRole('link').click();
  await page.locator('#timeline').waitFor();
  await page.goBack();
  await person.waitFor();
  report.check('search: is still there when one comes back from a case', true);
  await box.fill('どこにもない言葉');
  await box.press('Enter');
  await page.getByText('見つかりません', { exact: true }).waitFor();
  await shoot(page, shots, 'search-none');

  await page.setViewportSize(PHONE);
  await page.goto('/list');
  await rows.first().waitFor();
  await shoot(page, shots, 'list-phone');
  report.check('list: fits a phone', (await overflow(page)) === 0, String(await overflow(page)));
  await page.getByRole('link', { name: 'さがす' }).click();
  const field = page.getByRole('searchbox', { name: 'さがす' }).and(page.locator(':visible'));
  await field.fill('退院');
  await field.press('Enter');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await shoot(page, shots, 'search-phone');
  report.check('search: fits a phone', (await overflow(page)) === 0, String(await overflow(page)));
  await context.close();
}

/** 電話を受ける: the number tells who calls, and the call is written down with thirty keys beside its words. */
export async function knownCaller({ browser, base, report, shots }) {
  const context = await openContext(browser, base, DESK);
  const page = await signIn(context, 'coordinator');
  const all = await (await context.request.get('/api/v1/organizations?kind=care_management_office')).json();
  const caller = all.find(({ phone }) => phone !== null);
  await page.goto('/consultations/new');
  const number = page.locator('#field-consulter-callbackTo');
  await number.and(page.locator(':focus')).waitFor();
  let keys = 0;
  const press = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };
  const untilAt = async (field) => {
    for (let tries = 0; tries < 40; tries++) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
    }
  };
  await press(...caller.phone.replaceAll(/\D/g, '').slice(-4));
  await page.getByRole('button', { name: caller.name }).waitFor();
  await shoot(page, shots, 'log-caller');
  await press('Alt+ArrowDown', 'Alt+2');
  report.check(
    'caller: the side follows from the institution that the number is of',
    await page.getByLabel('介護', { exact: true }).isChecked(),
  );
  await untilAt(page.locator('#field-summary'));
  await page.keyboard.type('夜間の連絡先を尋ねられた。');
  await untilAt(page.locator('input[name="topics"]').first());
  await press('Space', 'Control+Enter');
  await page.locator('#timeline').waitFor();
  report.check(`caller: a known caller costs no more than 30 keys beside the words: ${keys}`, keys <= 30);
  const shown = await (await context.request.get(`/api/v1${new URL(page.url()).pathname}/timeline`)).json();
  report.check('caller: the institution stands with the call', JSON.stringify(shown.entries).includes(caller.id));
  await context.close();
}

import { axeFaults, begin, boardShown, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** A person is registered once; somebody else of the same name only when that is said. */
export async function patients({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'discharge_nurse');
  const fill = async () => {
    await begin(page, '患者を登録');
    await page.locator('#field-name').fill('試験 花子');
    await page.locator('#field-kana').fill('シケン ハナコ');
    await page.locator('#field-birthDate').fill('1940-02-03');
    await page.locator('#field-sex input').first().check();
    await page.locator('#field-municipality').fill('富良野市');
  };
  const record = () => page.getByRole('button', { name: '患者を登録する' }).click();
  const tick = page.getByLabel('同姓同名の別の方として登録する');

  await fill();
  await record();
  report.check(
    'patients: consent is not taken for granted',
    await page.getByRole('alert').getByText('情報共有への同意を選んでください').isVisible(),
  );
  await page.locator('#field-consent input').first().check();
  report.check('patients: another person of the name is not asked for at first', (await tick.count()) === 0);
  const faults = await axeFaults(page);
  report.check('patients: axe has nothing serious', faults.length === 0, faults.join('; '));
  report.check('patients: no horizontal scroll', (await overflow(page)) <= 0);
  await shoot(page, shots, 'register-patient-phone');
  await record();
  await page.getByText('患者を登録しました。').waitFor();
  await boardShown(page);

  await fill();
  await page.locator('#field-consent input').first().check();
  await record();
  await tick.waitFor();
  report.check('patients: the same again is refused, and what was typed stays', true);
  const refusal = await page.getByRole('alert').filter({ hasText: '記録できませんでした' }).innerText();
  report.check('patients: in words, without codes', !/[a-zA-Z]/.test(refusal), refusal);
  await shoot(page, shots, 'register-patient-refused-phone');
  await tick.check();
  await record();
  await page.getByText('患者を登録しました。').waitFor();
  report.check('patients: another person of the same name is registered when that is said', true);

  await begin(page, '入院を登録');
  await page.locator('#field-patient').waitFor();
  const toSearch = page.getByRole('button', { name: '一覧にいない方を、生年月日とふりがなで探す' });
  await toSearch.or(page.locator('#field-search-birthDate')).first().waitFor();
  if ((await toSearch.count()) > 0) await toSearch.click();
  await page.locator('#field-search-birthDate').fill('1940-02-03');
  await page.locator('#field-search-kana').fill('しけ');
  await shoot(page, shots, 'find-patient-phone');
  await page.locator('#field-search-kana').press('Enter');
  const found = page.getByRole('list', { name: '探した結果' }).getByRole('button');
  await found.nth(1).waitFor();
  report.check(
    'patients: of those who are not one’s own both are found by birth date and reading',
    (await found.count()) === 2,
  );
  const tooSmall = (await Promise.all((await found.all()).map((one) => one.boundingBox()))).filter(
    (box) => (box?.height ?? 0) < 44,
  );
  report.check('patients: each is large enough for a thumb', tooSmall.length === 0);
  const searchFaults = await axeFaults(page);
  report.check(
    'patients: axe has nothing serious against the search',
    searchFaults.length === 0,
    searchFaults.join('; '),
  );
  report.check('patients: no horizontal scroll while searching', (await overflow(page)) <= 0);
  await shoot(page, shots, 'found-patient-phone');
  await page.locator('#field-search-kana').fill('し');
  await page.locator('#field-search-kana').press('Enter');
  await page.getByRole('alert').getByText('２文字以上').waitFor();
  report.check('patients: too little of a name is refused in words', true);
  await page.locator('#field-search-kana').fill('シケン');
  await page.locator('#field-search-kana').press('Enter');
  await found.nth(1).click();
  await page.getByText('選択中：試験 花子').waitFor();
  report.check('patients: whoever was found is chosen', true);
  await context.close();
}

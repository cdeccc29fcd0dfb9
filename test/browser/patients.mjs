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
  await page.locator('#field-patient').fill('しけん');
  const found = page.getByRole('list', { name: '患者' }).getByRole('button');
  await found.nth(1).waitFor();
  report.check('patients: both can be chosen at once', (await found.count()) === 2);
  await context.close();
}

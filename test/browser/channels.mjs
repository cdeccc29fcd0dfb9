import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

const choose = async (page, field, text) => {
  await page.locator(`#field-${field}`).fill(text);
  await page.locator(`#field-${field} ~ ul button, #field-${field} + ul button`).first().click();
};

/** A coordinator gives a mobile number, confirms it, chooses what comes there, and is told of a request by SMS. */
export async function channels({ browser, base, report, shots }) {
  const desk = await openContext(browser, base);
  const page = await signIn(desk, 'coordinator');
  await page.goto('/channels');
  await page.locator('#preferences').waitFor();
  report.check('channels: who has no contact is told so', await page.getByText('連絡先はまだありません').isVisible());
  await page.locator('#field-kind').selectOption('sms');
  await page.locator('#field-address').fill('0167-22-0000');
  await page.getByRole('button', { name: '加えて、確認番号を送る' }).click();
  await page.getByText('SMS が届くのは携帯電話の番号です').waitFor();
  report.check('channels: an address that cannot be is refused with what to do', true);
  await page.locator('#field-address').fill('090-1234-5678');
  await page.getByRole('button', { name: '加えて、確認番号を送る' }).click();
  await page.locator('[data-contact=sms]').waitFor();

  const code = await codeOf(page);
  await page.goto('/channels');
  const contact = page.locator('[data-contact=sms]');
  await contact.locator('input').fill('000000' === code ? '000001' : '000000');
  await contact.getByRole('button', { name: '確かめる' }).click();
  await contact.getByText('確認番号が違います').waitFor();
  await contact.locator('input').fill(code);
  await contact.getByRole('button', { name: '確かめる' }).click();
  await contact.getByText('確認済み').waitFor();
  report.check('channels: a contact is confirmed by the code that arrived there', true);

  // Whatever the time is, it is not quiet.
  await page.locator('#field-quietFrom').fill('00:00');
  await page.locator('#field-quietTo').fill('00:00');
  const notice = page.locator('[data-class=notice]');
  await notice.getByRole('group', { name: '昼（静かな時間のほか）' }).getByRole('checkbox').check();
  const emergency = page.locator('[data-class=emergency]');
  const atNight = emergency.getByRole('group', { name: '静かな時間', exact: true }).getByRole('checkbox');
  report.check(
    'channels: an emergency breaks quiet hours, and says so',
    await emergency.getByText('静かな時間にも、まとめずにすぐ届きます').isVisible(),
  );
  report.check('channels: and is on from the start', await atNight.isChecked());
  await page.getByRole('button', { name: '受け取り方を保存する' }).click();
  await page.getByText('保存しました。').waitFor();
  report.check('channels: nothing overflows at a desk', (await overflow(page)) <= 0);
  for (const fault of await axeFaults(page)) report.check(`channels: ${fault}`, false);
  await shoot(page, shots, 'channels');

  const address = await serviceRequested(browser, base);
  await page.goto('/outbox');
  const sms = page.locator('[data-outbox=sms]').filter({ hasText: address });
  await sms.first().waitFor();
  const text = await sms.first().innerText();
  report.check(
    'channels: what goes out names nobody',
    /新しい連絡があります/.test(text) && !/薬が|患者/.test(text),
    text,
  );
  for (const fault of await axeFaults(page)) report.check(`channels: the outbox: ${fault}`, false);
  await shoot(page, shots, 'outbox');
  await page.goto(address);
  await page.getByText('だれに知らせたか').click();
  await page.locator('[data-delivery=delivered]').first().waitFor();
  report.check('channels: the case shows that it has arrived', true);
  await shoot(page, shots, 'deliveries');
  await desk.close();

  const phone = await openContext(browser, base, PHONE);
  const small = await signIn(phone, 'coordinator');
  await small.goto('/channels');
  await small.locator('[data-contact=sms]').waitFor();
  report.check('channels: nothing overflows on a phone', (await overflow(small)) <= 0);
  for (const fault of await axeFaults(small)) report.check(`channels: on a phone: ${fault}`, false);
  await shoot(small, shots, 'channels-phone');
  await small.getByRole('button', { name: /を削除$/ }).click();
  await small.getByText('連絡先はまだありません').waitFor();
  report.check('channels: a contact is removed by its owner', true);
  await phone.close();
}

async function codeOf(page) {
  await page.goto('/outbox');
  const sent = page.locator('[data-outbox=sms]').first();
  await sent.getByText('確認番号').waitFor();
  return /確認番号 (\d{6})/.exec(await sent.innerText())?.[1] ?? '';
}

/** A care manager asks a pharmacy where nobody works with the system: the desk is told. */
async function serviceRequested(browser, base) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'care_manager');
  await page.goto('/service-requests/new');
  await page.getByRole('button', { name: 'サービスを依頼する' }).waitFor();
  await choose(page, 'patient', '富良野市');
  await page.getByText('栄養指導').click();
  await choose(page, 'to', 'ひだまり');
  await page.locator('#field-wish').fill('薬が余っている。');
  await page.getByRole('button', { name: 'サービスを依頼する' }).click();
  await page.getByText('返事待ち').first().waitFor();
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

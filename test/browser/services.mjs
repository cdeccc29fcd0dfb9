import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

const choose = async (page, field, text) => {
  await page.locator(`#field-${field}`).fill(text);
  await page.locator(`#field-${field} ~ ul button, #field-${field} + ul button`).first().click();
};

/** A care manager asks a pharmacy where nobody works with the system; the desk telephones, and writes the answer down (B-09). */
export async function services({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'care_manager');
  await page.goto('/service-requests/new');
  await page.getByRole('button', { name: 'サービスを依頼する' }).waitFor();
  await shoot(page, shots, 'service-request');
  report.check('services: nothing overflows on a phone', (await overflow(page)) <= 0);
  for (const fault of await axeFaults(page)) report.check(`services: the form: ${fault}`, false);
  await choose(page, 'patient', '富良野市');
  await page.getByText('訪問薬剤管理').click();
  await choose(page, 'to', 'ひだまり');
  await page.locator('#field-wish').fill('薬が余っている。一包化と訪問を頼みたい。');
  await page.getByRole('button', { name: 'サービスを依頼する' }).click();
  await page.getByText('返事待ち').first().waitFor();
  const address = new URL(page.url()).pathname;
  report.check('services: the request is there', true);
  await shoot(page, shots, 'service-case');
  await context.close();

  const desk = await openContext(browser, base);
  const coordinator = await signIn(desk, 'coordinator');
  await coordinator.goto('/messages');
  await coordinator
    .getByRole('link', { name: /サービスの依頼が届きました/ })
    .first()
    .click();
  await coordinator.locator('#timeline').waitFor();
  report.check('services: the desk is told where nobody else is', new URL(coordinator.url()).pathname === address);
  await coordinator.goto(`${address}?do=AcceptServiceRequest`);
  await coordinator.locator('#field-doneBy').fill('2099-12-28');
  await coordinator.getByRole('button', { name: '依頼を受ける' }).click();
  await coordinator.getByText('実施待ち').first().waitFor();
  report.check('services: and writes the answer down', true);
  await shoot(coordinator, shots, 'service-desk');
  await desk.close();
}

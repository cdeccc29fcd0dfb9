import { randomUUID } from 'node:crypto';
import { axeFaults, boardShown, DESK, openContext, overflow, PHONE, shoot, signIn, signInAs } from './pages.mjs';

const QUESTION = '薬の一包化と、服薬を見守る人を教えてください。';

/** Timelines and forms: each as its role meets it. */
export async function cases({ browser, base, report, shots }) {
  await timelines({ browser, base, report, shots });
  await consultation({ browser, base, report, shots });
  await handover({ browser, base, report, shots });
  await acknowledgement({ browser, base, report, shots });
  await supplement({ browser, base, report, shots });
}

async function timelines({ browser, base, report, shots }) {
  for (const [role, viewport, device] of [
    ['discharge_nurse', DESK, 'desk'],
    ['care_manager', PHONE, 'phone'],
    ['secondary_physician', PHONE, 'phone'],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, role);
    await page.locator('li[data-obligation] a, article[data-obligation] a').first().click();
    await page.locator('#timeline').waitFor();
    await audit(page, report, shots, `case-${role}-${device}`);
    await context.close();
  }
}

async function consultation({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'coordinator');
  await page.getByRole('link', { name: '相談を受ける' }).first().click();
  await page.locator('#field-summary').waitFor();
  await audit(page, report, shots, 'log-consultation-desk');

  // By keyboard alone, from the first field, which has the focus.
  await page.keyboard.type('桜ケアプラン 佐藤 0167-00-0000');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByRole('link').first().waitFor();
  report.check(
    'consultation: what is missing is named and linked',
    (await page.getByRole('alert').getByRole('link').count()) === 3,
  );
  report.check('consultation: the title says that there is an error', (await page.title()).startsWith('エラー：'));
  report.check(
    'consultation: what was typed stays',
    (await page.locator('#field-consulter-callbackTo').inputValue()).startsWith('桜'),
  );
  await shoot(page, shots, 'log-consultation-errors-desk');
  await page.locator('#field-summary').focus();
  await page.keyboard.type('退院後の訪問看護を探している。');
  await page.locator('#field-consulter-side input').nth(1).press('Space');
  await page.locator('#field-topics input').nth(1).press('Space');
  await page.keyboard.press('Control+Enter');
  await page.locator('#timeline').waitFor();
  report.check('consultation: saved by keyboard, and its case is shown', page.url().includes('/cases/'));

  await page.getByRole('link', { name: '対応を記録する' }).first().click();
  await page.locator('#field-minutes').fill('１０');
  await page.getByRole('button', { name: '対応を記録する' }).click();
  await page.getByRole('link', { name: '相談を終結する' }).click();
  await page.locator('#field-outcome').waitFor();
  await audit(page, report, shots, 'close-consultation-desk');
  await page.locator('#field-outcome input').first().check();
  await page.locator('#field-issueAssessment-raises input').nth(1).check();
  await page.getByRole('button', { name: '相談を終結する' }).click();
  await page.locator('#timeline').waitFor();
  await page.getByText('終結した', { exact: true }).first().waitFor();
  report.check('consultation: action recorded and closed', true);
  await context.close();
}

async function handover({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'discharge_nurse');
  const write = page.getByRole('link', { name: /^引継書を書く/ });
  if ((await write.count()) === 0) {
    report.check('handover: the demo has one to write', false);
    return context.close();
  }
  await write.first().click();
  await page.locator('#field-document-addressee').waitFor();
  await audit(page, report, shots, 'handover-form-phone');
  await page.getByRole('link', { name: '生活の様子' }).click();
  await page.locator('#field-document-adl').fill('歩行器で10m。入浴は全介助。');
  await page.getByRole('button', { name: '引継書を送る' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  const named = await page.getByRole('alert').getByRole('link').allInnerTexts();
  report.check(
    'handover: missing parts are named',
    named.some((text) => text.includes('排泄')) && !named.some((text) => text.includes('日常生活動作')),
  );
  await page.getByRole('alert').getByRole('link', { name: '薬と' }).click();
  report.check(
    'handover: an error leads to its field, on the section that is folded away',
    await page.locator('#field-document-medicine').evaluate((field) => field === document.activeElement),
  );
  report.check(
    'handover: what was written stays',
    (await page.locator('#field-document-adl').inputValue()).startsWith('歩行器'),
  );
  await shoot(page, shots, 'handover-errors-phone');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await page.getByRole('link', { name: 'つなぎ' }).click();
  await boardShown(page);
  await write.first().click();
  await page.locator('[data-draft-opened]').waitFor();
  report.check(
    'handover: leaving asks nothing, and what was written is there when one comes back',
    asked === 0 && (await page.locator('#field-document-adl').inputValue()).startsWith('歩行器'),
  );
  await page.getByRole('button', { name: '下書きを破棄する' }).click();
  await page.locator('[data-draft-opened]').waitFor({ state: 'detached' });
  report.check(
    'handover: a draft that is discarded is gone from the form',
    (await page.locator('#field-document-adl').inputValue()) === '',
  );
  await context.close();
}

/** Read first: the button says so, and does nothing, until the document has been opened. */
async function acknowledgement({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'care_manager');
  const posts = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await page
    .getByRole('link', { name: /^読んで受領/ })
    .first()
    .click();
  await page.getByRole('button', { name: '読みました。受領を記録する' }).press('Enter');
  report.check('acknowledgement: not before reading', posts.length === 0 && page.url().includes('AcknowledgeHandover'));
  await page.getByText('引継書を開いて読む').click();
  report.check('acknowledgement: the document can be read', (await page.locator('main dl dt').count()) > 10);
  await audit(page, report, shots, 'acknowledge-phone');
  await context.close();
}

/** What is asked stays in sight while it is being answered. */
async function supplement({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  await signIn(context, 'care_manager');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const owed = rows.find(
    ({ mine, step, caseState }) => mine && step === 'acknowledgement' && caseState === 'SUBMITTED',
  );
  const asked = await context.request.post(`/api/v1/handovers/${owed?.about.id}/clarifications`, {
    data: { text: QUESTION },
    headers: { 'idempotency-key': randomUUID() },
  });
  report.check('supplement: a care manager asks', asked.status() === 201, String(asked.status()));
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  for (const { userId } of accounts.filter(({ role }) => role === 'discharge_nurse')) {
    await signInAs(context, userId);
    if ((await context.request.get(`/api/v1/cases/${owed.about.id}/timeline`)).ok()) break;
  }
  const page = await context.newPage();
  for (const [device, viewport] of [
    ['phone', PHONE],
    ['desk', DESK],
  ]) {
    await page.setViewportSize(viewport);
    await page.goto(`/cases/${owed.about.id}`);
    await page.getByRole('link', { name: '引継書を補う' }).first().click();
    const question = page.locator('aside').getByText(QUESTION);
    await question.waitFor();
    await page.getByRole('link', { name: '医療と処置' }).click();
    const field = page.locator('#field-document-medicine');
    await field.scrollIntoViewIfNeeded();
    await field.focus();
    const seen = await question.boundingBox();
    const typed = await field.boundingBox();
    const inView = (box) => box !== null && box.y >= 0 && box.y + box.height <= viewport.height;
    report.check(`supplement, ${device}: the question is in sight where it is answered`, inView(seen) && inView(typed));
    const apart =
      seen !== null && typed !== null && (seen.y + seen.height <= typed.y || seen.x >= typed.x + typed.width);
    report.check(`supplement, ${device}: and covers nothing`, apart, JSON.stringify([seen, typed]));
    await page.screenshot({ ...(shots && { path: `${shots}/supplement-${device}-in-view.png` }) });
    await audit(page, report, shots, `supplement-${device}`);
  }
  await context.close();
}

async function audit(page, report, shots, name) {
  const faults = await axeFaults(page);
  report.check(`${name}: axe has nothing serious`, faults.length === 0, faults.join('; '));
  const wide = await overflow(page);
  report.check(`${name}: no horizontal scroll`, wide <= 0, `${wide} px too wide`);
  await shoot(page, shots, name);
}

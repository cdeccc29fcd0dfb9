import { randomUUID } from 'node:crypto';
import { axeFaults, boardShown, openContext, overflow, PHONE, shoot, signIn, signInAs } from './pages.mjs';

const SUMMARY = '呼吸苦、SpO2 88%。在宅酸素2L。';
const HANDED_BACK = '点滴を開始し、呼吸は落ち着いた。明日の再診をお願いします。';

/** At night: one asks for backup, another takes it with one tap; declining takes two. */
export async function offers({ browser, base, report, shots }) {
  await ringsForEveryVisitor({ browser, base, report, shots });
  const asking = await openContext(browser, base);
  const asker = await signIn(asking, 'primary_physician');
  await asker.getByRole('link', { name: '緊急の依頼' }).first().click();
  await asker.locator('#field-patient').fill('旭川');
  await asker.getByRole('list', { name: '患者' }).getByRole('button').first().click();
  await asker.locator('#field-reason input').first().check();
  await asker.locator('#field-need input').nth(1).check();
  await asker.locator('#field-summary').fill(SUMMARY);
  await asker.getByRole('button', { name: '緊急バックアップを依頼する' }).click();
  await asker.locator('#timeline').waitFor();
  const id = new URL(asker.url()).pathname.split('/').at(-1);
  report.check('backup: requested, and its case is shown', id !== undefined);

  const asked = await whoIsAsked(browser, base, id);
  report.check('backup: somebody is asked', asked !== undefined);
  if (asked === undefined) return asking.close();
  const context = await openContext(browser, base, PHONE);
  await signInAs(context, asked);
  const page = await context.newPage();
  await page.goto('/');
  await boardShown(page);
  const card = page.locator('article').filter({ has: page.locator(`a[href="/cases/${id}"]`) });
  const accept = card.getByRole('button', { name: '引き受ける' });
  const box = await accept.boundingBox();
  report.check('backup: the button to accept is 64 px high', (box?.height ?? 0) >= 64, `${box?.height} px`);
  report.check('backup: the line to 119 stands there', await card.getByText('119').isVisible());
  await card.getByText(SUMMARY).waitFor();
  report.check('backup: the offer says how the person is', true);
  report.check('backup: and who asks', (await card.getByText('依頼した人：').count()) === 1);
  report.check(
    'backup: an offer is answered, not promised',
    (await card.getByRole('button', { name: /いつまでに/ }).count()) === 0,
  );
  await shoot(page, shots, 'offer-phone');
  await card.getByRole('button', { name: '断る', exact: true }).click();
  await shoot(page, shots, 'offer-decline-phone');
  report.check('backup: declining asks why first', (await card.getByRole('button').count()) > 7);
  const faults = await axeFaults(page);
  report.check('backup: axe has nothing serious', faults.length === 0, faults.join('; '));
  report.check('backup: no horizontal scroll', (await overflow(page)) <= 0);
  await card.getByRole('button', { name: '断らずに戻る' }).click();
  await accept.click();
  await page.getByRole('link', { name: '出発を記録する' }).waitFor();
  report.check('backup: accepted, and what comes next is offered', true);
  await shoot(page, shots, 'case-accepted-phone');
  await handBack({ context, asker, id, report, shots });
  await context.close();
  await asking.close();
}

/** The demo is for whoever comes: an offer rings for the second visitor as for the first, who has answered. */
async function ringsForEveryVisitor({ browser, base, report, shots }) {
  const answers = ['引き受ける', '断る'];
  for (const [n, answer] of answers.entries()) {
    const context = await openContext(browser, base, PHONE);
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('[data-role="secondary_physician"]').first().click();
    await boardShown(page);
    const button = page.getByRole('button', { name: answer, exact: true });
    const rings = await button
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    report.check(`demo: an offer rings for visitor ${n + 1}`, rings);
    if (!rings) return context.close();
    const shown = await page
      .locator('article')
      .filter({ has: button })
      .first()
      .locator('a[href^="/cases/"]')
      .first()
      .getAttribute('href');
    await shoot(page, shots, `demo-rings-${n + 1}-phone`);
    await button.first().click();
    if (answer === '断る') {
      await page
        .locator('article')
        .filter({ has: page.locator(`a[href="${shown}"]`) })
        .getByRole('button')
        .first()
        .click();
    } else await page.getByRole('link', { name: '出発を記録する' }).first().waitFor();
    await context.close();
  }
}

/** 申し送り: whoever acknowledges has the text before their eyes. */
async function handBack({ context, asker, id, report, shots }) {
  const give = (resource, data) =>
    context.request.post(`/api/v1/backup-requests/${id}/${resource}`, {
      data,
      headers: { 'idempotency-key': randomUUID() },
    });
  await lost({ browser: asker.context().browser(), base: new URL(asker.url()).origin, id, report, shots });
  await give('completions', { outcome: 'home_visit' });
  const told = await give('hand-backs', { text: HANDED_BACK });
  report.check('hand-back: given', told.status() === 201, String(told.status()));
  await asker.setViewportSize(PHONE);
  await asker.goto(`/cases/${id}`);
  await asker.getByRole('link', { name: '申し送りを読んで確認する' }).first().click();
  const text = asker.locator('[data-hand-back]');
  await text.waitFor();
  const button = asker.getByRole('button', { name: '読みました。確認を記録する' });
  const [read, press] = [await text.boundingBox(), await button.boundingBox()];
  report.check('hand-back: its text is shown', (await text.innerText()) === HANDED_BACK);
  report.check('hand-back: above the button', read !== null && press !== null && read.y + read.height <= press.y);
  report.check('hand-back: both on one screen', press !== null && press.y + press.height <= PHONE.height);
  report.check(
    'hand-back: nothing reads as if it were done',
    !/しました/.test(await asker.locator('h1').innerText()),
    await asker.locator('h1').innerText(),
  );
  const faults = await axeFaults(asker);
  report.check('hand-back: axe has nothing serious', faults.length === 0, faults.join('; '));
  await shoot(asker, shots, 'hand-back-phone');
  await button.click();
  await asker.getByText('申し送りの確認を記録しました。').waitFor();
  report.check('hand-back: acknowledged', true);
  await asker.goBack();
  report.check('hand-back: going back shows no live form', (await button.count()) === 0);
}

/** Whoever did not take it has the message still, and no link that leads nowhere. */
async function lost({ browser, base, id, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const seen = [];
  for (const { userId, role } of accounts) {
    if (role !== 'secondary_physician') continue;
    await signInAs(context, userId);
    const messages = await (await context.request.get('/api/v1/messages')).json();
    const own = messages.filter(({ about }) => about.id === id);
    const readable = (await context.request.get(`/api/v1/cases/${id}/timeline`)).ok();
    seen.push(...own.map(({ opens }) => opens === readable));
    if (own.length === 0 || own[0].opens) continue;
    const page = await context.newPage();
    await page.goto('/messages');
    await page.getByText('この案件はあなたの手を離れました').first().waitFor();
    report.check(
      'messages: no link to a case that is no longer theirs',
      (await page.locator(`a[href="/cases/${id}"]`).count()) === 0,
    );
    await shoot(page, shots, 'messages-lost-phone');
    break;
  }
  report.check('messages: one opens where its case does', seen.length > 0 && seen.every(Boolean), String(seen));
  await context.close();
}

/** The physician on whose board the offer stands. */
async function whoIsAsked(browser, base, id) {
  const context = await openContext(browser, base);
  try {
    const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
    for (const { userId, role } of accounts) {
      if (role !== 'secondary_physician' && role !== 'primary_physician') continue;
      await signInAs(context, userId);
      const { rows } = await (await context.request.get('/api/v1/board')).json();
      if (rows.some(({ mine, step, about }) => mine && step === 'offer' && about.id === id)) return userId;
    }
    return undefined;
  } finally {
    await context.close();
  }
}

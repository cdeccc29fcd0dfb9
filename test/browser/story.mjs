import { openContext, PHONE, shoot, signInAs } from './pages.mjs';

const TROUBLE = '退院のとき、酸素の業者がどこか誰も分からなかった。';
const TO_DO = '酸素の業者と連絡先の一覧を作り、三か所の病棟に貼る。';
const LONGEST_MS = 15_000;

/**
 * From a telephone call to a council's decision, and back to the caller: by those who work in the demo region, each on a
 * screen of their own. The council sits by letter, for its next meeting lies weeks ahead.
 */
export async function story({ browser, base, report, shots }) {
  const people = await peopleOf(browser, base);
  const at = (role, size) => as(browser, base, people(role), size);
  const theme = /入退院支援、窓口が不明/;

  // A call: somebody of the office of 花園 asks, and the desk finds that nobody is in charge.
  const coordinator = await at('coordinator');
  await coordinator.goto('/consultations/new');
  await coordinator.locator('#field-consulter-callbackTo').fill('ケアプラン むらさき 花園 000-0000-0000');
  await coordinator.locator('#field-consulter-side input').nth(1).check();
  await coordinator.locator('#field-summary').fill(TROUBLE);
  await coordinator.locator('#field-scene input').first().check();
  await coordinator.locator('#field-topics input').nth(1).check();
  await choose(coordinator, 'consulter-organization', 'むらさき');
  await coordinator.keyboard.press('Control+Enter');
  await coordinator.locator('#timeline').waitFor();
  const consultation = new URL(coordinator.url()).pathname;
  await coordinator.goto(`${consultation}?do=RecordConsultationAction`);
  await coordinator.locator('#field-minutes').fill('15');
  await send(coordinator, coordinator.getByRole('button', { name: '対応を記録する' }));
  await coordinator.goto(`${consultation}?do=CloseConsultation`);
  await coordinator.locator('#field-outcome input').nth(2).check();
  await coordinator.locator('#field-issueAssessment-raises input').first().check();
  await coordinator.locator('#field-issueAssessment-issueType').selectOption('unclear_contact');
  await coordinator.locator('#field-issueAssessment-severity').selectOption('3');
  await coordinator.getByRole('button', { name: '相談を終結する' }).click();
  await coordinator.getByText('終結した', { exact: true }).first().waitFor();
  report.check('story: a call is logged, and closed with the issue that it shows', true);

  // Its council hears of it, and finds it among what may come on the next agenda.
  const officer = await at('municipal_ltc_officer');
  await opened(officer, '会議体に新しい議題案が届きました', theme);
  const item = new URL(officer.url()).pathname;
  report.check('story: the item reaches its council by a message that opens it', true);
  await officer.getByRole('link', { name: '根拠資料', exact: true }).click();
  await officer.getByRole('button', { name: '根拠資料を作る' }).click();
  await officer.getByRole('link', { name: 'PDF' }).waitFor({ timeout: LONGEST_MS });
  report.check('story: its pack is built, and one call is not shown', await hidesSmall(officer));
  await shoot(officer, shots, 'story-pack');

  await officer.goto('/councils');
  await officer.getByRole('link', { name: /富良野市 在宅医療/ }).click();
  await officer.locator('main h1').waitFor();
  await officer.getByRole('link', { name: /13:30/ }).first().click();
  const candidate = officer
    .locator('section, div')
    .filter({ has: officer.locator('#candidates') })
    .last()
    .locator('li');
  await candidate.filter({ hasText: theme }).getByRole('button', { name: '加える' }).click();
  await officer.getByRole('button', { name: 'この並びで保存する' }).click();
  await officer.getByRole('status').getByText('保存しました').waitFor();
  const meeting = new URL(officer.url()).pathname.split('/')[2];
  await shoot(officer, shots, 'story-agenda');
  await officer.goto(`/cases/${meeting}?do=SendMaterials`);
  await send(officer, officer.locator('main form').getByRole('button', { name: /資料/ }));
  await officer.goto(`/meetings/${meeting}/page?view=day`);
  await officer.getByRole('button', { name: '書面で開催する' }).click();
  const entry = officer.locator('li').filter({ hasText: theme }).first();
  await entry.getByRole('button', { name: '結果を入力' }).click();
  await entry.getByText('対応を決めた').click();
  await officer.keyboard.press('Control+Enter');
  await entry.getByText(/決定：対応を決めた/).waitFor();
  await shoot(officer, shots, 'story-decided');
  report.check('story: the meeting decides', true);
  await officer.goto(`${item}?do=AssignAction`);
  await officer.locator('#field-what').fill(TO_DO);
  await choose(officer, 'ownerOrganization', 'つなぐ拠点');
  await officer.locator('#field-dueOn').fill('2099-03-31');
  await send(officer, officer.getByRole('button', { name: '対応を割り当てる' }));

  // The owner opens it on a phone, from the message.
  const owner = await at('base_secretariat', PHONE);
  await opened(owner, '協議会から対応を頼まれました', theme);
  report.check('story: the owner opens the action from the message', new URL(owner.url()).pathname === item);
  await owner.goto(`${item}?do=CompleteAction`);
  await owner.locator('#field-action label').filter({ hasText: TO_DO }).click();
  await owner.locator('#field-report').fill('一覧を作り、三か所に貼った。');
  await send(owner, owner.getByRole('button', { name: '対応を終えたことを記録する' }));
  report.check('story: and reports it done', true);

  await officer.goto(`${item}?do=CheckEffect`);
  await officer.locator('#field-effect').getByText('効果あり', { exact: true }).click();
  await send(officer, officer.getByRole('button', { name: '効果を確かめる' }));
  await officer.goto(item);
  await officer.locator('main strong').getByText('終了', { exact: true }).waitFor();
  report.check('story: its effect is looked at, and the item ends by itself', true);
  await shoot(officer, shots, 'story-item');

  const caller = await at('care_manager', PHONE);
  await opened(caller, 'お寄せいただいた相談が、協議会で扱われました', /./);
  report.check('story: the caller is told', new URL(caller.url()).pathname === consultation);
  await caller.getByText('協議会での扱いを相談者へ返した').first().waitFor();
  const told = await caller.locator('main').innerText();
  report.check(
    'story: on which agenda it was, what was decided, and what came of it',
    ['議題に載りました', '対応を決めた', '効果あり'].every((word) => told.includes(word)),
    told,
  );
  await shoot(caller, shots, 'story-caller');
  await Promise.all([coordinator, officer, owner, caller].map((page) => page.context().close()));
}

async function peopleOf(browser, base) {
  const context = await openContext(browser, base);
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  await context.close();
  return (role) => accounts.find((account) => account.role === role).userId;
}

async function as(browser, base, userId, size) {
  const context = await openContext(browser, base, size);
  await signInAs(context, userId);
  return context.newPage();
}

/** Presses, and waits until the server has taken it: whoever leaves the page before has perhaps not sent it. */
async function send(page, button) {
  const taken = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.status() < 300 && answer.request().postData() !== null,
  );
  await button.click();
  await taken;
  await page.locator('#timeline').waitFor();
}

async function choose(page, field, text) {
  await page.locator(`#field-${field}`).fill(text);
  await page.locator(`#field-${field} ~ ul button, #field-${field} + ul button`).first().click();
}

/** Follows the newest message of that title, once it has come. */
async function opened(page, title, about) {
  const until = Date.now() + LONGEST_MS;
  const rows = page.locator('main li').filter({ hasText: title }).filter({ hasText: about });
  for (;;) {
    await page.goto('/messages');
    await page.locator('main h1').waitFor();
    await page.locator('main li').first().waitFor();
    if ((await rows.count()) > 0) break;
    if (Date.now() > until) throw new Error(`no message says ${title}`);
  }
  await rows.first().getByRole('link').click();
  await page.locator('#timeline').waitFor();
}

const hidesSmall = async (page) => /秘匿/.test(await page.locator('main').innerText());

import { boardShown, DESK, openContext, PHONE, signIn, signInAs } from './pages.mjs';

const THUMB_PX = 44;
const BEGINNINGS = {
  LogConsultation: '/consultations/new',
  RegisterAdmission: '/handovers/new',
  RegisterPatient: '/patients/new',
  RequestEmergencyBackup: '/backup-requests/new',
};

/** What somebody in a hurry sees without scrolling, hits with a thumb, and is not led to in vain. */
export async function inSight({ browser, base, report }) {
  for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
    const context = await openContext(browser, base, size);
    await offer({ context, name, report });
    await context.close();
  }
  for (const part of [thumbs, wholeTexts, ownFirst, noScreen, beginnings]) {
    const context = await openContext(browser, base, PHONE);
    await part({ context, report });
    await context.close();
  }
}

/** The one answer of the night: both buttons are there, on the board and in the case. */
async function offer({ context, name, report }) {
  const page = await signIn(context, 'secondary_physician');
  const card = page.locator('main article').first();
  // The longest that it becomes.
  await card.locator('section').waitFor();
  const { count, hidden } = await below(page);
  report.check(`in sight: both answers to an offer, ${name}`, count >= 2 && hidden.length === 0, hidden.join(', '));
  await card.getByRole('link', { name: '案件を開く' }).click();
  await page.locator('#timeline').waitFor();
  await page.locator('main article section').waitFor();
  const opened = await below(page);
  report.check(
    `in sight: both answers in its case, ${name}`,
    opened.count >= 2 && opened.hidden.length === 0,
    opened.hidden.join(', '),
  );
}

/** Answers that do not stand between the top of the page and what lies over its end. */
const below = (page) =>
  page.evaluate(() => {
    const bar = document.querySelector('nav.fixed')?.getBoundingClientRect();
    const end = bar && bar.height > 0 ? bar.top : window.innerHeight;
    const answers = [...(document.querySelector('main article')?.querySelectorAll('button') ?? [])];
    const hidden = answers.filter((button) => button.getBoundingClientRect().bottom > end);
    return { count: answers.length, hidden: hidden.map((button) => button.textContent) };
  });

async function thumbs({ context, report }) {
  const page = await signIn(context, 'discharge_nurse');
  const board = await small(page);
  report.check('thumbs: everything on the board is large enough', board.length === 0, board.join(', '));
  await page.goto('/?who=mine&kind=nothing');
  await boardShown(page);
  const nothing = await small(page);
  report.check('thumbs: and the way out of a filter that nothing fits', nothing.length === 0, nothing.join(', '));
  const ways = await page.getByRole('link', { name: '条件を外す' }).count();
  report.check('filters: one’s own alone says once that there is nothing', ways === 1, `${ways} times`);
  await page.goto('/handovers/new');
  await page.locator('#field-patient').waitFor();
  await page.getByRole('button', { name: '入院を登録する' }).click();
  await page.locator('main [role="alert"] a').first().waitFor();
  const form = await small(page);
  report.check('thumbs: and each line of what is wrong', form.length === 0, form.join(', '));
}

const small = (page) =>
  page.locator('main :is(a, button, summary)').evaluateAll(
    (all, least) =>
      all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
        .map((one) => `${one.textContent} ${one.getBoundingClientRect().height}`)
        .slice(0, 3),
    THUMB_PX,
  );

/** 引継書: what is filled in beforehand is to be checked, so it must be seen. */
async function wholeTexts({ context, report }) {
  const page = await signIn(context, 'discharge_nurse');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const row = rows.find(({ facts, commands }) => facts.plannedDischargeOn && commands.includes('SubmitHandover'));
  await page.goto(`/cases/${row?.about.id}?do=SubmitHandover`);
  await page.locator('main textarea').first().waitFor();
  const cut = await page
    .locator('main textarea')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1).map((one) => one.name),
    );
  report.check('texts: what a document holds is seen whole', cut.length === 0, cut.join(', '));
  await page.goto(`/cases/${row?.about.id}`);
  await page.locator('#timeline').waitFor();
  report.check(
    'case: nobody is told to telephone his own institution',
    (await page.getByText('連絡先：').count()) === 0,
  );
}

/** 受け手を決める stands above the offers that came to nothing. */
async function ownFirst({ context, report }) {
  const page = await signIn(context, 'base_secretariat');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const row = rows.find(({ about, mine }) => mine && about.kind === 'backup_request');
  await page.goto(`/cases/${row?.about.id}`);
  await page.locator('#timeline').waitFor();
  const owed = await page.locator('section[aria-labelledby="owed"] > ul > li').allInnerTexts();
  report.check(
    'case: what is one’s own to do stands first',
    owed.length > 1 && owed[0].includes('あなたの番です'),
    owed.map((text) => text.split('\n')[1]).join(', '),
  );
}

/** An address may ask for what has no screen in a case. */
async function noScreen({ context, report }) {
  const page = await signIn(context, 'coordinator');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const row = rows.find(({ about, patient }) => about.kind === 'consultation' && patient);
  const titles = [];
  for (const command of ['RegisterPatient', 'AcceptBackup', 'ImportAreas', 'LogConsultation']) {
    await page.goto(`/cases/${row?.about.id}?do=${command}`);
    await page.locator('#timeline').waitFor({ state: 'attached' });
    titles.push(await page.locator('h1').innerText());
  }
  report.check(
    'addresses: one for what has no screen there shows the case',
    titles.every((title) => title === row?.patient.name),
    titles.join(', '),
  );
  await page.goto('/?from=mail&who=nobody');
  await boardShown(page);
  report.check(
    'addresses: what means nothing in that of the board filters nothing',
    (await page.getByRole('button', { name: 'すべて', exact: true }).getAttribute('aria-pressed')) === 'true',
  );
}

/** Each role at each page that begins something: a form for whoever may, a word and a way on for everybody else. */
async function beginnings({ context, report }) {
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const one = new Map(accounts.map((account) => [account.role, account]));
  const page = await context.newPage();
  const wrong = [];
  for (const [role, { userId }] of one) {
    await signInAs(context, userId);
    const { commands } = await (await context.request.get('/api/v1/me')).json();
    for (const [command, address] of Object.entries(BEGINNINGS)) {
      await page.goto(address);
      await page.locator('main h1').waitFor();
      const refused = page.getByText('いま、あなたはこれを始められません');
      const form = page.locator('main form');
      await refused.or(form).first().waitFor();
      const may = (await form.count()) > 0;
      if (may !== commands.includes(command)) wrong.push(`${role} at ${address}`);
      else if (!may && (await page.getByRole('link', { name: 'ボードへ戻る' }).count()) === 0)
        wrong.push(`${role} has no way on from ${address}`);
    }
  }
  report.check(
    `beginnings: ${one.size} roles have a form where they may, and a word elsewhere`,
    wrong.length === 0,
    wrong.join(', '),
  );
}

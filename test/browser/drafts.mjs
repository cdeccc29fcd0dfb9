import { randomUUID } from 'node:crypto';
import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signInAs } from './pages.mjs';

const BEGINNINGS = {
  LogConsultation: '/consultations/new',
  RegisterAdmission: '/handovers/new',
  RequestEmergencyBackup: '/backup-requests/new',
  RegisterPatient: '/patients/new',
};

/** What is typed is never lost: on reload, on another device, when two devices write, when a case is gone. */
export async function drafts({ browser, base, report, shots }) {
  await quiet({ browser, base, report });
  await atOnce({ browser, base, report });
  await everyForm({ browser, base, report });
  await overtaken({ browser, base, report });
  await twoDevices({ browser, base, report, shots });
  await reloadWhileSaving({ browser, base, report });
  await severalCalls({ browser, base, report });
  await sentAndGone({ browser, base, report });
  await withoutConnection({ browser, base, report, shots });
  await lostCase({ browser, base, report, shots });
  await anotherPerson({ browser, base, report, shots });
}

/** A form of which there is no draft opens without an error in the browser's console. */
async function quiet({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const row = rows.find(({ commands }) => commands.includes('RecordConsultationAction'));
  for (const address of [`/cases/${row.about.id}?do=RecordConsultationAction`, '/consultations/new']) {
    const listed = page.waitForResponse((response) => response.url().includes('/api/v1/drafts'));
    await page.goto(address);
    await listed;
    await page.locator('[data-draft=nothing]').waitFor({ state: 'attached' });
    await page.locator('main form textarea').first().fill('書きかけ');
    await page.locator('[data-draft=saved]').waitFor();
    await discardAll(context);
    // Of another tab's drafts this form remembers one that is no more.
    await page.reload();
    await page.locator('main form textarea').first().fill('もう一度');
    await page.locator('[data-draft=saved]').waitFor();
    await discardAll(context);
  }
  report.check('drafts: a form without one opens without an error', errors.length === 0, errors.join('; '));
  await context.close();
}

/** A page that closes is hidden and then gone: what it saves on its way out, the page that comes next need not wait for. */
async function atOnce({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const page = await context.newPage();
  await page.goto('/consultations/new');
  await page.locator('[data-draft=nothing]').waitFor({ state: 'attached' });
  await page.locator('#field-summary').fill('書いてすぐに読み直した。');
  const sent = [];
  page.on('request', (one) => one.url().includes('/api/v1/drafts') && sent.push(one.method()));
  await page.reload();
  await page.locator('[data-draft-opened]').waitFor();
  report.check(
    'drafts: what goes out when a page is left is not looked for in vain by the next',
    sent.length < 8,
    sent.join(' '),
  );
  await discardAll(context);
  await context.close();
}

/** Each form once, by somebody who may fill it in: reloaded in the middle, and opened on another device. */
async function everyForm({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await context.newPage();
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const done = new Set();
  const lost = [];
  for (const { userId } of accounts) {
    await signInAs(context, userId);
    for (const [command, address] of await formsOf(context, done)) {
      done.add(command);
      await page.goto(address);
      await page.locator('main form, main h1').first().waitFor();
      if (!(await appears(page.locator('main form')))) continue;
      const typed = await fillIn(page);
      if (typed === undefined) continue;
      // At once: whoever loses the page has not waited for the 1.5 s.
      await page.reload();
      if (!(await comesBack(page, typed))) lost.push(`${command} after a reload`);
      const other = await openContext(browser, base, PHONE);
      await signInAs(other, userId);
      const there = await other.newPage();
      await there.goto(address);
      if (!(await comesBack(there, typed))) lost.push(`${command} on another device`);
      await other.close();
      await discardAll(context);
    }
  }
  report.check('drafts: every form keeps what was typed, here and on another device', lost.length === 0, lost.join());
  report.check(
    `drafts: and there were many (${done.size})`,
    done.size > 15 && Object.keys(BEGINNINGS).every((command) => done.has(command)),
    [...done].join(),
  );
  await context.close();
}

async function formsOf({ request }, done) {
  const { commands } = await (await request.get('/api/v1/me')).json();
  const { rows } = await (await request.get('/api/v1/board')).json();
  const begins = Object.entries(BEGINNINGS).filter(([command]) => commands.includes(command));
  const inCases = rows.flatMap(({ about, commands: possible }) =>
    possible.map((command) => [command, `/cases/${about.id}?do=${command}`]),
  );
  const first = new Map([...inCases, ...begins].toReversed());
  return [...first].filter(([command]) => !done.has(command));
}

const appears = (locator) =>
  locator
    .first()
    .waitFor({ timeout: 1_500 })
    .then(
      () => true,
      () => false,
    );

/** Something in every field that there is; none: nothing to fill in. */
async function fillIn(page) {
  for (const box of await page.locator('main form textarea').all())
    if (await box.isVisible()) await box.fill(`${await box.inputValue()} 書きかけ`.trim());
  for (const box of await page.locator('main form input[name]:not([type])').all()) await box.fill('7');
  for (const box of await page.locator('main form input[type=text]').all()) await box.fill('書きかけ');
  for (const group of await page.locator('main form fieldset').all()) {
    const last = group.locator('input').last();
    if ((await last.count()) > 0) await last.check();
  }
  for (const list of await page.locator('main form select').all()) await list.selectOption({ index: 2 });
  const found = page.locator('main form ul[aria-label] button').first();
  if ((await found.count()) > 0) await found.click();
  const typed = await valuesOf(page);
  return (await page.locator('[data-draft=waiting], [data-draft=saved]').count()) > 0 ? typed : undefined;
}

/** What stands in the form: values by name, marks, and who was looked up. */
const valuesOf = (page) =>
  page
    .locator('main form')
    .evaluate((form) =>
      JSON.stringify([
        [...form.querySelectorAll('textarea[name], select[name], input[name]')].map((field) =>
          field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value,
        ),
        [...form.querySelectorAll('span[id^=field-]')].map((chosen) => chosen.textContent),
      ]),
    );

/** Waits for the fact, not for a moment. */
async function comesBack(page, typed) {
  await page.locator('[data-draft-opened]').waitFor();
  for (let i = 0; i < 50; i++) {
    if ((await valuesOf(page)) === typed) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** Whoever begins the same next finds an empty form. */
export async function discardAll({ request }) {
  for (const { command, id } of await (await request.get('/api/v1/drafts')).json())
    await request.delete(`/api/v1/drafts/${command}/${id}`);
}

async function coordinator(browser, base, viewport = DESK) {
  const context = await openContext(browser, base, viewport);
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  await signInAs(context, accounts.find(({ role }) => role === 'coordinator').userId);
  return context;
}

/** The page that comes next asks for the draft before the save of the one before has arrived. */
async function overtaken({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const page = await context.newPage();
  const first = page.waitForResponse('**/api/v1/drafts');
  await page.goto('/consultations/new');
  await page.locator('#field-summary').waitFor();
  await first;
  let asked;
  const wasAsked = new Promise((resolve) => (asked = resolve));
  await context.route(/\/api\/v1\/drafts(\/|$)/, async (route) => {
    const sent = route.request();
    if (sent.method() === 'PUT') await wasAsked;
    const response = await context.request.fetch(sent);
    await route.fulfill({ response }).catch(() => undefined);
    // The page that comes next has asked, and been told that there is none.
    if (sent.method() === 'GET' && (await response.text()) === '[]') asked();
  });
  await page.locator('#field-summary').fill('書いてすぐに離れた。');
  await page.reload();
  await page.locator('[data-draft-opened]').waitFor();
  report.check(
    'drafts: what was still on its way when the page was left comes back, too',
    (await page.locator('#field-summary').inputValue()) === '書いてすぐに離れた。',
  );
  await discardAll(context);
  await context.close();
}

async function twoDevices({ browser, base, report, shots }) {
  const [desk, phone] = [await coordinator(browser, base), await coordinator(browser, base, PHONE)];
  const [here, there] = [await desk.newPage(), await phone.newPage()];
  await here.goto('/consultations/new');
  await here.locator('#field-summary').fill('机で書いた。');
  await here.locator('[data-draft=saved]').waitFor();
  await there.goto('/consultations/new');
  await there.locator('[data-draft-opened]').waitFor();

  // What only one of them changes is taken over without a question.
  await here.locator('#field-summary').fill('机で書き直した。夜間の対応を相談したい。');
  await isSaved(desk, '机で書き直した');
  await there.locator('#field-consulter-callbackTo').fill('0167-00-0000');
  await eventually(async () => (await there.locator('#field-summary').inputValue()).startsWith('机で書き直した'));
  report.check('drafts: what two devices write in different fields comes together', true);
  await isSaved(phone, '0167-00-0000');

  // Both write in one field, neither knowing of the other.
  await there.locator('#field-summary').fill('電話で書いた。家族が疲れている。');
  await isSaved(phone, '電話で書いた');
  await here.locator('#field-summary').fill('机で続けた。往診を頼みたい。');
  const clash = here.locator('[data-draft-clash]');
  await clash.waitFor();
  const shown = await clash.innerText();
  report.check(
    'drafts: two versions stand side by side',
    shown.includes('電話で書いた') && shown.includes('机で続けた') && shown.includes('内容'),
    shown,
  );
  await audit(here, report, shots, 'draft-clash-desk');
  await isSaved(desk, 'other.summary');
  await here.reload();
  await clash.waitFor();
  report.check('drafts: and still do after a reload', (await clash.innerText()).includes('電話で書いた'));
  await there.reload();
  await there.locator('[data-draft-clash]').waitFor();
  await audit(there, report, shots, 'draft-clash-phone');
  for (const name of ['consulter-side', 'scene', 'topics']) await here.locator(`#field-${name} input`).first().check();
  await here.keyboard.press('Control+Enter');
  await eventually(() => clash.evaluate((box) => box === document.activeElement));
  report.check('drafts: nothing is sent before the choice', !here.url().includes('/cases/'));
  await isSaved(desk, 'consulter.side');
  await there.getByRole('button', { name: '両方を続けて残す' }).click();
  const both = await there.locator('#field-summary').inputValue();
  report.check('drafts: both can be kept', both.includes('電話で書いた') && both.includes('机で続けた'), both);
  await isSaved(phone, JSON.stringify(both));
  await here.reload();
  await here.locator('[data-draft-opened]').waitFor();
  await eventually(async () => (await here.locator('#field-summary').inputValue()) === both);
  report.check('drafts: the choice holds on the other device', (await clash.count()) === 0);
  await discardAll(desk);
  await Promise.all([desk.close(), phone.close()]);
}

/** The answer to a save is still under way when more has been typed and the page goes. */
async function reloadWhileSaving({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const page = await context.newPage();
  const stuck = new Promise((reached) => {
    void page.route(
      '**/api/v1/drafts/**',
      async (route) => {
        await route.fetch();
        reached();
      },
      { times: 1 },
    );
  });
  await page.goto('/consultations/new');
  await page.locator('[data-draft=nothing]').waitFor({ state: 'attached' });
  await page.locator('#field-summary').fill('はじめ');
  await stuck;
  await page.locator('#field-summary').fill('はじめと続き');
  await page.reload();
  await page.locator('[data-draft-opened]').waitFor();
  const kept = await page.locator('#field-summary').inputValue();
  report.check('drafts: what was typed while a save was under way survives a reload', kept === 'はじめと続き', kept);
  await discardAll(context);
  await context.close();
}

/** Two calls at once, in two tabs of one browser. */
async function severalCalls({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto('/consultations/new');
  await first.locator('#field-summary').fill('一つめの電話');
  await first.locator('[data-draft=saved]').waitFor();
  await second.goto('/consultations/new');
  await second.getByRole('button', { name: '別に新しく書く' }).click();
  await eventually(async () => (await second.locator('#field-summary').inputValue()) === '');
  await second.locator('#field-summary').fill('二つめの電話');
  await second.locator('[data-draft=saved]').waitFor();
  for (const page of [first, second]) {
    await page.reload();
    await page.locator('[data-draft-opened]').waitFor();
  }
  const kept = [
    await first.locator('#field-summary').inputValue(),
    await second.locator('#field-summary').inputValue(),
  ];
  report.check('drafts: two tabs keep two drafts', kept.join() === '一つめの電話,二つめの電話', kept.join());
  await second.getByText('ほかの下書き 1件').click();
  await second.getByRole('button', { name: /の下書きを開く$/ }).click();
  await eventually(async () => (await second.locator('#field-summary').inputValue()) === '一つめの電話');
  report.check('drafts: and one can go on from the other', true);
  await discardAll(context);
  await context.close();
}

async function sentAndGone({ browser, base, report }) {
  const context = await coordinator(browser, base);
  const other = await coordinator(browser, base);
  const [page, there] = [await context.newPage(), await other.newPage()];
  await page.goto('/consultations/new');
  await page.locator('#field-consulter-side input').first().check();
  await page.locator('#field-summary').fill('送る相談');
  await page.locator('#field-scene input').first().check();
  await page.locator('#field-topics input').first().check();
  await page.locator('[data-draft=saved]').waitFor();
  await there.goto('/consultations/new');
  await there.locator('[data-draft-opened]').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('#timeline').waitFor();
  const left = await (await context.request.get('/api/v1/drafts')).json();
  report.check('drafts: after sending there is none', left.length === 0, JSON.stringify(left));
  await page.goto('/consultations/new');
  await page.locator('[data-draft=nothing]').waitFor({ state: 'attached' });
  report.check('drafts: and the form is empty', (await page.locator('#field-summary').inputValue()) === '');

  const posts = [];
  there.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await there.locator('#field-summary').fill('送る相談の続き');
  await there.getByText('ほかの端末か画面から送信されました').first().waitFor();
  report.check(
    'drafts: the other device says so, and keeps what stands there',
    posts.length === 0 && (await there.locator('#field-summary').inputValue()) === '送る相談の続き',
  );
  await isSaved(other, '送る相談の続き');
  report.check('drafts: what was typed there since is kept as a draft of its own', true);
  await discardAll(context);
  await Promise.all([context.close(), other.close()]);
}

async function withoutConnection({ browser, base, report, shots }) {
  const context = await coordinator(browser, base, PHONE);
  const page = await context.newPage();
  await page.goto('/consultations/new');
  await page.locator('[data-draft=nothing]').waitFor({ state: 'attached' });
  await page.locator('#field-summary').waitFor();
  await context.setOffline(true);
  await page.locator('#field-summary').fill('トンネルの中で書いた');
  await page.locator('[data-draft=failed]').waitFor();
  report.check(
    'drafts: without a connection the line says so',
    (await page.locator('[data-draft=failed]').innerText()).includes('まだ保存していません'),
  );
  const line = await page.locator('[data-draft=failed]').boundingBox();
  report.check(
    'drafts: where it is seen, on a phone',
    line !== null && line.y >= 0 && line.y + line.height <= PHONE.height,
    JSON.stringify(line),
  );
  if (shots !== undefined) await page.screenshot({ path: `${shots}/draft-offline-phone.png` });
  await context.setOffline(false);
  await page.locator('[data-draft=saved]').waitFor();
  report.check('drafts: with it, it is saved by itself', true);
  await discardAll(context);
  await context.close();
}

/** A draft of a case that is gone, or no longer one's own. */
async function lostCase({ browser, base, report, shots }) {
  const id = randomUUID();
  for (const [viewport, device] of [
    [DESK, 'desk'],
    [PHONE, 'phone'],
  ]) {
    const context = await coordinator(browser, base, viewport);
    await context.request.put(`/api/v1/drafts/RecordConsultationAction/${id}`, {
      data: { values: { kind: 'advice', note: '家族に電話した。明日もう一度かける。' }, key: randomUUID() },
      headers: { 'if-match': '"0"' },
    });
    const page = await context.newPage();
    await page.goto(`/cases/${id}?do=RecordConsultationAction`);
    const left = page.locator('[data-left-draft]');
    await left.waitFor();
    report.check(
      `drafts: of a case that is gone the text is shown, ${device}`,
      (await left.innerText()).includes('明日もう一度かける'),
    );
    await audit(page, report, shots, `draft-of-a-lost-case-${device}`);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '下書きを破棄する' }).click();
    await left.waitFor({ state: 'detached' });
    await context.close();
  }
}

/** Somebody else signs in in another tab of the browser: what the first was typing is not theirs. */
async function anotherPerson({ browser, base, report, shots }) {
  for (const [viewport, device] of [
    [DESK, 'desk'],
    [PHONE, 'phone'],
  ]) {
    const context = await coordinator(browser, base, viewport);
    const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
    const [first, second] = accounts.filter(({ role }) => role === 'coordinator');
    const page = await context.newPage();
    const writes = [];
    page.on('response', (answer) => {
      const method = answer.request().method();
      if (method !== 'GET' && /drafts|consultations/.test(answer.url())) writes.push([method, answer.status()]);
    });
    await page.goto('/consultations/new');
    await page.locator('#field-summary').fill('はじめの人が書いた。');
    await page.locator('[data-draft=saved]').waitFor();
    await signInAs(context, second.userId);
    await page.locator('#field-summary').fill('はじめの人が書いた。続き。');
    const line = page.locator('[data-draft=failed]');
    await line.waitFor();
    report.check(
      `drafts: once another has signed in the form says so, ${device}`,
      (await line.innerText()).includes('別の人がサインインしています'),
      await line.innerText(),
    );
    for (const name of ['consulter-side', 'scene', 'topics'])
      await page.locator(`#field-${name} input`).first().check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '別の人がサインインしています' }).waitFor();
    const theirs = await (await context.request.get('/api/v1/drafts')).json();
    report.check(
      `drafts: it neither saves nor sends in their name, ${device}`,
      theirs.length === 0 &&
        writes.slice(1).some(([method]) => method === 'POST') &&
        writes.slice(1).every(([, status]) => status === 409),
      JSON.stringify([theirs, writes]),
    );
    report.check(
      `drafts: what was typed stands there still, ${device}`,
      (await page.locator('#field-summary').inputValue()) === 'はじめの人が書いた。続き。',
    );
    await audit(page, report, shots, `draft-of-another-${device}`);
    await signInAs(context, first.userId);
    await isSaved(context, 'はじめの人が書いた。続き。');
    report.check(`drafts: and is saved when the first is back, ${device}`, true);
    await discardAll(context);
    await context.close();
  }
}

/** The server has this in one of the person's drafts. */
const isSaved = ({ request }, text) =>
  eventually(async () => {
    const listed = await (await request.get('/api/v1/drafts')).json();
    const texts = await Promise.all(
      listed.map(async ({ command, id }) => (await request.get(`/api/v1/drafts/${command}/${id}`)).text()),
    );
    return texts.some((draft) => draft.includes(text));
  });

async function eventually(fact) {
  for (let i = 0; i < 200; i++) {
    if (await fact()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never: ${fact}`);
}

async function audit(page, report, shots, name) {
  const faults = await axeFaults(page);
  report.check(`${name}: axe has nothing serious`, faults.length === 0, faults.join('; '));
  const wide = await overflow(page);
  report.check(`${name}: no horizontal scroll`, wide <= 0, `${wide} px too wide`);
  await shoot(page, shots, name);
}

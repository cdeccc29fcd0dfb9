import { axeFaults, boardShown, isStream, openContext, overflow, PHONE, shoot, signIn, signInAs } from './pages.mjs';

const SOON_MS = 2_000;
const SILENT_MS = 30_000;

export async function live(given) {
  await sharing(given);
  await manyTabs(given);
  await anotherPerson(given);
  await silence(given);
}

/** A page that hears nothing says so, rather than show an old board as if it were true. */
async function silence({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'coordinator');
  await context.route('**/api/v1/stream*', (route) => route.abort());
  await page.reload();
  const banner = page.getByText('最新の状態を表示できていません');
  report.check('silence: at first nothing is wrong', (await banner.count()) === 0);
  const shown = await banner
    .waitFor({ timeout: SILENT_MS })
    .then(() => true)
    .catch(() => false);
  report.check('silence: after 25 s a banner says that the board may be old', shown);
  await shoot(page, shots, 'stale-desk');
  await context.unroute('**/api/v1/stream*');
  const back = await banner
    .waitFor({ state: 'detached', timeout: 10_000 })
    .then(() => true)
    .catch(() => false);
  report.check('silence: it goes once the stream is back', back);
  await context.close();
}

/** What one does, another sees, with nothing but the open stream. */
async function sharing({ browser, base, report }) {
  const [contextA, contextB] = [await openContext(browser, base), await openContext(browser, base)];
  const a = await signIn(contextA, 'discharge_nurse');
  const b = await signIn(contextB, 'discharge_nurse');
  await b.waitForLoadState('load');
  await b.waitForTimeout(500);

  const requests = [];
  b.on('request', (request) => requests.push(request.url()));
  const rowOf = (page) =>
    page
      .locator('li[data-obligation]')
      .filter({ has: page.getByRole('button') })
      .first();
  const id = await rowOf(a).getAttribute('data-obligation');
  const seen = b.locator(`li[data-obligation="${id}"]`);
  const before = await seen.innerText();

  const { until, status } = await promise(a, rowOf(a));
  const began = Date.now();
  report.check("live: A's promise is accepted", status === 201, String(status));

  const changed = await seen
    .filter({ hasText: until.slice(11) })
    .waitFor({ timeout: SOON_MS })
    .then(() => true)
    .catch(() => false);
  const took = Date.now() - began;
  report.check(`live: B's row changes within ${SOON_MS / 1_000} s`, changed, before.replaceAll('\n', ' '));
  if (changed) process.stdout.write(`     after ${took} ms\n`);
  report.check('live: B has sent no request besides its open stream', requests.length === 0, requests.join(', '));

  await contextA.close();
  await contextB.close();
}

const TABS = 21;

/** A browser holds six connections to a server: all of its pages live on one stream, and the next one still loads and sends. */
async function manyTabs({ browser, base, report }) {
  const context = await openContext(browser, base);
  let streams = 0;
  context.on('request', (request) => (streams += isStream(request) ? 1 : 0));
  const first = await signIn(context, 'discharge_nurse');
  const pages = [first];
  while (pages.length < TABS) {
    const page = await context.newPage();
    await page.goto('/');
    await boardShown(page);
    pages.push(page);
  }
  report.check(`tabs: ${TABS} of one browser show the board over one stream`, streams === 1, `${streams} streams`);
  const last = pages.at(-1);
  const row = last
    .locator('li[data-obligation]')
    .filter({ has: last.getByRole('button') })
    .first();
  const id = await row.getAttribute('data-obligation');
  const told = (page) => page.locator(`li[data-obligation="${id}"]`).innerText();
  const before = await Promise.all(pages.map(told));
  await promise(last, row);
  const shown = await Promise.all(pages.map((page, i) => changesFrom(page, id, before[i])));
  report.check('tabs: what the last one sends shows on every one', shown.every(Boolean), shown.join());
  const another = context.waitForEvent('request', { predicate: isStream, timeout: SILENT_MS });
  await first.close();
  const taken = await another.then(
    () => true,
    () => false,
  );
  report.check('tabs: when the page that held the stream closes, another takes it up', taken);
  await context.close();
}

/** Somebody else signs in in another tab of the browser: the tabs of the first show nothing that is theirs. */
async function anotherPerson({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'discharge_nurse');
  const beside = await context.newPage();
  await beside.setViewportSize(PHONE);
  await beside.goto('/');
  await boardShown(beside);
  const own = await rowsOn(page);
  const name = (await (await context.request.get('/api/v1/me')).json()).name;
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const other = accounts.find(({ role }) => role === 'coordinator');
  await signInAs(context, other.userId);
  const theirs = await context.newPage();
  await theirs.goto('/');
  await boardShown(theirs);
  const foreign = (await rowsOn(theirs)).filter((id) => !own.includes(id));

  const said = (of) => appears(of.getByText(ANOTHER).first());
  report.check(
    'another: each tab of whoever was signed in before says that somebody else is now',
    (await said(page)) && (await said(beside)) && foreign.length > 0,
  );
  const shown = [...(await rowsOn(page)), ...(await rowsOn(beside))];
  report.check(
    'another: and shows no row that is theirs',
    shown.length > 0 && shown.every((id) => own.includes(id)),
    shown.filter((id) => foreign.includes(id)).join(),
  );
  for (const [of, device] of [
    [page, 'desk'],
    [beside, 'phone'],
  ]) {
    const faults = await axeFaults(of);
    report.check(`another: axe has nothing serious, ${device}`, faults.length === 0, faults.join('; '));
    report.check(`another: no horizontal scroll, ${device}`, (await overflow(of)) <= 0);
    await shoot(of, shots, `another-${device}`);
  }
  await beside.getByRole('link', { name: 'お知らせ', exact: true }).filter({ visible: true }).click();
  const refused = beside.locator('main').getByRole('alert').filter({ hasText: ANOTHER });
  report.check(
    'another: what it reads is refused, and nothing of theirs stands there',
    (await appears(refused)) && (await beside.locator('main ul a').count()) === 0,
  );
  const signedInAs = (of) => of.getByRole('banner').getByText(name).filter({ visible: true });
  report.check('another: it stays the page of whoever it was', (await signedInAs(page).count()) === 1);

  const again = page.getByRole('button', { name: '同じ人でサインインし直す' });
  if ((await again.count()) > 0) await again.click();
  report.check(
    'another: signed in again, the first goes on',
    await appears(page.getByText(ANOTHER), { state: 'detached' }),
  );
  report.check('another: and it is the tab of the other that says so now', await said(theirs));
  const onward = theirs.getByRole('button', { name: '今サインインしている人で開き直す' });
  if ((await onward.count()) > 0) await onward.click();
  report.check('another: which goes on as the first, if that is wanted', await appears(signedInAs(theirs)));
  await context.close();
}

const ANOTHER = 'このブラウザーでは、別の人がサインインしています';

const rowsOn = (page) =>
  page.locator('[data-obligation]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-obligation')));

const appears = (locator, options = {}) =>
  locator.waitFor({ timeout: SILENT_MS, ...options }).then(
    () => true,
    () => false,
  );

/** "I have it, by …", said on a row. */
async function promise(page, row) {
  await row.getByRole('button').click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('radio').last().check();
  const minutes = 90 + Math.floor(Math.random() * 1_000);
  const until = new Date(Date.now() + 9 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16);
  await dialog.locator('input[type="datetime-local"]').fill(until);
  const accepted = page.waitForResponse((response) => response.url().includes('/promises'));
  await dialog.locator('button[type="submit"]').click();
  return { until, status: (await accepted).status() };
}

const changesFrom = (page, id, before) =>
  page
    .waitForFunction(
      ({ id: row, before: was }) => document.querySelector(`li[data-obligation="${row}"]`)?.innerText !== was,
      { id, before },
      { timeout: 10_000 },
    )
    .then(() => true)
    .catch(() => false);

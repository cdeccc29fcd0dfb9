import { boardShown, openContext, shoot, signInAs } from './pages.mjs';

/** Codes, numbers that are none and objects: what a person must never read. */
const RAW = /[A-Z]{2,}_[A-Z]+|\b[A-Z]{6,}\b|\b[a-z]+_[a-z_]+\b|NaN|undefined|\[object/;
const CASES_EACH = 4;

/** Each role of the demo: nothing raw on a screen, and nobody is told that it is their turn without a way to act. */
export async function everyone({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const accounts = await (await context.request.get('/api/v1/demo-accounts')).json();
  const one = new Map(accounts.map((account) => [account.role, account]));
  const page = await context.newPage();
  for (const [role, { userId }] of one) {
    await signInAs(context, userId);
    await page.goto('/');
    await boardShown(page);
    const raw = [await rawIn(page)];
    const stuck = [];
    const closed = [];
    const { rows } = await (await context.request.get('/api/v1/board')).json();
    const ids = [...new Set(rows.map(({ about }) => about.id))].slice(0, CASES_EACH);
    for (const id of ids) {
      await page.goto(`/cases/${id}`);
      await page.locator('#timeline, main [role="alert"]').first().waitFor();
      if ((await page.locator('#timeline').count()) === 0) {
        closed.push(`${rows.find(({ about }) => about.id === id).about.kind} ${id}`);
        continue;
      }
      const all = page.getByLabel('自動の記録もすべて表示する');
      if ((await all.count()) > 0) await all.check();
      raw.push(await rawIn(page));
      const turn = (await page.getByText('あなたの番です', { exact: true }).count()) > 0;
      if (turn && !(await isThere(page.locator('main a[href*="do="], main article button, main li button'))))
        stuck.push(id);
    }
    await page.goto('/messages');
    await page.locator('h1').waitFor();
    raw.push(await rawIn(page));
    await shoot(page, shots, `messages-${role}`);
    const found = raw.filter(Boolean);
    report.check(`${role}: nothing raw on board, cases and messages`, found.length === 0, found.join(', '));
    report.check(`${role}: each row of the board opens`, closed.length === 0, closed.join(', '));
    report.check(`${role}: where it is their turn there is a way to act`, stuck.length === 0, stuck.join(', '));
  }
  await context.close();
}

const isThere = (locator) =>
  locator
    .first()
    .waitFor({ timeout: 5_000 })
    .then(() => true)
    .catch(() => false);

const rawIn = async (page) => RAW.exec(await page.locator('main').innerText())?.[0] ?? '';

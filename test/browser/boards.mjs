import { axeFaults, boardShown, DESK, openContext, overflow, PHONE, ROLES, shoot, signIn } from './pages.mjs';

/** Each role's board, at a desk and on a phone. */
export async function boards({ browser, base, report, shots }) {
  await signInPage({ browser, base, report, shots });
  for (const role of ROLES) {
    for (const [device, viewport] of [
      ['desk', DESK],
      ['phone', PHONE],
    ]) {
      const context = await openContext(browser, base, viewport);
      const page = await signIn(context, role);
      report.check(`${role}, ${device}: signs in and sees the board`, await page.locator('h1').isVisible());
      const faults = await axeFaults(page);
      report.check(`${role}, ${device}: axe has nothing serious`, faults.length === 0, faults.join('; '));
      const wide = await overflow(page);
      report.check(`${role}, ${device}: no horizontal scroll`, wide <= 0, `${wide} px too wide`);
      await shoot(page, shots, `board-${role}-${device}`);
      await context.close();
    }
  }
  await english({ browser, base, report, shots });
  await filters({ browser, base, report });
  await wards({ browser, base, report, shots });
}

async function signInPage({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await context.newPage();
  const foreign = [];
  page.on(
    'request',
    (request) => new URL(request.url()).origin !== new URL(base).origin && foreign.push(request.url()),
  );
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/');
  await page.locator('[data-role]').first().waitFor();
  const faults = await axeFaults(page);
  report.check('sign-in: axe has nothing serious', faults.length === 0, faults.join('; '));
  report.check('sign-in: no horizontal scroll at 390', (await overflow(page)) <= 0);
  report.check('sign-in: no request leaves for another site', foreign.length === 0, foreign.join(', '));
  const unexpected = errors.filter((text) => !text.includes('401'));
  report.check('sign-in: the browser reports no error', unexpected.length === 0, unexpected.join('; '));
  await shoot(page, shots, 'sign-in-phone');
  await context.close();
}

async function english({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'discharge_nurse');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang="en"]').waitFor();
  report.check('English: the page says so', true);
  report.check(
    'English: the board is in English',
    await page.getByText('Your turn', { exact: false }).first().isVisible(),
  );
  const next = await page.getByText(/^Next:.*will be told$/).allTextContents();
  report.check(
    'English: so are the roles that the next step tells',
    next.some((text) => text.includes('Discharge nurse (')) && !/看護師|責任者|コーディネーター/.test(next.join()),
    next.join('; '),
  );
  await shoot(page, shots, 'board-english-desk');
  await context.close();
}

/** Where somebody lies stands on the row; my ward can be chosen, and its name stays out of the address. */
async function wards({ browser, base, report, shots }) {
  for (const [device, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'discharge_nurse');
    const rows = page.locator('li[data-obligation]');
    report.check(`wards, ${device}: stand on the rows`, (await rows.filter({ hasText: '4階病棟' }).count()) > 0);
    await page.getByRole('button', { name: '自分の病棟（3階病棟）' }).click();
    await rows.filter({ hasText: '4階病棟' }).first().waitFor({ state: 'detached' });
    await page.reload();
    await boardShown(page);
    const shown = await rows.count();
    report.check(
      `wards, ${device}: mine survives a reload`,
      shown > 0 && (await rows.filter({ hasText: '3階病棟' }).count()) === shown,
      `${shown} rows`,
    );
    report.check(`wards, ${device}: no name in the address`, new URL(page.url()).search === '?who=ward', page.url());
    report.check(`wards, ${device}: no horizontal scroll`, (await overflow(page)) <= 0);
    await shoot(page, shots, `board-my-ward-${device}`);
    await context.close();
  }
}

const ROWS_A_PAGE = 25;

/** What is shown stands in the address, and goes on paper. */
async function filters({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'base_secretariat');
  const rows = page.locator('li[data-obligation]');
  const all = await rows.count();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = paper.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  report.check(
    `paper: ${ROWS_A_PAGE} rows stand on a page`,
    pages > 0 && pages <= Math.ceil(all / ROWS_A_PAGE),
    `${all} rows on ${pages} pages`,
  );
  await page.getByRole('button', { name: '期限超過のみ' }).click();
  await page.getByRole('button', { name: '案件ごと' }).click();
  await page.waitForFunction((before) => document.querySelectorAll('li[data-obligation]').length < before, all);
  const late = await rows.count();
  await page.reload();
  await boardShown(page);
  report.check('filters: survive a reload', (await rows.count()) === late && page.url().includes('late=true'));
  await page.goto('/?who=mine&kind=%3Cb%3E&late=perhaps');
  await boardShown(page);
  const mine = await page.getByRole('button', { name: '自分の番' }).getAttribute('aria-pressed');
  report.check('filters: what means nothing in the address is passed over', mine === 'true');
  await context.close();
}

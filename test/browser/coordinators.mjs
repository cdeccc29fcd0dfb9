import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 調整役の配置: the grid, an overlap that is told of and not refused, the end of a post, and a referral that begins with who fits. */
export async function coordinators({ browser, base, report, shots }) {
  await grid({ browser, base, report, shots });
  await placing({ browser, base, report });
  await referring({ browser, base, report, shots });
}

async function grid({ browser, base, report, shots }) {
  for (const [name, viewport, shown] of [
    ['desk', DESK, '[data-grid]'],
    ['phone', PHONE, '[data-grid-cards]'],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'coordinator');
    await page.goto('/menu');
    await page.locator('main').getByRole('link', { name: '調整役の配置' }).click();
    const table = page.locator(shown);
    await table.waitFor();
    report.check(
      `coordinators: on a ${name} the grid says in words where two overlap and where nobody is`,
      (await table.getByText('重なり', { exact: true }).first().isVisible()) &&
        (await table.getByText('欠け', { exact: true }).first().isVisible()),
    );
    report.check(`coordinators: on a ${name} nothing runs out of the page`, (await overflow(page)) === 0);
    const faults = await axeFaults(page);
    report.check(`coordinators: on a ${name} everybody can use it`, faults.length === 0, faults.join(', '));
    await shoot(page, shots, `coordinators-${name}`);
    await context.close();
  }
}

async function placing({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'coordinator');
  await page.goto('/coordinators/new');
  await page.locator('#field-user').fill('日向');
  await page.locator('main ul button').filter({ hasText: '日向' }).click();
  await page.selectOption('#field-kind', 'home_care');
  await page.getByLabel('在宅医療・介護連携', { exact: true }).check();
  await page.getByLabel('個別の支援', { exact: true }).check();
  await page.selectOption('#field-area', { label: '富良野市（市町村）' });
  const told = page.getByText('この枠には、すでに調整役がいます');
  await told.waitFor();
  report.check('coordinators: whom an appointment overlaps is told before it is sent', true);
  await page.locator('form button[type="submit"]').click();
  await page.getByText('登録しました。同じ枠に、ほかの調整役もいます。').waitFor();
  report.check('coordinators: an overlap is warned of, and recorded', true);
  const own = page.locator('[data-post="home_care"]').filter({ hasText: '日向' });
  report.check(
    'coordinators: nobody without a certificate is called 養成修了',
    (await own.getByText('養成修了').count()) === 0 &&
      (await page.locator('[data-post="home_care"]').getByText('養成修了').count()) === 1,
  );
  await own.getByRole('link', { name: '任を終える' }).click();
  await page.locator('#field-on').waitFor();
  report.check('coordinators: whose post is ended is said', (await page.getByText('日向 まり').count()) > 0);
  await page.locator('form button[type="submit"]').click();
  await page.getByText('退任').waitFor();
  await page.goto('/coordinators');
  await page.locator('[data-grid]').waitFor();
  report.check('coordinators: who has left is in the grid no more', (await own.count()) === 0);
  await context.close();
}

async function referring({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'coordinator');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const open = rows.filter(({ commands }) => commands.includes('ReferConsultation')).map(({ about }) => about.id);
  const found = await Promise.all(
    open.map(async (id) => [
      id,
      await (await context.request.get(`/api/v1/consultations/${id}/referral-targets`)).json(),
    ]),
  );
  const [id, { targets }] = found.find(([, one]) => one.targets[0]?.coordinators.length > 0) ?? ['', { targets: [] }];
  report.check('coordinators: some consultation of the demo has a fitting coordinator', id !== '');
  await page.goto(`/cases/${id}?do=ReferConsultation`);
  const first = page.locator('[data-fits]').first();
  await first.waitFor();
  report.check(
    'coordinators: a referral begins with the desk whose coordinator fits',
    (await first.innerText()).includes(targets[0].name),
  );
  await shoot(page, shots, 'refer-fitting');
  const other = targets.find(({ coordinators: there }) => there.length === 0);
  await page.locator('#field-to').fill(other.name);
  await page.locator('main ul button').filter({ hasText: other.name }).first().click();
  await page.getByText('の調整役がいません').waitFor();
  report.check(
    'coordinators: a desk without one is warned of, and can be chosen all the same',
    (await page.locator('form button[type="submit"][aria-disabled]').count()) === 0,
  );
  await context.close();
}

import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 圏域のルール: what holds and from where, what a change would do, the change itself with its history, and the way there from the set-up. */
export async function rules({ browser, base, report, shots }) {
  await list({ browser, base, report, shots });
  await change({ browser, base, report, shots });
  await elsewhere({ browser, base, report });
  await setUp({ browser, base, report });
}

async function list({ browser, base, report, shots }) {
  for (const [name, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'base_secretariat');
    await page.goto('/menu');
    await page.locator('main').getByRole('link', { name: '圏域のルール' }).click();
    const one = page.locator('[data-rule="handovers.handoverDocumentDays"]');
    await one.waitFor();
    report.check(
      `rules: on a ${name} each says what holds and that it is the default`,
      (await one.innerText()).includes('3日') && (await one.innerText()).includes('既定'),
    );
    report.check(`rules: on a ${name} nothing runs out of the page`, (await overflow(page)) === 0);
    const faults = await axeFaults(page);
    report.check(`rules: on a ${name} everybody can use them`, faults.length === 0, faults.join(', '));
    await shoot(page, shots, `rules-${name}`);
    await page.getByLabel('名前・説明で絞り込む').fill('引継書');
    report.check(
      `rules: on a ${name} they are filtered by what they are called`,
      (await page.locator('[data-rule]').count()) < 6 && (await one.isVisible()),
    );
    await page.getByLabel('名前・説明で絞り込む').fill('ないことば');
    report.check(
      `rules: on a ${name} an empty list says what to do`,
      await page.getByText('当てはまるルールがありません').isVisible(),
    );
    await context.close();
  }
}

async function change({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'base_secretariat');
  await page.goto('/rules');
  await page.locator('[data-rule="handovers.acknowledgementBusinessDays"] a').click();
  const value = page.locator('#field-set input');
  await value.fill('９９９');
  await page.getByRole('button', { name: '変えるとどうなるかを見る' }).click();
  await page.getByText('試算できませんでした').waitFor();
  report.check('rules: what nobody can live by is not tried', true);
  await value.fill('２');
  await page.getByRole('button', { name: '変えるとどうなるかを見る' }).click();
  const would = page.locator('[data-preview]');
  await would.waitFor();
  report.check(
    'rules: what a change would do is said in figures',
    (await would.getByText('遅くなる').isVisible()) && (await would.getByText('すぐに期限が来る').isVisible()),
  );
  const submit = page.locator('form button[type="submit"]');
  await submit.click();
  await page.locator('#field-reason-error').waitFor();
  report.check(
    'rules: a change without a reason and a meeting is held back, and says so at its fields',
    (await page.locator('#field-reason-error').isVisible()) && (await page.locator('main [id$="-error"]').count()) > 1,
  );
  await page.getByLabel('催促が多すぎるため').check();
  await page.getByLabel('つなぎにない会議').check();
  await page.locator('#field-agreed-elsewhere-name').fill('富良野の協議会');
  await page.locator('#field-agreed-elsewhere-heldOn').fill('2025-05-20');
  await shoot(page, shots, 'rule-change');
  await submit.click();
  await page.getByText('ルールの変更を記録しました。').waitFor();
  await page.locator('#history + ol li').first().waitFor();
  const history = await page.locator('#history + ol li').first().innerText();
  report.check(
    'rules: the history says who changed it, why, and at which meeting it was agreed',
    history.includes('2営業日') && history.includes('催促が多すぎるため') && history.includes('富良野の協議会'),
    history,
  );
  report.check(
    'rules: what is decided for later does not hold yet',
    (await page.locator('[data-holds]').innerText()) === '1営業日' &&
      (await page.getByText('これから変わる値').isVisible()),
  );
  const faults = await axeFaults(page);
  report.check('rules: everybody can use the page of one', faults.length === 0, faults.join(', '));
  await shoot(page, shots, 'rule');
  await page.goto('/rules');
  await page.getByLabel('既定から変わっているもの').check();
  report.check(
    'rules: the list can be narrowed to what differs',
    await page.locator('[data-rule="handovers.acknowledgementBusinessDays"]').isVisible(),
  );
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Only what differs from the default').waitFor();
  report.check(
    'rules: they are there in English',
    await page.getByRole('heading', { name: 'Discharge handovers' }).isVisible(),
  );
  await page.getByRole('button', { name: '日本語' }).click();
  await context.close();
}

async function elsewhere({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'base_secretariat');
  await page.goto('/rules?area=999999');
  await page.getByText('圏域が見つかりません').waitFor();
  report.check('rules: an area of others is as one that is not there', true);
  const nurse = await openContext(browser, base);
  const board = await signIn(nurse, 'discharge_nurse');
  await board.goto('/menu');
  await board.locator('main').waitFor();
  report.check(
    'rules: whoever does not decide about them is not led there',
    (await board.getByRole('link', { name: '圏域のルール' }).count()) === 0,
  );
  await nurse.close();
  await context.close();
}

async function setUp({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'admin');
  await page.goto('/setup');
  await page.locator('[data-task="rules"] a').click();
  await page.locator('[data-context]').first().waitFor();
  report.check('rules: the set-up leads to them', new URL(page.url()).pathname === '/rules');
  await page.goto('/setup');
  await page.locator('[data-task="councils"] a').click();
  await page.locator('main').getByRole('link', { name: '会議体を置く' }).click();
  await page.locator('#field-chairMedical').waitFor();
  report.check(
    'rules: the set-up leads to where a council is set up, with its chairs',
    await page.locator('#field-chairAdministrative').isVisible(),
  );
  await context.close();
}

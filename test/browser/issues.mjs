import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 地域課題台帳: from the list to an issue, its tiles and its signals; and a signal that comes from no case. */
export async function issues({ browser, base, report, shots }) {
  await atADesk({ browser, base, report, shots });
  await onAPhone({ browser, base, report, shots });
}

async function atADesk({ browser, base, report, shots }) {
  const context = await openContext(browser, base);
  const page = await signIn(context, 'coordinator');
  const sound = async (name) => {
    const faults = await axeFaults(page);
    report.check(`issues: ${name} breaks no rule of accessibility`, faults.length === 0, faults.join(' / '));
    await shoot(page, shots, `issues-${name}`);
  };
  await page.goto('/issues');
  const lines = page.locator('main tbody tr');
  await lines.first().waitFor();
  await sound('register');
  const all = await lines.count();
  await page.getByRole('navigation', { name: '状態で絞り込む' }).getByRole('link', { name: '動いている' }).click();
  await page.waitForURL(/state=open/);
  const open = await lines.count();
  report.check('issues: the register is narrowed by what stands in the address', open > 0 && open <= all);

  await lines.first().getByRole('link').click();
  const tiles = page.locator('main [role="img"]');
  await tiles.first().waitFor();
  await sound('issue');
  const said = await tiles.evaluateAll((each) => each.map((tile) => tile.getAttribute('aria-label')));
  await tiles.first().focus();
  report.check(
    'issues: a tile takes the focus and says its name and number',
    await tiles.first().evaluate((tile) => tile === document.activeElement && /\S+ \d+件/.test(tile.ariaLabel)),
    said.join(' / '),
  );
  await page.getByRole('button', { name: '表で見る' }).click();
  const table = page.locator('main table').filter({ hasText: '地域別' });
  const told = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => `${row.cells[0].innerText} ${row.cells[1].innerText}件`));
  report.check('issues: the table has the same numbers as the tiles', told.join() === said.join(), told.join(' / '));
  await page.locator('section[aria-labelledby="issue-behind"] a').first().click();
  await page.locator('#timeline').waitFor();
  report.check('issues: a number leads back to what was written down', /\/cases\//.test(page.url()));

  await page.goto('/issue-signals/new');
  await page.getByLabel('急変時').check();
  await page.locator('#field-issueType').selectOption('supply');
  await page.locator('#field-redactedNarrative').fill('休日に衛生材料が手に入らない。');
  await sound('raise');
  await page.getByRole('button', { name: '課題の兆しを登録する' }).click();
  await page.locator('#timeline').waitFor();
  report.check('issues: a signal that comes from no case can be raised', /\/cases\//.test(page.url()));
  await confirmed(page, report, sound);
  await regrouped(page, report, sound);
  await context.close();
}

/** 課題の候補: read, and confirmed with one press. */
async function confirmed(page, report, sound) {
  // The counting follows what is written down.
  const listed = async () => (await (await page.request.get('/api/v1/issue-candidates')).json()).candidates;
  while (!(await listed()).some(({ narrative }) => narrative?.includes('衛生材料')))
    await page.goto('/issue-candidates');
  await page.goto('/issue-candidates');
  const rows = page.locator('main li').filter({ hasText: '休日に衛生材料が手に入らない。' });
  await rows.first().waitFor();
  await sound('candidates');
  const before = await rows.count();
  await rows.first().getByRole('button').click();
  await page.getByText('として確かめました').waitFor();
  await page.waitForFunction(
    (n) => [...document.querySelectorAll('main li')].filter((row) => row.innerText.includes('衛生材料')).length < n,
    before,
  );
  report.check('issues: a candidate that is confirmed leaves the list', (await rows.count()) === before - 1);
}

/** 統合と分割: one issue is found to be another, and is itself again. */
async function regrouped(page, report, sound) {
  const watched = async () => {
    const all = await (await page.request.get('/api/v1/issues')).json();
    return all.filter(
      ({ key, state }) => key.startsWith('sudden_change|') && ['OBSERVED', 'RECURRENT', 'DRAFTED'].includes(state),
    );
  };
  const supply = (await watched()).find(({ key }) => key === 'sudden_change|supply');
  const other = (await watched()).find(
    ({ id, area, level }) => id !== supply?.id && area.id === supply?.area.id && level === supply?.level,
  );
  report.check('issues: there are two issues of one area to merge', supply !== undefined && other !== undefined);
  if (!supply || !other) return;
  await page.goto(`/cases/${supply.id}?do=MergeIssue`);
  await page.locator('#field-into').click();
  await sound('merge');
  await page.locator('main ul[aria-label] button').first().click();
  await page.locator('#field-reason').fill('同じ困りごとだった。');
  await page.getByRole('button', { name: '同じ課題に統合する' }).last().click();
  await page.getByText('ほかの課題に統合した').waitFor();
  await page.goto(`/issues/${supply.id}/page`);
  await page.getByText('統合先').waitFor();
  await sound('merged');
  await page.goto(`/cases/${supply.id}?do=UnmergeIssue`);
  await page.locator('#field-reason').fill('やはり別のことだった。');
  await page.getByRole('button', { name: '統合を取り消す' }).last().click();
  await page.getByText('統合を取り消した').waitFor();
  report.check('issues: a merger can be undone', true);
  await page.goto(`/cases/${supply.id}?do=SplitIssue`);
  const signals = page.getByRole('checkbox');
  await signals.first().waitFor();
  await sound('split');
  await signals.first().check();
  await page.locator('#field-issueType').selectOption('disaster');
  await page.locator('#field-reason').fill('災害の備えの話だった。');
  await page.getByRole('button', { name: '別の課題に分ける' }).last().click();
  await page.getByText('一部を別の課題に分けた').waitFor();
  report.check('issues: signals can be split off', true);
}

async function onAPhone({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'municipal_ltc_officer');
  await page.goto('/issues');
  await page.locator('main ul a[href*="/issues/"]').first().click();
  await page.locator('#issue-behind').waitFor();
  await shoot(page, shots, 'issues-phone');
  report.check(
    'issues: who may not open single records learns why',
    await page.getByText('個人を守るため、その圏域の相談窓口と拠点だけが開けます').isVisible(),
  );
  report.check('issues: nothing sticks out on a phone', (await overflow(page)) <= 0);
  await page.getByRole('link', { name: '記録と操作' }).click();
  await page.locator('#timeline').waitFor();
  await page.getByRole('link', { name: '課題のページ（件数・地図）' }).click();
  await page.locator('#issue-behind').waitFor();
  report.check('issues: the record of an issue and its page lead to each other', true);
  await context.close();
}

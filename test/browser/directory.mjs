import { axeFaults, DESK, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

/** 台帳: institutions found, opened, changed, confirmed, closed and registered; the page of a person and who is in charge. */
export async function directory({ browser, base, report, shots }) {
  await looking({ browser, base, report, shots });
  await keeping({ browser, base, report, shots });
  await person({ browser, base, report, shots });
  await likely({ browser, base, report, shots });
}

const heading = (page, name) => page.getByRole('heading', { level: 1, name });

async function looking({ browser, base, report, shots }) {
  for (const [name, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'coordinator');
    await page.goto('/menu');
    await page.locator('main').getByRole('link', { name: '機関の一覧' }).click();
    const list = page.locator('[data-institutions] > li');
    await list.first().waitFor();
    const all = await list.count();
    await page.getByLabel('種類').selectOption({ label: '病院' });
    const hospitals = await list.count();
    report.check(
      `directory: on a ${name} the list is filtered by kind`,
      hospitals > 0 && hospitals < all && (await list.getByText('病院', { exact: true }).count()) === hospitals,
    );
    report.check(`directory: on a ${name} the list does not run out of the page`, (await overflow(page)) === 0);
    report.check(`directory: on a ${name} everybody can use the list`, (await axeFaults(page)).length === 0);
    await shoot(page, shots, `organizations-${name}`);
    await list.first().getByRole('link').click();
    await page.getByRole('heading', { name: '履歴' }).waitFor();
    report.check(
      `directory: on a ${name} the page says who works there and who registered it`,
      (await page.getByRole('heading', { name: 'ここで働く人' }).isVisible()) &&
        (await page.getByText('機関を登録した').isVisible()),
    );
    report.check(`directory: on a ${name} the page does not run out of the page`, (await overflow(page)) === 0);
    const faults = await axeFaults(page);
    report.check(`directory: on a ${name} everybody can use the page`, faults.length === 0, faults.join(', '));
    await shoot(page, shots, `organization-${name}`);
    await context.close();
  }
}

async function keeping({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'coordinator');
  const submit = () => page.locator('form button[type="submit"]').click();
  await page.goto('/organizations/new');
  await page.locator('#field-name').waitFor();
  await submit();
  report.check(
    'directory: what is missing is said before it is sent',
    await page.locator('form [role="alert"]').isVisible(),
  );
  await page.selectOption('#field-kind', 'clinic');
  await page.locator('#field-name').fill('歩き試験診療所');
  await page.locator('#field-municipality').fill('富良野市');
  await page.locator('#field-openDays-next').fill('2027-05-03');
  await page.getByRole('button', { name: '日を足す' }).last().click();
  await shoot(page, shots, 'organization-new-phone');
  const faults = await axeFaults(page);
  report.check('directory: everybody can use the form', faults.length === 0, faults.join(', '));
  report.check('directory: the form does not run out of a phone', (await overflow(page)) === 0);
  await submit();
  await heading(page, '歩き試験診療所').waitFor();
  report.check(
    'directory: a registered institution is shown',
    await page.getByText('機関を登録しました。').isVisible(),
  );

  await page.getByRole('link', { name: '機関の情報を変える' }).click();
  await page.locator('#field-phone').fill('0167-22-9999');
  await submit();
  await page.getByRole('link', { name: '0167-22-9999' }).waitFor();
  report.check(
    'directory: a change stands on the page and in the history, and nothing else changed',
    (await page.getByText('機関の情報を変えた').count()) === 1 &&
      (await page.getByText('代表電話：0167-22-9999').count()) === 1,
  );
  await page.getByText('そのほかの操作').click();
  await page.getByRole('link', { name: '廃止を記録する' }).click();
  await page.locator('#field-on').waitFor();
  await submit();
  await page.getByText('に廃止しました。').waitFor();
  report.check('directory: what has no work left closes', true);
  await page.goto('/organizations');
  await page.locator('[data-institutions] > li').first().waitFor();
  await page.getByLabel('名前・市町村・法人で絞り込む').fill('歩き試験');
  const found = page.locator('[data-institutions] > li');
  await page.getByText('当てはまる機関がありません').waitFor();
  await page.getByLabel('廃止した機関も').check();
  await found.first().waitFor();
  report.check(
    'directory: a closed institution is out of the list, until it is asked for',
    (await found.count()) === 1,
  );

  await page.getByLabel('名前・市町村・法人で絞り込む').fill('');
  await page.getByLabel('廃止した機関も').uncheck();
  await page.getByLabel('種類').selectOption({ label: '病院' });
  await found.getByText('富良野市').first().waitFor();
  await found.filter({ hasText: '富良野市' }).first().getByRole('link').click();
  await page.getByText('そのほかの操作').click();
  await page.getByRole('link', { name: '廃止を記録する' }).click();
  await page.locator('#field-on').waitFor();
  await submit();
  const alert = page.locator('form [role="alert"]');
  await alert.waitFor();
  report.check(
    'directory: where work is left, closing says what, by sort and number',
    /案件が\d+件/.test(await alert.innerText()) && /職員が\d+人/.test(await alert.innerText()),
  );
  await shoot(page, shots, 'organization-open-work-phone');
  await context.close();
}

async function person({ browser, base, report, shots }) {
  for (const [name, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ]) {
    const context = await openContext(browser, base, viewport);
    const page = await signIn(context, 'coordinator');
    const patients = await (await context.request.get('/api/v1/patients')).json();
    let id = '';
    for (const patient of patients) {
      const answer = await context.request.get(`/api/v1/patients/${patient.id}`);
      if (!answer.ok()) continue;
      const { openCases, commands, careManager } = await answer.json();
      if (openCases.length > 0 && careManager && commands.includes('ChangeCareManager')) id = patient.id;
      if (id !== '') break;
    }
    report.check(`directory: on a ${name} the desk opens persons of its place`, id !== '');
    await page.goto(`/cases/${id}`);
    await page.getByRole('link', { name: '本人の画面' }).click();
    await page.getByRole('heading', { name: '履歴' }).waitFor();
    report.check(`directory: on a ${name} the person does not run out of the page`, (await overflow(page)) === 0);
    const faults = await axeFaults(page);
    report.check(`directory: on a ${name} everybody can use the person`, faults.length === 0, faults.join(', '));
    await shoot(page, shots, `patient-${name}`);
    await page.getByRole('link', { name: '担当ケアマネジャーを変える' }).click();
    await page.getByText('開いている案件：').waitFor();
    report.check(`directory: on a ${name} what is open is shown before anybody is changed`, true);
    await shoot(page, shots, `patient-change-${name}`);
    if (name === 'phone') {
      await page.getByLabel('今はいない').check();
      await page.locator('form button[type="submit"]').click();
      await page.getByText('担当ケアマネジャーが変わった').waitFor();
      report.check(
        'directory: the change stands in the history of the person, with the cases that were open',
        (await page.getByText(/開いていた案件：\d/).count()) > 0,
      );
    }
    await context.close();
  }
}

async function likely({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'coordinator');
  const [known] = await (await context.request.get('/api/v1/patients')).json();
  await page.goto('/patients/new');
  await page.locator('#field-name').fill(`${known.name.split(/\s/)[0]} 桃子`);
  await page.locator('#field-kana').fill(`${known.kana.split(/\s/)[0]} モモコ`);
  await page.locator('#field-birthDate').fill(known.birthDate);
  const like = page.locator('[data-like]');
  await like.waitFor();
  report.check(
    'directory: who may be the same person is shown before registering',
    (await like.getByText(known.name).count()) > 0,
  );
  report.check('directory: and it is said that twins exist', await page.getByText('双子や同姓同名').isVisible());
  report.check('directory: nothing of who it is stands in the address', !page.url().includes('?'));
  await like.scrollIntoViewIfNeeded();
  await shoot(page, shots, 'patient-like-phone');
  await context.close();
}

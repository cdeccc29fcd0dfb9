/**
 * Sets a region up as its first administrator does: from an empty installation, by the link that its terminal shows, with an
 * authenticator app of one's own. Usage: [SHOTS=folder] node test/browser/empty.mjs
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { ensureReady } from '../../scripts/lib/ensure.mjs';
import { freePort, startServer } from '../../scripts/lib/running.mjs';
import { launch } from './chromium.mjs';
import { axeFaults, openContext, overflow, PHONE, shoot } from './pages.mjs';
import { fillsFromFiles, handsOver, invitesAll, namesDesks } from './first-region.mjs';
import { Report } from './report.mjs';

/** As phones reach it in an office's own network, without TLS: a browser then has neither locks nor a clipboard. */
const NETWORK_NAME = 'tsunagi.test';
const inTheNetwork = (base) => base.replace('127.0.0.1', NETWORK_NAME);
const PASSWORD = 'otter-lamp-canyon-84';
ensureReady({ web: true });
const dataDir = mkdtempSync(join(tmpdir(), 'tsunagi-empty-'));
const server = startServer({ dataDir, port: await freePort(), args: ['--empty'] });
const report = new Report();
const shots = process.env.SHOTS;

/** What an app shows for a key that was typed into it. */
const appOf = (key) => new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, '')) });

/** The app shows each code for half a minute, and the server takes it once: the next one is waited for. */
async function nextCode(app, last) {
  for (;;) {
    const code = app.generate();
    if (code !== last) return code;
    await new Promise((go) => setTimeout(go, app.remaining() + 50));
  }
}

async function fine(page, name) {
  const over = await overflow(page);
  report.check(`${name}: nothing overflows`, over <= 0, String(over));
  const faults = await axeFaults(page);
  report.check(`${name}: axe has nothing serious`, faults.length === 0, JSON.stringify(faults));
  await shoot(page, shots, name.replaceAll(/\W+/g, '-'));
}

/** Sets up a sign-in by a link, and gives the app that shows its codes, the last of them, and the recovery codes. */
async function setUpSignIn(page, name) {
  await page.getByText('への招待です').waitFor();
  const key = await page.locator('p.font-mono').innerText();
  const app = appOf(key);
  await page.locator('form').first().locator('[name=name]').fill(name);
  await page.locator('[name=password]').fill(PASSWORD);
  const code = app.generate();
  await page.locator('[name=code]').first().fill(code);
  await page.getByRole('button', { name: '設定してサインインする' }).click();
  await page.getByRole('heading', { name: '回復コードを控えてください' }).waitFor();
  return { app, code, codes: await page.locator('ol li').allInnerTexts() };
}

async function signIn(page, { name, password = PASSWORD, code }) {
  await page.locator('#field-entry-name').fill(name);
  await page.locator('#field-entry-password').fill(password);
  await page.locator('#field-entry-code').fill(code);
  await page.getByRole('button', { name: 'サインインする' }).click();
}

async function walk(browser, base) {
  const link = /http:\/\/\S+\/found#\S+/.exec(server.output())?.[0] ?? '';
  report.check('empty: the terminal shows a link for the first administrator', link !== '', server.output());
  const context = await openContext(browser, base);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  report.check('empty: there are no accounts to choose', (await page.locator('[data-role]').count()) === 0);
  await fine(page, 'sign in');

  await page.goto(new URL(link).pathname + new URL(link).hash);
  await page.locator('[name=prefecture]').selectOption('01');
  await page.locator('[name=organization]').fill('北海道庁 地域医療課');
  await page.locator('[name=person]').fill('髙橋 𠮷男');
  await fine(page, 'found');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('北海道庁 地域医療課の髙橋 𠮷男さんへの招待です').waitFor();
  await page.getByAltText('認証アプリで読み取る二次元コード').waitFor();
  await fine(page, 'join');
  await page.locator('[name=name]').first().fill('takahashi@example.jp');
  await page.locator('[name=password]').fill('short');
  await page.locator('[name=code]').first().fill('000000');
  await page.getByRole('button', { name: '設定してサインインする' }).click();
  await page.getByText('12文字以上にしてください').first().waitFor();
  report.check(
    'join: what was typed stays when it is refused',
    (await page.locator('[name=name]').first().inputValue()) === 'takahashi@example.jp',
  );
  const mine = await setUpSignIn(page, 'takahashi@example.jp');
  report.check('join: ten recovery codes are shown once', new Set(mine.codes).size === 10);
  await fine(page, 'recovery codes');
  await page.getByRole('button', { name: '控えました' }).click();
  await page.getByRole('heading', { name: '開設準備', exact: true }).waitFor();
  await page.locator('[data-task="areas"][data-state="todo"]').waitFor();
  report.check('join: and leads to what there is to do', true);
  await fine(page, 'set up');
  const region = { page, report, fine };
  await fillsFromFiles(region);
  await namesDesks(region);

  await page.goto('/users/new');
  await page.locator('#field-name').fill('辻󠄀 まもる');
  await page.locator('#field-organization').fill('つじ医院');
  await page.locator('#field-organization ~ ul button, #field-organization + ul button').first().click();
  await page.locator('#field-role').selectOption('primary_physician');
  await fine(page, 'register staff');
  await page.getByRole('button', { name: '職員を登録する' }).click();
  await page.getByRole('status').getByText('職員を登録しました').waitFor();
  await page.locator('li[data-state="none"]').filter({ hasText: '辻󠄀 まもる' }).waitFor();
  report.check('people: whoever is registered stands there, and has not been invited', true);
  await page.getByRole('button', { name: '辻󠄀 まもるさんを招待する' }).click();
  await page.getByAltText('辻󠄀 まもるさんの招待の二次元コード').waitFor();
  await page.locator('li[data-state="invited"]').waitFor();
  await fine(page, 'people');
  const invitation = await page.locator('article p.break-all').innerText();

  // On the physician's own phone.
  const phone = await openContext(browser, base, PHONE);
  const own = await phone.newPage();
  await own.goto(invitation.slice(base.length));
  await own.getByText('旭川つじ医院の辻󠄀 まもるさんへの招待です').waitFor();
  await own.getByAltText('認証アプリで読み取る二次元コード').waitFor();
  await fine(own, 'join on a phone');
  const his = await setUpSignIn(own, 'tsuji.mamoru');
  await fine(own, 'recovery codes on a phone');
  await own.getByRole('button', { name: '控えました' }).click();
  await own.locator('[data-board]').waitFor();
  report.check('people: the physician is in, on his own phone', true);
  await own.goto(invitation.slice(base.length));
  await own.getByText('このリンクは使えません').first().waitFor();
  report.check('people: the link is good no longer', true);
  await page.reload();
  await page.locator('li[data-state="active"]').filter({ hasText: '辻󠄀 まもる' }).waitFor();
  report.check('people: the administrator sees that he is in', true);

  await own.goto('/own-sign-in');
  await own.getByText('tsuji.mamoru').first().waitFor();
  await fine(own, 'own sign in');
  await own.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await own.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  await fine(own, 'sign in on a phone');
  await signIn(own, { name: 'tsuji.mamoru', password: 'not his password', code: '123456' });
  await own.getByText('サインインできませんでした').waitFor();
  report.check(
    'sign in: what was typed stays when it is refused',
    (await own.locator('#field-entry-name').inputValue()) === 'tsuji.mamoru',
  );
  await signIn(own, { name: 'ｔｓｕｊｉ．ｍａｍｏｒｕ', code: his.codes[0] });
  await own.locator('[data-board]').waitFor();
  report.check('sign in: a recovery code stands in for the phone', true);
  await own.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await own.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  await signIn(own, { name: 'tsuji.mamoru', code: his.codes[0] });
  await own.getByText('サインインできませんでした').waitFor();
  report.check('sign in: and only once', true);
  await signIn(own, { name: 'tsuji.mamoru', code: await nextCode(his.app, his.code) });
  await own.locator('[data-board]').waitFor();
  report.check('sign in: by the code of the app', true);
  await lost(browser, base, page, mine);
  await leaves(page, own);
  await phone.close();
  await begins(browser, base, page);
}

/** The first thing that the region does: two people on their own phones, and one who is handed over. */
async function begins(browser, base, page) {
  const links = await invitesAll({ page, report, fine });
  const [nurse, manager] = await Promise.all(
    [
      [links.nurse, 'kanzaki'],
      [links.manager, 'takahashi.toru'],
    ].map(async ([link, name]) => {
      const own = await (await openContext(browser, inTheNetwork(base), PHONE)).newPage();
      await own.goto(link.slice(base.length));
      await own.getByAltText('認証アプリで読み取る二次元コード').waitFor();
      await setUpSignIn(own, name);
      await own.getByRole('button', { name: '控えました' }).click();
      await own.locator('[data-board]').waitFor();
      return own;
    }),
  );
  report.check('people: a nurse and a care manager are in, each on a phone', true);
  await handsOver({ nurse, manager, report, fine });
  await Promise.all([nurse, manager].map((own) => own.context().close()));
}

/** Somebody leaves: he is out at once, and stands among the people no more. */
async function leaves(page, own) {
  await page.goto('/people');
  const line = page.locator('li[data-state]').filter({ hasText: '辻󠄀 まもる' });
  await line.getByText('ほかの操作').click();
  await line.getByRole('link', { name: '退職・転出を記録する' }).click();
  await page.getByRole('heading', { name: '退職・転出を記録する' }).waitFor();
  await fine(page, 'leaving');
  await page.locator('main form').getByRole('button', { name: '退職・転出を記録する' }).click();
  await page.getByRole('status').getByText('記録しました').waitFor();
  await line.waitFor({ state: 'detached' });
  report.check('people: whoever has left stands there no more', true);
  await own.goto('/messages');
  await own.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  report.check('people: and is out', true);
}

/** Somebody's phone is lost: the administrator makes a link, and whatever was open is closed. */
async function lost(browser, base, page, mine) {
  const there = await openContext(browser, base);
  const second = await there.newPage();
  await second.goto('/users/new');
  await second.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  await signIn(second, { name: 'takahashi@example.jp', code: await nextCode(mine.app, mine.code) });
  await second.getByRole('heading', { name: '職員を登録する' }).waitFor();
  report.check('sign in: leads to where one wanted to go', true);
  await second.locator('#field-name').fill('書きかけの 名前');
  await page.goto('/own-sign-in');
  await page.getByRole('button', { name: 'ほかの端末をすべてサインアウトさせる' }).click();
  await page.getByRole('status').getByText('サインアウトさせました').waitFor();
  report.check('own sign-in: another device is ended from here', true);
  await second.locator('#field-name').press('End');
  await second.getByRole('heading', { name: 'サインインし直してください' }).waitFor();
  report.check('own sign-in: and stands before its lock screen', !(await second.locator('#field-name').isVisible()));
  await fine(second, 'lock screen');
  await signIn(second, { name: 'takahashi@example.jp', code: mine.codes[1] });
  await second.locator('#field-name').waitFor();
  report.check(
    'own sign-in: signing in again shows what was typed before',
    (await second.locator('#field-name').inputValue()) === '書きかけの 名前',
  );
  await there.close();
}

let browser;
try {
  await server.ready;
  browser = await launch(`--host-resolver-rules=MAP ${NETWORK_NAME} 127.0.0.1`);
  await walk(browser, server.baseUrl);
} catch (error) {
  report.check(`the run itself: ${error instanceof Error ? error.message : error}`, false);
} finally {
  await browser?.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(report.end());

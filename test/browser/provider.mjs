/**
 * An institution's own accounts, from setting them up to unlocking a screen with one: an empty installation beside a real
 * OpenID Connect provider. Usage: [SHOTS=folder] node test/browser/provider.mjs
 */
import { fork } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';
import { freePort, startServer } from '../../scripts/lib/running.mjs';
import { launch } from './chromium.mjs';
import { axeFaults, openContext, overflow, PHONE, shoot } from './pages.mjs';
import { Report } from './report.mjs';

const PASSWORD = 'otter-lamp-canyon-84';
const CODE = 'asahikawa.example.jp';

ensureReady({ web: true });
const dataDir = mkdtempSync(join(tmpdir(), 'tsunagi-provider-'));
const [port, providerPort] = [await freePort(), await freePort()];
const issuer = `http://127.0.0.1:${providerPort}`;
const server = startServer({
  dataDir,
  port,
  args: ['--empty'],
  env: { PUBLIC_URL: `http://127.0.0.1:${port}`, WEBHOOK_PRIVATE_TARGETS: `127.0.0.1:${providerPort}` },
});
const key = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' });
const returnTo = `${server.baseUrl}/from-provider`;
const hospital = fork(
  join(root, 'test/outside/identity-provider.mjs'),
  [JSON.stringify({ port: providerPort, returnTo, key })],
  { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
);
const providerReady = new Promise((ready) => hospital.stdout.once('data', ready));
const report = new Report();
const shots = process.env.SHOTS;

async function fine(page, name) {
  const over = await overflow(page);
  report.check(`${name}: nothing overflows`, over <= 0, String(over));
  const faults = await axeFaults(page);
  report.check(`${name}: axe has nothing serious`, faults.length === 0, JSON.stringify(faults));
  await shoot(page, shots, name.replaceAll(/\W+/g, '-'));
}

async function posted(page, path, data) {
  const answer = await page.request.post(`/api/v1/${path}`, { data, headers: { 'idempotency-key': randomUUID() } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** Takes a link up with a password, without the page. */
async function withPassword(page, token, name) {
  const { secret } = await posted(page, 'invitations/openings', { token });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await posted(page, 'invitations/acceptances', { token, name, password: PASSWORD, code });
}
const linkFor = async (page, user) => (await posted(page, `users/${user}/invitations`, {})).path;

/** The page of the hospital, whoever is asked there. */
async function atHospital(page, account) {
  await page.getByRole('heading', { name: '病院のサインイン' }).waitFor();
  await page.locator('[name=account]').fill(account);
  await page.getByRole('button', { name: 'サインイン' }).click();
}

async function walk(browser, base) {
  const office = await openContext(browser, base);
  const page = await office.newPage();
  const link = /\/found#(\S+)/.exec(server.output())?.[1] ?? '';
  const founding = { prefecture: '01', organization: '北海道庁 地域医療課', name: '髙橋 𠮷男' };
  const { path } = await posted(page, 'foundations', { token: link, ...founding });
  await withPassword(page, path.split('#')[1], 'takahashi');
  await posted(page, 'areas', {
    prefecture: { code: '01', name: '北海道' },
    homeCareAreas: [
      {
        tertiary: '道北',
        secondary: '上川中部',
        homeCareArea: '旭川',
        municipalities: [{ code: '012041', name: '旭川市' }],
      },
    ],
  });
  const clinic = { kind: 'hospital', name: '旭川つじ病院', municipality: '旭川市' };
  const { id: organization } = await posted(page, 'organizations', clinic);
  const registered = (name) => posted(page, 'users', { role: 'discharge_nurse', organization, name });
  const { id: sato } = await registered('佐藤 恵');
  const { id: tsuji } = await registered('辻󠄀 まもる');

  await page.goto(`/organizations/${organization}`);
  await page.getByRole('heading', { name: '所属機関のアカウントでのサインイン' }).waitFor();
  await page.getByRole('button', { name: '設定する' }).click();
  const form = page.locator('form').filter({ has: page.locator('[name=clientSecret]') });
  await form.locator('[name=code]').fill(CODE);
  await form.locator('[name=issuer]').fill(issuer);
  await form.locator('[name=clientId]').fill('tsunagi');
  await form.locator('[name=clientSecret]').fill('of yesterday');
  await form.locator('[name=twoFactors]').check();
  await form.getByRole('button', { name: '確かめて保存する' }).click();
  await page.getByText('保存しませんでした').waitFor();
  report.check(
    'set up: what does not work is not kept, and what was typed stays',
    (await form.locator('[name=issuer]').inputValue()) === issuer,
  );
  await fine(page, 'provider refused');
  await form.locator('[name=clientSecret]').fill('secret of tsunagi');
  await form.getByRole('button', { name: '確かめて保存する' }).click();
  await page.getByText('確かめて、保存しました。').waitFor();
  await fine(page, 'provider kept');

  // With an invitation, on a phone.
  const phone = await openContext(browser, base, PHONE);
  const own = await phone.newPage();
  await own.goto(await linkFor(page, sato));
  await own.getByRole('heading', { name: '所属機関のアカウントで招待を受ける' }).waitFor();
  await fine(own, 'join by provider on a phone');
  await own.getByRole('button', { name: '所属機関の画面へ進む' }).click();
  await atHospital(own, 'sato');
  await own.locator('[data-board]').waitFor();
  report.check('join: leads in, and no answer stands in the address', new URL(own.url()).search === '');
  await own.goto('/own-sign-in');
  await own.getByRole('heading', { name: '所属機関のアカウント', exact: true }).waitFor();
  report.check(
    'own sign-in: who has no password is asked for none',
    (await own.locator('[name=password]').count()) === 0,
  );
  await fine(own, 'own sign in by provider on a phone');
  await own.getByRole('button', { name: 'サインアウト', exact: true }).click();

  // From the sign-in page, to where one wanted to go.
  await own.goto('/messages');
  await own.getByText('所属機関のアカウントで入る').click();
  const begin = own.locator('form').filter({ has: own.locator('[name=code][type=email], [inputmode=email]') });
  await begin.locator('[name=code]').fill('sato@nowhere.example.jp');
  await begin.getByRole('button').click();
  await own.getByText('この機関コードでは入れません').waitFor();
  await fine(own, 'sign in by provider on a phone');
  await begin.locator('[name=code]').fill(`sato@${CODE}`);
  await begin.getByRole('button').click();
  await own
    .getByRole('heading', { name: 'お知らせ' })
    .or(own.getByRole('heading', { name: '病院のサインイン' }))
    .waitFor();
  if ((await own.locator('[name=account]').count()) > 0) await atHospital(own, 'sato');
  await own.waitForURL('**/messages');
  report.check('sign in: leads to where one wanted to go', true);

  // The screen is locked while somebody is away: what the server says is said here sooner.
  await own.route('**/api/v1/messages', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 401, code: 'session_locked', ja: 'ロック', en: 'locked', errors: [] }),
    }),
  );
  await own.reload();
  await own.getByRole('heading', { name: '画面をロックしました' }).waitFor();
  await fine(own, 'lock by provider on a phone');
  await own.unroute('**/api/v1/messages');
  const [tab] = await Promise.all([
    phone.waitForEvent('page'),
    own.getByRole('button', { name: '所属機関のアカウントで続ける' }).click(),
  ]);
  await atHospital(tab, 'sato');
  await tab.getByRole('heading', { name: '画面のロックを解きました' }).waitFor();
  await fine(tab, 'unlocked on a phone');
  await tab.close();
  await own.bringToFront();
  await own.evaluate(() => window.dispatchEvent(new Event('focus')));
  await own.getByRole('heading', { name: '画面をロックしました' }).waitFor({ state: 'detached' });
  report.check('lock: the first tab goes on', true);
  await phone.close();

  // Whoever has a password, at a desk.
  const desk = await openContext(browser, base);
  const his = await desk.newPage();
  await withPassword(his, (await linkFor(page, tsuji)).split('#')[1], 'tsuji.mamoru');
  await his.goto('/own-sign-in');
  const section = his.locator('section[aria-labelledby=provider]');
  await section.locator('[name=provider-password]').fill(PASSWORD);
  await section.getByRole('button', { name: '結び付ける' }).click();
  await atHospital(his, 'tsuji');
  await his.getByRole('heading', { name: '所属機関のアカウントを結び付けました' }).waitFor();
  await fine(his, 'bound');
  await his.getByRole('link', { name: '自分のサインインへ' }).click();
  await section.getByRole('button', { name: '結び付けを外す' }).waitFor();
  await fine(his, 'own sign in bound');

  // Somebody whom the hospital knows and we do not.
  const stranger = await openContext(browser, base);
  const other = await stranger.newPage();
  await other.goto('/');
  await other.getByText('所属機関のアカウントで入る').click();
  await fine(other, 'sign in by provider');
  const there = other.locator('form').filter({ has: other.locator('[inputmode=email]') });
  await there.locator('[name=code]').fill(CODE);
  await there.getByRole('button').click();
  await atHospital(other, 'somebody');
  await other.getByText('つなぎのサインインに結び付いていません').waitFor();
  await fine(other, 'not bound');
  await stranger.close();

  // The administrator sees who comes in so, and unbinds.
  await page.goto('/people');
  const line = page.locator('li[data-state]').filter({ hasText: '辻󠄀 まもる' });
  await line.getByText('所属機関のアカウントで入れます').waitFor();
  await line.getByText('ほかの操作').click();
  await fine(page, 'people with provider');
  await line.getByRole('button', { name: '所属機関のアカウントの結び付けを外す' }).click();
  await line.getByText('所属機関のアカウントで入れます').waitFor({ state: 'detached' });
  report.check('people: an administrator unbinds an account', true);
  await page.goto(`/organizations/${organization}`);
  await page.getByRole('button', { name: '設定を取り消す' }).click();
  await fine(page, 'provider removal');
  await page.getByRole('button', { name: '取り消す', exact: true }).click();
  await page.getByText('設定されていません。').waitFor();
  report.check('set up: and ends it', true);
  await desk.close();
  await office.close();
}

let browser;
try {
  await Promise.all([server.ready, providerReady]);
  browser = await launch();
  await walk(browser, server.baseUrl);
} catch (error) {
  report.check(`the run itself: ${error instanceof Error ? error.message : error}`, false);
} finally {
  await browser?.close();
  hospital.kill();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(report.end());

/**
 * A passkey from adding it to signing in with it, with an authenticator inside Chromium: an empty installation. Usage:
 * [SHOTS=folder] node test/browser/passkeys.mjs
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { ensureReady } from '../../scripts/lib/ensure.mjs';
import { freePort, startServer } from '../../scripts/lib/running.mjs';
import { launch } from './chromium.mjs';
import { axeFaults, DESK, openContext, overflow, PHONE, shoot } from './pages.mjs';
import { Report } from './report.mjs';

const PASSWORD = 'otter-lamp-canyon-84';

ensureReady({ web: true });
const dataDir = mkdtempSync(join(tmpdir(), 'tsunagi-passkeys-'));
const port = await freePort();
// A passkey belongs to a name, and not to the number of an address.
const base = `http://localhost:${port}`;
const server = startServer({ dataDir, port, args: ['--empty'], env: { PUBLIC_URL: base } });
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
  const answer = await page.request.post(`/api/v1/${path}`, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** A telephone that asks for a finger; `present`: whether the finger is there. */
async function authenticatorOf(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    present: (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

async function walk(browser) {
  const context = await openContext(browser, base, PHONE);
  const page = await context.newPage();
  const device = await authenticatorOf(page);
  const link = /\/found#(\S+)/.exec(server.output())?.[1] ?? '';
  const founding = { prefecture: '01', organization: '北海道庁 地域医療課', name: '髙橋 𠮷男' };
  const { path } = await posted(page, 'foundations', { token: link, ...founding });
  const token = path.split('#')[1];
  const { secret } = await posted(page, 'invitations/openings', { token });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await posted(page, 'invitations/acceptances', { token, name: 'takahashi', password: PASSWORD, code });

  await page.goto('/own-sign-in');
  const section = page.locator('section[aria-labelledby=passkeys]');
  await section.getByText('まだ登録されていません。').waitFor();
  await section.locator('[name=name]').fill('私の電話');
  await section.locator('[name=password]').fill('another-one-84');
  await section.getByRole('button', { name: 'この端末にパスキーを登録する' }).click();
  await section.getByText('パスキーを登録できませんでした').waitFor();
  report.check('add: not with a wrong password', (await device.credentials()).length === 0);
  await section.locator('[name=password]').fill(PASSWORD);
  await section.getByRole('button', { name: 'この端末にパスキーを登録する' }).click();
  await section.getByText('私の電話').waitFor();
  const [credential] = await device.credentials();
  report.check('add: the device keeps it for this site', credential?.rpId === 'localhost', JSON.stringify(credential));
  await fine(page, 'own passkeys on a phone');

  await section.getByText('変える・外す').click();
  await section.locator('li [name=name]').fill('職場の電話');
  await section.getByRole('button', { name: '名前を変える' }).click();
  await section.getByText('職場の電話').waitFor();
  await fine(page, 'passkey renamed on a phone');

  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await page.getByRole('button', { name: 'パスキーで入る' }).waitFor();
  await fine(page, 'sign in with passkey on a phone');
  await device.present(false);
  await page.getByRole('button', { name: 'パスキーで入る' }).click();
  await page.getByText('端末での確認が取り消されたか').waitFor();
  report.check('sign in: not without the finger', true);
  await fine(page, 'passkey canceled on a phone');
  await device.present(true);
  await page.getByRole('button', { name: 'パスキーで入る' }).click();
  await page.locator('[data-board]').waitFor();
  report.check('sign in: by the passkey alone', true);
  await page.setViewportSize(DESK);
  await page.goto('/own-sign-in');
  await section.getByText('最後に使った時').waitFor();
  await fine(page, 'own passkeys');

  await section.getByText('変える・外す').click();
  await section.locator('li [name=password]').fill(PASSWORD);
  await section.getByRole('button', { name: '外す', exact: true }).click();
  await section.getByText('まだ登録されていません。').waitFor();
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await page.getByRole('button', { name: 'パスキーで入る' }).click();
  await page.getByText('このパスキーではサインインできません').waitFor();
  report.check('remove: it leads in no more', true);
  await fine(page, 'passkey removed');
  await context.close();
}

let browser;
try {
  await server.ready;
  browser = await launch();
  await walk(browser);
} catch (error) {
  report.check(`the run itself: ${error instanceof Error ? error.message : error}`, false);
} finally {
  await browser?.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(report.end());
